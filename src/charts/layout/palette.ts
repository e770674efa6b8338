/**
 * Every colour of charts and pages, on light paper and on dark. Series have blue, orange, pink and purple, verdicts have
 * teal, red and olive: a colour never means both. tests/charts/palette.test.ts holds them to their contrasts.
 */

type Shades = Readonly<Record<string, { light: string; dark: string }>>;

/** Blue to purple are series; dark and light take turns on either paper. */
export const chartShades = {
  blue: { light: "#12436D", dark: "#A9D3F7" },
  orange: { light: "#F46A25", dark: "#B8480C" },
  pink: { light: "#801650", dark: "#F5B5D5" },
  purple: { light: "#A285D1", dark: "#7654BC" },
  grey: { light: "#3D3D3D", dark: "#D5D5D5" },
  context: { light: "#8C8C8C", dark: "#8F97A1" },
  slate: { light: "#5A6B7B", dark: "#9DB0C2" },
  faint: { light: "#D9D9D9", dark: "#3A414B" },
  paper: { light: "#FFFFFF", dark: "#14171B" },
  ink: { light: "#000000", dark: "#FFFFFF" },
} as const satisfies Shades;

/** For text in the colour of a series that is too faint to read. */
export const textShades = {
  "orange-text": { light: "#B03F0A", dark: "#FF9A66" },
  "purple-text": { light: "#5B3F97", dark: "#B79CF0" },
} as const satisfies Shades;

export const verdictShades = {
  cooling: { light: "#026E5B", dark: "#5EB7A7" },
  heating: { light: "#9B0F1B", dark: "#F57050" },
  mixed: { light: "#6F641D", dark: "#F5E05D" },
} as const satisfies Shades;

/**
 * A ramp of one blue, from paper to ink. On light paper each step has 1.8 to 1 against the next and 3 to 1 against the
 * one after: five steps of 3 to 1 do not fit between white and black, three do. On dark paper it runs the other way.
 */
export const rampShades = [
  { light: "#E3EFFA", dark: "#0B2C4A" },
  { light: "#89B4D8", dark: "#165384" },
  { light: "#4482B4", dark: "#3173AC" },
  { light: "#135685", dark: "#8CC0E8" },
  { light: "#002A55", dark: "#E6F2FC" },
] as const;

/** What pages are made of besides. Steady and unknown are no hue of their own. */
export const pageShades = {
  ink: { light: "#1d1d1d", dark: "#ececec" },
  soft: { light: "#4a4a4a", dark: "#c2c6cc" },
  paper: { light: "#ffffff", dark: "#14171b" },
  tint: { light: "#f2f4f7", dark: "#1f242b" },
  line: { light: "#c9ced6", dark: "#48505b" },
  brand: { light: "#12436d", dark: "#0c2f4d" },
  "on-brand": { light: "#ffffff", dark: "#ffffff" },
  rule: { light: "#12436d", dark: "#5b87ad" },
  link: { light: "#12436d", dark: "#9cc9f2" },
  steady: { light: "#3d3d3d", dark: "#d5d5d5" },
  unknown: { light: "#4a4a4a", dark: "#c2c6cc" },
  ...verdictShades,
} as const satisfies Shades;

import { chartShades, pageShades, rampShades, textShades } from "../../charts/layout/palette.ts";

type Shades = Readonly<Record<string, { light: string; dark: string }>>;

const inCharts: Shades = {
  ...chartShades,
  ...textShades,
  ...Object.fromEntries(rampShades.map((shades, i) => [`ramp-${i + 1}`, shades])),
};

const variables = (shades: Shades, paper: "light" | "dark", before: string): string =>
  Object.entries(shades)
    .map(([name, shade]) => `--${before}${name}: ${shade[paper]};`)
    .join(" ");

const all = (paper: "light" | "dark"): string =>
  `${variables(pageShades, paper, "")} ${variables(inCharts, paper, "chart-")}`;

/** A drawing is made in the colours of light paper, and a page swaps each for its variable. */
const swapped = [
  ...Object.entries(inCharts).map(([name, { light }]) => ({ name: `chart-${name}`, light })),
  ...(["cooling", "heating", "mixed"] as const).map((name) => ({ name, light: pageShades[name].light })),
]
  .flatMap(({ name, light }) =>
    ["fill", "stroke"].map((mark) => `.picture svg [${mark}="${light}"] { ${mark}: var(--${name}); }`),
  )
  .join("\n");

/** Colours of pages and charts as variables, by the paper that the reader has; print is always on light paper. */
export const coloursStyle = `:root { color-scheme: light dark; --focus: #ffd23f; ${all("light")} }
@media screen and (prefers-color-scheme: dark) {
  :root { ${all("dark")} }
${swapped}
}
`;

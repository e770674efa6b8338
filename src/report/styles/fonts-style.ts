import { font } from "../../charts/layout/chart-theme.ts";

const face = (weight: number): string =>
  `@font-face { font-family: Arimo; font-weight: ${weight}; font-display: swap; src: url(fonts/arimo-${weight}.woff2) format("woff2"); }`;

/** The report's own typeface: as wide as Arial and Helvetica, letter by letter, and the same on every machine. */
export const fonts = `${face(400)}
${face(700)}
body { font-family: ${font}; }
`;

/** Contrast of two colours as WCAG 2.2 reckons it. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */

type Rgb = readonly [number, number, number];

const rgb = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
const hexOf = (colour: Rgb): string =>
  `#${colour.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;

function luminance(hex: string): number {
  const [red, green, blue] = rgb(hex).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : Math.exp(2.4 * Math.log((share + 0.055) / 1.055));
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** What every surface reflects of the light around it. */
const flare = 1 / 20;

/** From 1, no contrast, to 21, black on white. */
export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + flare) / (low + flare);
}

const steps = 255;

/** The colour of the same hue, mixed with as little black or white as will do, that holds the ratio against every other. */
export function nearestHolding(colour: string, others: readonly string[], ratio: number): string | null {
  for (let step = 0; step <= steps; step++)
    for (const end of [0, 255]) {
      const mixed = rgb(colour).map((part) => part + ((end - part) * step) / steps) as unknown as Rgb;
      const hex = hexOf(mixed);
      if (others.every((other) => contrast(hex, other) >= ratio)) return hex;
    }
  return null;
}

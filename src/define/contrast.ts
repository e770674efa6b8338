/** Contrast of two colours as WCAG 2.2 reckons it. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */

/** Red, green and blue, from 0 to 255. */
const rgb = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
const hexOf = (colour: readonly number[]): string =>
  `#${colour.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;

/** What red, green and blue add to luminance. */
const weights = [0.2126, 0.7152, 0.0722];

function luminance(hex: string): number {
  const linear = rgb(hex).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : Math.exp(2.4 * Math.log((share + 0.055) / 1.055));
  });
  return linear.reduce((sum, part, i) => sum + part * (weights[i] ?? 0), 0);
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
      const mixed = rgb(colour).map((part) => part + ((end - part) * step) / steps);
      const hex = hexOf(mixed);
      if (others.every((other) => contrast(hex, other) >= ratio)) return hex;
    }
  return null;
}

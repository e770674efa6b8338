/** Shorthand for cells without a figure, as the Government Analysis Function recommends it. */
export const shorthand = [
  { mark: "[b]", means: "Break in the series: figures before and after cannot be compared." },
  { mark: "[c]", means: "Confidential: held back so that no person can be recognised." },
  { mark: "[u]", means: "Low reliability: too few people or events for a figure that can be trusted." },
  { mark: "[x]", means: "Not available." },
  { mark: "[z]", means: "Not applicable: no figure can be expected here." },
] as const;

export type Shorthand = (typeof shorthand)[number]["mark"];
export const isShorthand = (text: string | null): text is Shorthand => shorthand.some(({ mark }) => mark === text);

import { type Dataset, type MarkedRange, meaningsOf } from "./dataset.ts";

const forms: [RegExp, (numbers: readonly number[]) => [from: number, to: number]][] = [
  [/^(?:<|less than|fewer than|under|below) ?(\d+)$/i, ([end]) => [1, end! - 1]],
  [/^(?:≤|<=|up to|at most) ?(\d+)$/i, ([end]) => [1, end!]],
  [/^(\d+) (?:or|and) (?:fewer|less|under)$/i, ([end]) => [1, end!]],
  [/^(\d+) ?(?:-|\u2013|to) ?(\d+)$/i, ([from, to]) => [from!, to!]],
];

/** The counts that a marker such as <5, 1-9 or "fewer than 5" stands for by its words, a nought being told apart; null of another. */
export function rangeInWords(marker: string): MarkedRange | null {
  const bare = marker.trim().replace(/^\[(.*)\]$|^\((.*)\)$/, "$1$2");
  for (const [form, ends] of forms) {
    const match = form.exec(bare);
    if (match === null) continue;
    const [from, to] = ends(match.slice(1).map(Number));
    return from < to ? { from, to } : null;
  }
  return null;
}

/** Markers of counts that name two ends, and are declared as blanks: the figures made of them are lost. */
export function rangesDeclaredBlank(dataset: Dataset): { marker: string; range: MarkedRange }[] {
  const counts = Object.entries(dataset.columns).flatMap(([name, { type }]) => (type === "integer" ? [name] : []));
  const markers = counts.flatMap((name) =>
    Object.entries(meaningsOf(dataset, name)).flatMap(([marker, meaning]) =>
      typeof meaning === "string" ? [marker] : [],
    ),
  );
  return [...new Set(markers)].flatMap((marker) => {
    const range = rangeInWords(marker);
    return range === null ? [] : [{ marker, range }];
  });
}

import { type Element, textOf, within } from "./document.ts";
import { numberIn } from "./tokens.ts";

/** Numbers along an axis: they belong to the scale and are no figures. Even steps in value, or in its logarithm, at even steps of place. */
export function ticksOf(svg: Element): ReadonlySet<Element> {
  const rows = new Map<Element, { text: Element; value: number; x: number; y: number }[]>();
  for (const text of within(svg)) {
    if (text.name !== "text" || text.parent === null) continue;
    const said = textOf(text).trim();
    const number = /^([−-]?[\d,]+(?:\.\d+)?)(?:%| [\p{L} ]+)?$/u.exec(said);
    const place = /translate\(([-\d.]+)[, ]([-\d.]+)\)/.exec(text.attributes["transform"] ?? "");
    const [x, y] =
      place !== null
        ? [Number(place[1]), Number(place[2])]
        : [Number(text.attributes["x"]), Number(text.attributes["y"])];
    if (number === null || !Number.isFinite(x) || !Number.isFinite(y)) continue;
    rows.set(text.parent, [...(rows.get(text.parent) ?? []), { text, value: numberIn(number[1]!), x, y }]);
  }
  const found = new Set<Element>();
  for (const row of rows.values()) {
    if (row.length < 3) continue;
    const isAcross = row.every(({ y }) => y === row[0]!.y);
    if (!isAcross && !row.every(({ x }) => x === row[0]!.x)) continue;
    const places = row.map(({ x, y }) => (isAcross ? x : y));
    const isEven = (values: readonly number[]): boolean => {
      const [first, last] = [0, values.length - 1];
      const rise = (values[last]! - values[first]!) / (places[last]! - places[first]!);
      return (
        rise !== 0 &&
        values.every(
          (value, n) => Math.abs(value - values[first]! - rise * (places[n]! - places[first]!)) <= Math.abs(rise) * 1.5,
        )
      );
    };
    const values = row.map(({ value }) => value);
    const steps = new Set(values.slice(1).map((value, n) => (value - values[n]!).toFixed(6)));
    const isRound = steps.size === 1 || values.every((value) => value > 0);
    if (isRound && (isEven(values) || (values.every((value) => value > 0) && isEven(values.map(Math.log)))))
      for (const { text } of row) found.add(text);
  }
  return found;
}

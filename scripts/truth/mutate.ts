import type { WrittenResults } from "../../src/results/results.ts";
import { sfc32 } from "../coverage/random.ts";
import type { Statement } from "./statements.ts";
import type { Traced, tracer } from "./trace.ts";

/** Whether the tool notices an untruth: figures are changed by chance, and it is asked again. */

const kinds = ["last digit", "another group's figure", "another period's figure"] as const;
const places = ["sentence", "cell", "mark of a chart"] as const;

export interface Mutation {
  kind: (typeof kinds)[number];
  place: (typeof places)[number];
  page: string;
  before: string;
  after: string;
  noticed: boolean;
  /** Where the changed figure was taken to come from, if it was not noticed. */
  from: string;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const decimalsOf = (text: string): number => text.split(".")[1]?.length ?? 0;
const written = (value: number, decimals: number): string =>
  Math.abs(value).toLocaleString("en-GB", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** The figure with one more or one less in the last digit that it shows. */
function nextTo(text: string, up: boolean): string {
  const plain = text.replaceAll(",", "");
  const decimals = decimalsOf(plain);
  const value = Math.abs(Number(plain.replace("−", "-")));
  const zeros = /0+$/.exec(plain)?.[0].length ?? 0;
  const step = decimals > 0 ? 10 ** -decimals : value >= 100 ? 10 ** zeros : 1;
  return written(up || value < step ? value + step : value - step, decimals);
}

/** The figure of another group, or of another period, where the figure is a group's own. */
function otherFigure(
  results: WrittenResults,
  path: string,
  kind: Mutation["kind"],
  random: () => number,
): number | null {
  const found = /^indicators\[(\d+)\]\.dimensions\[(\d+)\]\.periods\[(\d+)\]\.groups\[(\d+)\]\.estimate$/.exec(path);
  if (found === null) return null;
  const [n, k, p, g] = found.slice(1).map(Number) as [number, number, number, number];
  const { periods } = results.indicators[n]!.dimensions[k]!;
  const others =
    kind === "another group's figure"
      ? periods[p]!.groups.filter((_, i) => i !== g)
      : periods.filter((_, i) => i !== p).flatMap((one) => one.groups[g] ?? []);
  const values = others.flatMap(({ estimate }) => ("value" in estimate ? [estimate.value] : []));
  return values.length === 0 ? null : values[Math.floor(random() * values.length)]!;
}

const isFigure = ({ trace, number }: Traced): boolean =>
  /\d/.test(number) && !/^period|^constant|^threshold/.test(trace.derivation);

export function mutate(
  results: WrittenResults,
  statements: readonly Statement[],
  trace: ReturnType<typeof tracer>,
  { n, seed, place }: { n: number; seed: number; place: Mutation["place"] },
): Mutation[] {
  const random = sfc32(seed, 0, places.indexOf(place));
  const isPlace = ({ isCell, from, chart }: Statement): boolean =>
    place === "cell"
      ? isCell
      : place === "mark of a chart"
        ? chart !== null && from === "text"
        : !isCell && chart === null;
  const at = statements.flatMap((one, i) => (isPlace(one) && /\d/.test(one.text) ? [i] : []));
  const found: Mutation[] = [];
  for (let tries = 0; found.length < n && tries < n * 60; tries += 1) {
    const i = at[Math.floor(random() * at.length)];
    if (i === undefined) break;
    const statement = statements[i]!;
    // What stands before it is read first, as on the page.
    const again = (text: string) => {
      if (i > 0) trace(statements[i - 1]!);
      return trace({ ...statement, text });
    };
    const { traced, findings } = again(statement.text);
    const figures = traced.filter(isFigure);
    const figure = figures[Math.floor(random() * figures.length)];
    const kind = kinds[found.length % kinds.length]!;
    if (findings.length > 0 || figure === undefined) continue;
    const text = figure.number.split(" ")[0]!;
    const other = kind === "last digit" ? null : otherFigure(results, figure.trace.path, kind, random);
    if (kind !== "last digit" && other === null) continue;
    const sign = /^[−+-]/.exec(text)?.[0] ?? "";
    const put =
      sign + (other === null ? nextTo(text.slice(sign.length), random() < 0.5) : written(other, decimalsOf(text)));
    if (put === text) continue;
    const after = statement.text.replace(new RegExp(`(?<![\\d.,])${escaped(text)}(?![\\d]|[.,]\\d)`), put);
    if (after === statement.text) continue;
    const outcome = again(after);
    const from = outcome.traced
      .filter(({ number }) => number.split(" ")[0] === put)
      .map(({ trace: to }) => `${to.path} ${to.derivation}`)
      .join("; ");
    found.push({
      from,
      kind,
      place,
      page: statement.scope.page,
      before: statement.text,
      after,
      noticed: outcome.findings.length > 0,
    });
  }
  return found;
}

/** Shares that were noticed, by kind. */
export function noticed(mutations: readonly Mutation[]): { kind: string; n: number; noticed: number }[] {
  return kinds.flatMap((kind) => {
    const own = mutations.filter((one) => one.kind === kind);
    return own.length === 0 ? [] : [{ kind, n: own.length, noticed: own.filter((one) => one.noticed).length }];
  });
}

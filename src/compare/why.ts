import type { Cell, Changes, FigureCause, FigureReason } from "../results/changes.ts";
import type { ComparedBuild } from "./previous.ts";
import { breakdownOf, ofMethod } from "./verdicts.ts";

/**
 * Why a figure is not what it was, as far as two outputs can tell: everything near it that differs. Where nothing does, what
 * it shares with all figures, and where that is the same too, the program.
 */
export function whyFigure(
  previous: ComparedBuild,
  current: ComparedBuild,
  { inputs, settings, versions }: Changes,
  cell: Cell,
): FigureReason[] {
  const files = inputs.map(({ name }) => name);
  const datasets = [previous, current].flatMap(({ results }) => datasetsOf(results, cell.indicator));
  const ofData = files.filter((file) => file.split("/").some((part) => datasets.includes(part)));
  const isDefinition = (file: string): boolean => file.endsWith("/dataset.yaml");
  const [then, now] = [measureOf(previous, cell), measureOf(current, cell)];
  const near = reasons([
    ["data", ofData.filter((file) => !isDefinition(file))],
    ["definition", files.filter((file) => file.split("/").at(-1) === `${cell.indicator}.yaml`)],
    ["dataset", ofData.filter(isDefinition)],
    ["measure", then !== null && now !== null && then !== now ? [then, now] : []],
    ["settings", ofMethod(settings).map(({ name }) => name)],
  ]);
  if (near.length > 0) return near;
  const known = reasons([["project", files.filter((file) => !file.endsWith(".md"))]]);
  if (known.length > 0) return known;
  const programs = versions.map(({ name }) => name);
  return programs.length > 0 ? [{ cause: "program", names: programs }] : [{ cause: "unknown", names: [] }];
}

const reasons = (found: readonly [FigureCause, string[]][]): FigureReason[] =>
  found.flatMap(([cause, names]) => (names.length > 0 ? [{ cause, names }] : []));

const datasetsOf = ({ indicators }: ComparedBuild["results"], indicator: string): readonly string[] =>
  indicators.find(({ id }) => id === indicator)?.datasets ?? [];

/** Definition of the measure that a gap was made by; null of what is no gap. */
function measureOf({ results }: ComparedBuild, { indicator, dimension, period, what }: Cell): string | null {
  if (what !== "absolute" && what !== "relative") return null;
  const own = breakdownOf(results, indicator, dimension)?.periods.find((one) => one.period.label === period)?.[what];
  return own === undefined || "reason" in own ? null : own.definition;
}

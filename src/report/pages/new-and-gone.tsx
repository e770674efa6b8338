import type { Say } from "../../catalogue/say.ts";
import { cellName, dimensionTitle, titleOf } from "../../narrate/revised.ts";
import type { Changes } from "../../results/changes.ts";
import type { Place } from "../page.ts";
import { useSay } from "./surroundings.ts";

type Coverage = Say["changes"]["coverage"];

/** Indicators, breakdowns, periods, groups and figures that are in one of two builds alone. */
export function NewAndGone({ results, changes }: { results: Place["results"]; changes: Changes }) {
  const say = useSay();
  const words = say.changes;
  const { indicators, breakdowns, periods, groups, appeared, disappeared } = changes;
  const named = (indicator: string, dimension: string): string =>
    words.captions.breakdown(titleOf(results, changes, indicator), dimensionTitle(results, dimension));
  const alone = (name: string): Gathered => ({ name, items: [] });
  const parts: Record<keyof Coverage, Gathered[]> = {
    indicatorsAdded: indicators.added.map(({ title }) => alone(title)),
    indicatorsDropped: indicators.dropped.map(({ title }) => alone(title)),
    breakdownsAdded: breakdowns.added.map(({ indicator, dimension }) => alone(named(indicator, dimension))),
    breakdownsDropped: breakdowns.dropped.map(({ indicator, dimension }) => alone(named(indicator, dimension))),
    periodsAdded: gathered(periods.added, named, ({ period }) => period),
    periodsDropped: gathered(periods.dropped, named, ({ period }) => period),
    groupsAdded: gathered(groups.added, named, ({ label }) => label),
    groupsDropped: gathered(groups.dropped, named, ({ label }) => label),
    appeared: gathered(appeared, named, (one) => words.inPeriod(cellName(say, one), one.period)),
    disappeared: gathered(disappeared, named, (one) => words.inPeriod(cellName(say, one), one.period)),
  };
  const shown = Object.entries(parts).filter(([, lines]) => lines.length > 0);
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="coverage">
      <h2 id="coverage">{words.headings.coverage}</h2>
      {shown.map(([key, lines]) => (
        <section key={key} aria-labelledby={key}>
          <h3 id={key}>{words.coverage[key as keyof Coverage]}</h3>
          <ul>
            {lines.map((line) => (
              <li key={line.name}>
                <Line {...line} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

/** A line: what it is about, and the periods, groups or figures of it. */
interface Gathered {
  name: string;
  items: readonly string[];
}

function Line({ name, items }: Gathered) {
  const { changes: words } = useSay();
  if (items.length === 0) return <>{name}</>;
  return (
    <>
      {words.gathered(name)}
      {items.map((item, i) => [
        i > 0 && "; ",
        <span key={item} class="item">
          {item}
        </span>,
      ])}
    </>
  );
}

/** One line for each breakdown, with all that belongs to it. */
function gathered<T extends { indicator: string; dimension: string }>(
  list: readonly T[],
  named: (indicator: string, dimension: string) => string,
  text: (one: T) => string,
): Gathered[] {
  const lines = new Map<string, string[]>();
  for (const one of list) {
    const name = named(one.indicator, one.dimension);
    lines.set(name, [...(lines.get(name) ?? []), text(one)]);
  }
  return [...lines].map(([name, items]) => ({ name, items }));
}

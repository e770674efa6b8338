import {
  amountText,
  backText,
  moneyText,
  oneOf,
  type Returning,
  spanOfBack,
  spanText,
} from "../../narrate/return-words.ts";
import type { Publishable } from "../../results/results.ts";
import type { Reckoning } from "../../results/return-results.ts";
import { shareText, spreadCells } from "./return-parts.tsx";
import { DataTable } from "./scrolling-table.tsx";
import { useSay } from "./surroundings.ts";

interface Props {
  results: Publishable;
  r: Returning;
  reckoned: Reckoning;
}

/** Value to people by deprivation, with and without weights; nothing where no outcome says whose it is. */
export function Groups({ results, r, reckoned }: Props) {
  const { returns: words } = useSay();
  const { settings } = r.value;
  const dimension = results.dimensions.find(({ id }) => id === settings?.groups);
  if (dimension === undefined || settings === null || reckoned.byGroup.length === 0) return null;
  const { byGroup, weightedRatio, ratio, ungrouped } = reckoned;
  const order = dimension.groups.map(({ id }) => id);
  const all = { central: byGroup.reduce((sum, { value }) => sum + value.central, 0) };
  const { head } = words.groups;
  const isWeighed = settings.weights !== null;
  return (
    <section aria-labelledby="groups">
      <h2 id="groups">{words.groups.heading(dimension.title)}</h2>
      {weightedRatio !== null && (
        <p>{words.groups.plain(spanOfBack(r, ratio), spanOfBack(r, weightedRatio), oneOf(r))}</p>
      )}
      <p>{words.groups.lead}</p>
      <DataTable
        id="table-groups"
        root="../"
        table={{
          caption: words.groups.caption(dimension.title, r.programme.title),
          head: [head.group, head.value, head.range, head.share, ...(isWeighed ? [head.weight, head.weighted] : [])],
          rows: [...byGroup]
            .sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group))
            .map(({ group, value, weight, weighted }) => ({
              heading: dimension.groups.find(({ id }) => id === group)?.label ?? group,
              cells: [
                ...spreadCells(r, value),
                shareText(r, value, all),
                ...(isWeighed ? [weight === null ? "" : backText(r, weight), amountText(r, weighted ?? 0)] : []),
              ],
            })),
        }}
      />
      {ungrouped !== null && <p>{words.groups.rest(spanText(r, ungrouped))}</p>}
      <p class="small">
        {settings.weights === null
          ? words.groups.noWeights
          : words.groups.weigh(moneyText(r, settings.weights.reference), settings.weights.source)}
      </p>
    </section>
  );
}

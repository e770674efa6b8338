import { amountText, backText, baseYearOf, oneOf, type Returning } from "../../narrate/return-words.ts";
import { yearByYear } from "../../narrate/return-years-sums.ts";
import type { Reckoning } from "../../results/return-results.ts";
import { DataTable } from "./scrolling-table.tsx";
import { useSay } from "./surroundings.ts";

/** What goes in and what comes about in each year, and what would come back if nothing later counted. */
export function Years({ r, reckoned }: { r: Returning; reckoned: Reckoning }) {
  const { years: words } = useSay().returns;
  const rows = yearByYear(reckoned);
  const paid = rows.find(({ upTo }) => upTo >= 1);
  const base = baseYearOf(r);
  const { head } = words;
  return (
    <section aria-labelledby="years">
      <h2 id="years">{words.heading}</h2>
      <p>
        {words.lead(oneOf(r))} {paid === undefined ? words.never : words.paid(String(paid.year))}
      </p>
      <DataTable
        id="table-years"
        root="../"
        table={{
          caption: words.caption(r.programme.title),
          head: [head.year, head.inputs, head.value, head.presentInputs(base), head.presentValue(base), head.upTo],
          rows: rows.map(({ year, upTo, ...of }) => ({
            heading: String(year),
            cells: [
              ...[of.inputs, of.value, of.presentInputs, of.presentValue].map((value) => amountText(r, value)),
              backText(r, upTo),
            ],
          })),
        }}
      />
      <p class="small">{words.rounding}</p>
    </section>
  );
}

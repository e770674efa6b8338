import { dataGapStates, type WrittenResults } from "../../results/results.ts";
import { type DataTable, dataTable } from "../data-table.ts";
import { filled, indicator, oneOf, share, text } from "../fields.ts";

export const dataGap = ({ dataGaps }: WrittenResults): DataTable =>
  dataTable({
    name: "data_gap",
    title: "Who is counted",
    grain: "one row per indicator and characteristic",
    key: ["indicator", "characteristic"],
    references: [{ columns: ["indicator"], table: "indicator" }],
    fields: {
      indicator,
      characteristic: filled(text("Characteristic", "Id of the protected characteristic, or deprivation")),
      state: filled(oneOf(dataGapStates, text("State", "Whether the gap can be measured"))),
      dimensions: text("Breakdowns", "Ids of the dimensions that measure it, with spaces between"),
      unrecorded_share: share("Not recorded", "Share of people whose group is not recorded, 0 to 1"),
      why: text("Why not", "Why it is not measured, where that is known"),
    },
    rows: dataGaps.flatMap(({ indicator: id, cells }) =>
      cells.map((cell) => [
        id,
        cell.characteristic,
        cell.state,
        cell.dimensions.join(" ") || null,
        cell.unrecordedShare,
        cell.why,
      ]),
    ),
  });

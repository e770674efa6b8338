import { dataGapStates, type WrittenResults } from "../../results/results.ts";
import { type DeclaredTable, declaredTable } from "../data-table.ts";
import { filled, indicator, oneOf, share, text } from "../fields.ts";

export const dataGap = ({ dataGaps }: WrittenResults): DeclaredTable =>
  declaredTable({
    name: "data_gap",
    key: ["indicator", "characteristic"],
    references: [{ columns: ["indicator"], table: "indicator" }],
    fields: {
      indicator,
      characteristic: filled(text),
      state: filled(oneOf(dataGapStates, text)),
      dimensions: text,
      unrecorded_share: share,
      why: text,
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

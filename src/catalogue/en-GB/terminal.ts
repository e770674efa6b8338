import type { Order } from "../../model.ts";
import { type Counted, plural } from "../english.ts";
import type { GapType } from "../vocabulary.ts";

const types: Record<GapType, string> = { absolute: "absolute", relative: "relative" };
const groupsOf: Record<Order, string> = { ordered: "ordered", pair: "pair", unordered: "unordered" };

/** What commands print when they are done, and the labels of their tables. */
export const terminal = {
  built: (indicators: Counted, notes: Counted, page: string): string =>
    `${plural(indicators, "indicator")}, ${plural(notes, "note")}. The report: ${page}`,
  checked: (indicators: Counted, notes: Counted): string =>
    `${plural(indicators, "indicator is", "indicators are")} sound, with ${plural(notes, "note")}.`,
  noteAt: (indicator: string, dimension: string, note: string): string => `note: ${indicator} by ${dimension}: ${note}`,
  noIndicator: "no indicator yet",
  pdf: (file: string): string => `The PDF: ${file}`,
  measure: { definition: "definition", type: "type", formula: "formula", source: "source" },
  typeOfMeasure: (type: GapType, orders: readonly Order[]): string =>
    `${types[type]}; ${orders.map((order) => groupsOf[order]).join(", ")} groups`,
  scenario: "scenario",
  overall: (value: string, interval: string): string => `overall ${value} (${interval})`,
  headlineGaps: (absolute: string, relative: string): string => `headline gaps: ${absolute} and ${relative}`,
  note: (text: string): string => `note: ${text}`,
  interval: (lower: string, upper: string): string => `${lower} to ${upper}`,
  gapsOfScenario: (level: string): string[] => ["measure", "value", `${level} interval`, "oriented", "definition"],
  nothing: (kind: string): string => `${kind}: nothing`,
  items: (items: Counted): string => plural(items, "item"),
  gapsOfSeries: ["gap", "measure", "since", "from", "to", "p", "adjusted p", "direction", "reason"],
  gap: types,
  overallLevel: (from: string, to: string, direction: string): string =>
    `overall level: ${from} to ${to}, ${direction}`,
  judged: (name: string, gap: string, temperature: string, basis: string): string =>
    `${name}: ${gap} (${temperature}), basis ${basis}`,
  levellingDown: "levelling down",
  card: (picture: string, text: string): string => `The card: ${picture}, and its text: ${text}`,
};

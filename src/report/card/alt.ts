import type { Say } from "../../catalogue/say.ts";
import type { CardContent } from "./content.ts";

/** The card in words, for those who do not see it. */
export function altText(
  { report, title, by, headline, change, verdict, chart, source }: CardContent,
  { forms, sentence }: Say,
): string {
  const rows = chart.rows.map(({ label, text }) => `${label} ${text}`);
  return [
    forms.altTitle(report, title, by),
    headline,
    sentence(change),
    forms.altVerdict(verdict.label, verdict.word),
    ...(rows.length === 0 ? [] : [forms.altChart(chart.caption, rows)]),
    source,
  ].join(" ");
}

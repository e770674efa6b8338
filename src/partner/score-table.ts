import { type Say, sayIn } from "../catalogue/say.ts";
import type { Scored, SectionScore, Why } from "./score-answers.ts";
import { aligned } from "./terminal-tables.ts";

/** So many failures are told one by one. */
const TOLD = 20;

/** Sections with their counts, and what failed, for people. */
export function conformanceLines(
  { sections, checks }: { sections: readonly SectionScore[]; checks: readonly Scored[] },
  say: Say = sayIn({ language: "en-GB" }),
): string[] {
  const { conformance, counted } = say;
  const rows = sections.map(({ section, passed, failed, unsupported }) => [
    section,
    ...[passed, failed, unsupported].map((count) => counted(count).text),
  ]);
  const failures = checks.filter(({ outcome }) => outcome === "failed");
  const told = failures
    .slice(0, TOLD)
    .map(({ vector, section, why, source }) =>
      conformance.failed(vector, section, why === null ? "" : whyText(why, say), source),
    );
  const rest = failures.length - told.length;
  return [aligned([conformance.columns, ...rows]), ...told, ...(rest > 0 ? [conformance.more(counted(rest))] : [])];
}

export function whyText(reason: Why, { conformance: { why } }: Say): string {
  switch (reason.kind) {
    case "ended":
      return why.ended(reason.code, reason.said);
    case "late":
      return why.late(String(reason.seconds));
    case "long":
      return why.long(String(reason.megabytes));
    case "other-question":
      return why["other-question"](reason.id);
    case "differs":
      return why.differs(reason.path, reason.found, reason.expected);
    case "no-json":
    case "no-reply":
    case "error":
      return why[reason.kind](reason.text);
  }
}

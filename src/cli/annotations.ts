import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { type Fault, UserError, whereText } from "../error.ts";

/** The machines that show faults beside the lines of the files that they are in. */
export const annotators = ["github", "gitlab"] as const;
export type Annotator = (typeof annotators)[number];

/** Where faults of a project lie, as whoever reads the annotations calls its files. */
interface Placed {
  project: string;
  shownPath: (path: string) => string;
}

/** Faults as a machine shows them: commands of a GitHub workflow, or a code quality report of GitLab. */
export function annotations(how: Annotator, faults: readonly Fault[], { project, shownPath }: Placed): string[] {
  const placed = faults.map((fault) => ({ fault, path: shownPath(resolve(project, fault.where.file)) }));
  if (how === "github") return placed.map(({ fault, path }) => workflowCommand(fault, path));
  const issues = placed.map(({ fault, path }) => ({
    description: told(fault),
    check_name: "tempcheck",
    fingerprint: createHash("sha256")
      .update(JSON.stringify([path, whereText(fault.where), fault.must, fault.found]))
      .digest("hex"),
    severity: "blocker",
    location: { path, lines: { begin: fault.where.line ?? 1 } },
  }));
  return [JSON.stringify(issues, null, 1)];
}

/** Does something, and annotates what it finds wrong with what it was given. */
export async function annotated(
  how: Annotator | undefined,
  { print, ...placed }: Placed & { print: (line: string) => void },
  action: () => Promise<void>,
): Promise<void> {
  const annotate = (faults: readonly Fault[]): void => {
    if (how !== undefined) for (const line of annotations(how, faults, placed)) print(line);
  };
  try {
    await action();
  } catch (error) {
    if (error instanceof UserError) annotate(error.faults);
    throw error;
  }
  if (how === "gitlab") annotate([]);
}

function workflowCommand(fault: Fault, path: string): string {
  const { line, column } = fault.where;
  const at: [string, string | number | undefined][] = [
    ["file", path],
    ["line", line],
    ["col", line === undefined ? undefined : column],
    ["title", "tempcheck"],
  ];
  const properties = at.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${property(String(value))}`]));
  return `::error ${properties.join(",")}::${data(told(fault))}`;
}

/** What an annotation says; its file and line stand beside it. */
function told({ where: { sheet, record, key }, must, found, fix }: Fault): string {
  const inside = [sheet === undefined ? "" : `[${sheet}]`, record === undefined ? "" : `record ${record}`, key ?? ""];
  const at = inside.filter((part) => part !== "").join(" ");
  return [...(at === "" ? [] : [at]), `must:  ${must}`, `found: ${found}`, `do:    ${fix}`].join("\n");
}

/** As GitHub's toolkit escapes the message of a command, and the values of its properties. */
const data = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

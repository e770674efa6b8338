import { arch, platform, release } from "node:os";
import { version } from "../run/versions.ts";

const MOST_FRAMES = 20;

/**
 * What to report of a bug: everything that finds its place, and nothing of the project. Values of options, and what stands
 * in quotes or is a number in a message, may be its data.
 */
export function bugReport(error: unknown, args: readonly string[]): string[] {
  const { name, message, stack } =
    error instanceof Error ? error : { name: "thrown", message: String(error), stack: "" };
  const frames = (stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, MOST_FRAMES);
  return [
    "This is a bug in tempcheck, not a fault in your files. Nothing was written; the last output is as it was.",
    "Please send these lines to whoever maintains tempcheck, as an issue of its repository. They hold no data of your project:",
    `  tempcheck ${version()}, node ${process.versions.node}, ${platform()} ${release()} ${arch()}`,
    `  command: tempcheck ${commandOf(args)}`,
    `  ${name}: ${masked(message)}`,
    ...frames.map((line) => `  ${placed(line.trim())}`),
  ];
}

/** The command and the names of its options. */
const commandOf = (args: readonly string[]): string =>
  [/^[a-z]+$/.test(args[0] ?? "") ? args[0] : "...", ...args.slice(1).flatMap(optionName)].join(" ");

const optionName = (argument: string): string[] => (/^--[a-z-]+/.exec(argument) ?? []).slice(0, 1);

/** A line of a stack without the folders of whoever runs it. */
const placed = (frame: string): string =>
  frame.replace(
    /(?:file:\/\/)?\/[^()]*?(?:((?:src|dist|node_modules)\/[^()]*)|([^/()]*))(?=\)|$)/,
    (_, own: string | undefined, last: string | undefined) => own ?? last ?? "",
  );

/** How a message begins, before what it speaks of, and without what may be data. */
const masked = (message: string): string =>
  (message.split(/[\n:]/)[0] ?? "")
    .slice(0, 160)
    .replace(/"[^"]*"?|'[^']*'?|`[^`]*`?/g, '"..."')
    .replace(/\/[^\s,;:]+/g, "...")
    .replace(/\d+(\.\d+)?/g, "#");

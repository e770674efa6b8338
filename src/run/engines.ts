import { readFileSync } from "node:fs";
import type { Definitions } from "../define/definitions.ts";
import { isInEngine } from "../define/engine-columns.ts";
import { connectionFrom } from "../engine/connection.ts";
import type { Progress } from "../engine/engine-port.ts";
import { Trino } from "../engine/trino.ts";
import { trino } from "../ingest/dialects.ts";
import type { EngineAccess } from "../ingest/engine-access.ts";

/** Signals by which a person or a machine closes the command. */
const CLOSING = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const TELLING_MS = 5_000;

/** What engines are asked just now. */
const asking = new Set<{ end(): void; ended: Promise<unknown> }>();

/** Ends on the engines whatever they are asked just now. */
export async function endEngines(): Promise<void> {
  await Promise.all(
    [...asking].map(({ end, ended }) => {
      end();
      return ended;
    }),
  );
}

/**
 * Does something with the engine that datasets name, if any does. When the command is closed meanwhile, what the engine is
 * at is ended there first.
 */
export async function withEngine<T>(
  { datasets }: Pick<Definitions, "datasets">,
  tell: (detail: string) => void,
  act: (access: EngineAccess | undefined) => Promise<T>,
): Promise<T> {
  const first = datasets.find(({ value }) => isInEngine(value));
  if (first === undefined) return act(undefined);
  const ending = new AbortController();
  const engine = new Trino(connectionFrom(process.env, first.yaml.where(["engine"]), textOf), {
    signal: ending.signal,
  });
  let closedBy: NodeJS.Signals | null = null;
  const close = (signal: NodeJS.Signals): void => {
    closedBy = signal;
    if (!engine.isBusy) again(signal);
    ending.abort();
  };
  // Ends as it would have without the engine; what was begun on the disk is tidied by the next build.
  const again = (signal: NodeJS.Signals): void => {
    for (const one of CLOSING) process.removeListener(one, close);
    process.kill(process.pid, signal);
  };
  let isClosing = false;
  const end = (): void => {
    isClosing = true;
    ending.abort();
  };
  for (const signal of CLOSING) process.once(signal, close);
  const acting = act({ engine, dialect: trino, progress: nowAndThen(tell) });
  const one = { end, ended: acting.catch(() => {}) };
  asking.add(one);
  try {
    return await acting;
  } finally {
    if (closedBy !== null && !isClosing) {
      again(closedBy);
      await new Promise<never>(() => {});
    }
    asking.delete(one);
    for (const signal of CLOSING) process.removeListener(signal, close);
    engine.close();
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

/** Tells how far a query is, of each at most every few seconds. */
function nowAndThen(tell: (detail: string) => void): EngineAccess["progress"] {
  const resting = new Set<string>();
  return (dataset, what, { rows, percent }: Progress) => {
    const key = `${dataset}: ${what}`;
    if (resting.has(key)) return;
    resting.add(key);
    setTimeout(() => resting.delete(key), TELLING_MS).unref();
    const share = percent === null ? "" : `, ${Math.floor(percent)} %`;
    tell(`${key}, on the engine: ${rows.toLocaleString("en-GB")} rows${share}`);
  };
}

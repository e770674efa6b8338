import { setTimeout as wait } from "node:timers/promises";
import { type Answer, callsTo } from "./calls.ts";
import type { Connection } from "./connection.ts";
import { withoutCredential } from "./credential.ts";
import { type Asked, type Engine, EngineFailure } from "./engine-port.ts";
import { answerSchema, failureOf, rowsIn, type TrinoAnswer } from "./trino-answers.ts";
import { NOT_TRINO, refusal, unreachable } from "./unanswered.ts";

interface Options {
  /** Ends what is asked, on the engine as well. */
  signal?: AbortSignal | undefined;
  /** Waits of so long together are made before a call is given up. */
  patienceMs?: number | undefined;
}

/** Answers by which the engine, or a gateway before it, asks to be called again. */
const BUSY = [429, 502, 503, 504];
const FIRST_WAIT_MS = 75;
const LONGEST_WAIT_MS = 5_000;
const PATIENCE_MS = 120_000;
const GATEWAY =
  "name the engine by the address that it has for itself; or let the gateway before it send X-Forwarded-Proto, -Host, -Port and, for a path, -Prefix, and the engine heed them: http-server.process-forwarded=true";
/** So long the end of a query is waited for. */
const FAREWELL_MS = 5_000;

/** Trino, by its client protocol: a statement is posted, and each answer names where the next is. */
export class Trino implements Engine {
  readonly #connection: Connection;
  readonly #calls: ReturnType<typeof callsTo>;
  readonly #signal: AbortSignal | undefined;
  readonly #patience: number;
  #asking = 0;

  constructor(connection: Connection, { signal, patienceMs = PATIENCE_MS }: Options = {}) {
    this.#connection = connection;
    this.#calls = callsTo(connection);
    this.#signal = signal;
    this.#patience = patienceMs;
  }

  /** Whether the engine is at something. */
  get isBusy(): boolean {
    return this.#asking > 0;
  }

  async ask(sql: string, asked: Asked): Promise<void> {
    this.#signal?.throwIfAborted();
    this.#asking++;
    try {
      await this.#ask(sql, asked);
    } finally {
      this.#asking--;
    }
  }

  async #ask(sql: string, { rows, progress }: Asked): Promise<void> {
    // Not ended by the signal: only its answer says what to end on the engine.
    let answer = this.#read(await this.#begun(sql));
    for (;;) {
      const next = answer.nextUri === undefined ? null : this.#own(answer.nextUri);
      try {
        if (answer.error)
          throw failureOf({ ...answer.error, message: this.#clean(answer.error.message) }, this.#connection.credential);
        const { processedRows, progressPercentage } = answer.stats;
        progress?.({ rows: processedRows, percent: progressPercentage ?? null });
        if (answer.data) await rows(rowsIn(answer));
        if (next === null) return;
        this.#signal?.throwIfAborted();
        answer = this.#read(await this.#followed(next));
      } catch (error) {
        if (next !== null) await this.#end(next);
        throw error;
      }
    }
  }

  close(): void {
    this.#calls.close();
  }

  #begun(sql: string): Promise<Answer> {
    const headers = { "Content-Type": "text/plain; charset=utf-8", "X-Trino-Source": "tempcheck" };
    return this.#patiently(() =>
      this.#calls.call("POST", `${this.#connection.base}/v1/statement`, { body: sql, headers }),
    );
  }

  #followed(url: string): Promise<Answer> {
    return this.#patiently(() => this.#calls.call("GET", url, { signal: this.#signal }), { alsoBroken: true });
  }

  /** Tells the engine that nobody waits any more. Whether it hears that changes nothing here. */
  async #end(url: string): Promise<void> {
    const signal = AbortSignal.timeout(FAREWELL_MS);
    await this.#calls.call("DELETE", url, { signal }).catch(() => {});
  }

  /** Calls until there is an answer that says something; an answer that broke off is asked for again where that repeats nothing. */
  async #patiently(call: () => Promise<Answer>, { alsoBroken = false } = {}): Promise<Answer> {
    let waited = 0;
    for (let pause = FIRST_WAIT_MS; ; pause = Math.min(2 * pause, LONGEST_WAIT_MS)) {
      let answer: Answer | null = null;
      let broken: EngineFailure | null = null;
      try {
        answer = await call();
        if (!BUSY.includes(answer.status)) return answer;
      } catch (error) {
        this.#signal?.throwIfAborted();
        broken = unreachable(error, this.#connection.base.startsWith("https:"));
        if (!alsoBroken) throw broken;
      }
      const asked = Number(answer?.headers["retry-after"]) * 1000;
      const rest = asked > 0 ? asked : pause;
      if (waited + rest > this.#patience)
        throw (
          broken ??
          new EngineFailure(
            `HTTP ${answer?.status}, again and again`,
            "run the command again when the engine is less busy",
          )
        );
      await wait(rest, undefined, { signal: this.#signal });
      waited += rest;
    }
  }

  #read(answer: Answer): TrinoAnswer {
    if (answer.status !== 200)
      throw refusal({ ...answer, text: this.#clean(answer.text) }, this.#connection.credential);
    let json: unknown;
    try {
      json = JSON.parse(answer.text);
    } catch {
      throw new EngineFailure("an answer that is no JSON", NOT_TRINO);
    }
    const read = answerSchema.safeParse(json);
    if (!read.success) throw new EngineFailure("an answer of another form than Trino's", NOT_TRINO);
    return read.data;
  }

  /** The address of the next answer, which must be the engine's own: the token or password goes there. */
  #own(next: string): string {
    const { base } = this.#connection;
    const url = parsed(next);
    if (url?.href.startsWith(`${base}/v1/statement/`)) return url.href;
    throw new EngineFailure(
      `a next address under ${url === null ? "none" : this.#clean(url.href.split("/v1/")[0]!)}, and not under ${base}`,
      GATEWAY,
    );
  }

  /** What the engine says, without what it was shown. */
  #clean(said: string): string {
    const { user, credential } = this.#connection;
    return credential === null ? said : withoutCredential(said, user, credential);
  }
}

function parsed(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

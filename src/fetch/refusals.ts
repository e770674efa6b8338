import type { Fault } from "../error.ts";

/** What a fault says beside its place. */
export type Words = Pick<Fault, "must" | "found" | "fix">;

/** What came cannot be used, and trying again would bring the same. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly words: Words;
  constructor(words: Words) {
    super(`${words.must}: ${words.found}`);
    this.words = words;
  }
}

/** Nothing whole came this time; it may the next. */
export class Passing extends Error {
  override readonly name = "Passing";
  readonly found: string;
  /** Milliseconds that the server asks to be left alone; null where it does not say. */
  readonly wait: number | null;
  constructor(found: string, wait: number | null = null) {
    super(found);
    this.found = found;
    this.wait = wait;
  }
}

/** Errors of the network that may pass. */
const passing: Readonly<Record<string, string>> = {
  ECONNRESET: "the connection was cut",
  ECONNREFUSED: "nobody answers at that address",
  ECONNABORTED: "the connection was cut",
  EPIPE: "the connection was cut",
  ETIMEDOUT: "no answer in time",
  ENETUNREACH: "no way to that host",
  EHOSTUNREACH: "no way to that host",
  EAI_AGAIN: "the name of the host could not be looked up",
  ENOTFOUND: "no host of that name",
};

/** An error of the network as what it is told as; any other is a bug, and is handed on. */
export function ofNetwork(error: unknown): Error {
  if (error instanceof Refusal || error instanceof Passing) return error;
  const { code = "", message = "" } = error as NodeJS.ErrnoException;
  if (passing[code] !== undefined) return new Passing(passing[code]);
  if (code === "HPE_HEADER_OVERFLOW")
    return new Refusal({
      must: "headers of at most 16 KB",
      found: "more",
      fix: "look at the address in a browser: it may be another than the declaration means",
    });
  if (/^HPE_/.test(code)) return new Passing("an answer that is no HTTP");
  if (/^(ERR_TLS|ERR_SSL|CERT_|DEPTH_|SELF_|UNABLE_|EPROTO)/.test(code))
    return new Refusal({
      must: "a certificate that this machine trusts, for this host",
      found: code === "EPROTO" ? "no TLS" : `${code}: ${message}`,
      fix: "mend the address; where an organisation puts its own certificate in between, name it in NODE_EXTRA_CA_CERTS",
    });
  if (code === "ABORT_ERR" || (error as Error).name === "TimeoutError") return new Passing("it took too long");
  return error instanceof Error ? error : new Error(String(error));
}

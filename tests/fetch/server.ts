import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import { createServer as createSecure } from "node:https";
import type { AddressInfo } from "node:net";
import { afterEach } from "vitest";
import type { FetchedFrom } from "../../src/define/fetched-from.ts";
import { type Circumstances, services } from "../../src/fetch/circumstances.ts";
import { type Fetched, fetched, type Known } from "../../src/fetch/fetched.ts";
import { inMemory, textOf } from "../../src/fetch/part.ts";
import { Refusal } from "../../src/fetch/refusals.ts";
import { Turns } from "../../src/fetch/waiting.ts";

export interface Local {
  url: string;
  /** Every request, as method and path. */
  asked: string[];
  headers: IncomingMessage["headers"][];
  bodies: string[];
  close(): Promise<void>;
}

export type Reply = (request: IncomingMessage, response: ServerResponse, nth: number) => void;

/** A server on the loopback address; a reply is told how many requests came before. */
export async function local(reply: Reply, tls?: { key: string; cert: string }): Promise<Local> {
  const seen: Pick<Local, "asked" | "headers" | "bodies"> = { asked: [], headers: [], bodies: [] };
  const listener: RequestListener = (request, response) => {
    const nth = seen.asked.length;
    seen.asked.push(`${request.method} ${request.url}`);
    seen.headers.push(request.headers);
    let body = "";
    request.on("data", (piece) => {
      body += String(piece);
    });
    request.on("end", () => {
      seen.bodies.push(body);
      reply(request, response, nth);
    });
  };
  const server: Server = tls ? createSecure(tls, listener) : createServer(listener);
  return { ...(await listening(server, tls ? "https" : "http")), ...seen };
}

/** Servers that are closed after each test. */
export function servers(): (reply: Reply) => Promise<Local> {
  const open: Local[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((server) => server.close()));
  });
  return async (reply) => {
    const server = await local(reply);
    open.push(server);
    return server;
  };
}

export async function listening(server: Server, scheme: string): Promise<Pick<Local, "url" | "close">> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${scheme}://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export const send = (
  response: ServerResponse,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): void => {
  response.writeHead(200, { "Content-Type": "text/csv", "Content-Length": Buffer.byteLength(body), ...headers });
  response.end(body);
};

/** Back-off in milliseconds, so that a test of three tries takes none. */
export const circumstances = (more: Partial<Circumstances> = {}): Circumstances => ({
  now: () => Date.now(),
  chance: () => 0.5,
  variable: () => undefined,
  agent: "tempcheck/0.0.0",
  patience: { tries: 3, first: 1, most: 4, longest: 2000, whole: 5000 },
  services,
  ...more,
});

export const manners = { most_megabytes: 1, pause_seconds: 0, wait_seconds: 5 };

export const atAddress = (address: string, more: object = {}): FetchedFrom => ({
  from: "url",
  address,
  ...manners,
  ...more,
});

export interface Got extends Omit<Fetched, "part"> {
  text: string;
}

/** What is got as it is declared, or the words of the refusal. */
export async function got(
  declared: FetchedFrom,
  more: Partial<Circumstances> = {},
  known: Known | null = null,
): Promise<Got | Refusal["words"] | null> {
  const around = circumstances(more);
  try {
    const found = await fetched(declared, "csv", known, {
      circumstances: around,
      turns: new Turns(around),
      part: inMemory,
    });
    if (found === null) return null;
    const { part, ...told } = found;
    return { ...told, text: await textOf(part) };
  } catch (error) {
    if (error instanceof Refusal) return error.words;
    throw error;
  }
}

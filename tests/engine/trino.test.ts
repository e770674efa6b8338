import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import type { Connection } from "../../src/engine/connection.ts";
import { EngineFailure, type EngineRow, type Progress } from "../../src/engine/engine-port.ts";
import { Trino } from "../../src/engine/trino.ts";

/** Answers in the documented shapes of Trino's client protocol, one after the other; a fault is made on the wire itself. */
type Step = (request: IncomingMessage, response: ServerResponse, origin: string) => void;

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

interface Seen {
  method: string;
  path: string;
  body: string;
  headers: IncomingMessage["headers"];
}

async function serving(...steps: Step[]): Promise<{ origin: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const own = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url: path = "", headers } = request;
      seen.push({ method, path, headers, body: Buffer.concat(chunks).toString("utf8") });
      if (method === "DELETE") response.writeHead(204).end();
      else (steps.shift() ?? status(500))(request, response, origin);
    });
  });
  server = own;
  await new Promise<void>((resolve) => own.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(own.address() as AddressInfo).port}`;
  return { origin, seen };
}

const ID = "20260101_000000_00001_abcde";
const stats = { state: "RUNNING", queued: false, scheduled: true, processedRows: 12, progressPercentage: 40 };
const columns = [
  { name: "area", type: "varchar", typeSignature: { rawType: "varchar", arguments: [] } },
  { name: "n", type: "bigint", typeSignature: { rawType: "bigint", arguments: [] } },
];
const page =
  (next: string | null, more: object = {}): Step =>
  (_, response, origin) => {
    const body = { id: ID, infoUri: `${origin}/ui/query.html?${ID}`, stats, warnings: [], ...more };
    const linked = next === null ? body : { ...body, nextUri: `${origin}/v1/statement/${next}` };
    response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(linked));
  };
const status =
  (code: number, headers: Record<string, string> = {}): Step =>
  (_, response) =>
    response.writeHead(code, headers).end("busy");
const failed = (errorName: string, errorType: string, message: string): Step =>
  page(null, {
    error: { message, errorCode: 1, errorName, errorType, failureInfo: { type: "x" } },
    stats: { ...stats, state: "FAILED" },
  });
const truncated: Step = (_, response) => {
  response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "1000" });
  response.write('{"id": "2026');
  setTimeout(() => response.destroy(), 20);
};
const silent: Step = () => {};

const connection = (origin: string, more: Partial<Connection> = {}): Connection => ({
  ...{ base: origin, user: "analyst", credential: null, ca: null },
  ...more,
});

interface Outcome {
  rows: EngineRow[];
  progress: Progress[];
}
async function ask(
  origin: string,
  options: ConstructorParameters<typeof Trino>[1] = {},
  more: Partial<Connection> = {},
): Promise<Outcome> {
  const outcome: Outcome = { rows: [], progress: [] };
  const trino = new Trino(connection(origin, more), { patienceMs: 400, ...options });
  try {
    await trino.ask("select 1", {
      rows: (some) => {
        outcome.rows.push(...some);
      },
      progress: (one) => outcome.progress.push(one),
    });
    return outcome;
  } finally {
    trino.close();
  }
}
const failure = async (asking: Promise<unknown>): Promise<EngineFailure> => {
  const error = await asking.then(
    () => "it was answered",
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(EngineFailure);
  return error as EngineFailure;
};

describe("a client of Trino", () => {
  it("posts a statement, follows each next address, and gives rows by the names of their columns", async () => {
    const { origin, seen } = await serving(
      page(`queued/${ID}/y1/1`),
      page(`executing/${ID}/y2/0`, { columns, data: [["E01", 3]] }),
      page(`executing/${ID}/y2/1`, { columns }),
      page(null, { columns, data: [["E02", null]], stats: { ...stats, processedRows: 40, progressPercentage: 100 } }),
    );
    const { rows, progress } = await ask(origin);
    expect(rows).toEqual([
      { area: "E01", n: 3 },
      { area: "E02", n: null },
    ]);
    expect(seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "POST /v1/statement",
      `GET /v1/statement/queued/${ID}/y1/1`,
      `GET /v1/statement/executing/${ID}/y2/0`,
      `GET /v1/statement/executing/${ID}/y2/1`,
    ]);
    expect(seen[0]).toMatchObject({
      body: "select 1",
      headers: { "x-trino-user": "analyst", "x-trino-source": "tempcheck", "x-trino-time-zone": "UTC" },
    });
    expect(seen[0]!.headers.authorization).toBeUndefined();
    expect(progress.at(-1)).toEqual({ rows: 40, percent: 100 });
  });

  it("reads answers that are packed", async () => {
    const packed: Step = (_, response) => {
      const body = gzipSync(JSON.stringify({ id: ID, stats, columns, data: [["E01", 3]] }));
      response.writeHead(200, { "Content-Type": "application/json", "Content-Encoding": "gzip" }).end(body);
    };
    expect((await ask((await serving(packed)).origin)).rows).toEqual([{ area: "E01", n: 3 }]);
  });

  it.each([429, 502, 503, 504])("asks again after %i, the statement and what follows it", async (code) => {
    const { origin, seen } = await serving(
      status(code),
      page(`queued/${ID}/y1/1`),
      status(code),
      page(null, { columns, data: [["E01", 3]] }),
    );
    expect((await ask(origin)).rows).toHaveLength(1);
    expect(seen.map(({ method }) => method)).toEqual(["POST", "POST", "GET", "GET"]);
  });

  it("waits as long as an answer asks it to, and no longer than it may", async () => {
    const { origin, seen } = await serving(status(429, { "Retry-After": "1" }));
    expect((await failure(ask(origin))).message).toBe("HTTP 429, again and again");
    expect(seen).toHaveLength(1);
  });

  it("gives up in the end, and ends the query", async () => {
    const { origin, seen } = await serving(page(`queued/${ID}/y1/1`), ...Array.from({ length: 9 }, () => status(503)));
    expect((await failure(ask(origin))).message).toBe("HTTP 503, again and again");
    expect(seen.at(-1)).toMatchObject({ method: "DELETE", path: `/v1/statement/queued/${ID}/y1/1` });
  });

  it("asks again for an answer that breaks off, which repeats nothing", async () => {
    const { origin } = await serving(page(`queued/${ID}/y1/1`), truncated, page(null, { columns, data: [["E01", 3]] }));
    expect((await ask(origin)).rows).toHaveLength(1);
  });

  it("says that the engine went away during a query", async () => {
    const { origin, seen } = await serving((request, response, at) => {
      server?.close();
      response.setHeader("Connection", "close");
      page(`queued/${ID}/y1/1`)(request, response, at);
    });
    const error = await failure(ask(origin));
    expect(error.message).toMatch(/^no answer: .*ECONNREFUSED/);
    expect(error.fix).toMatch(/see that the engine runs .* then run the command again; nothing was written/);
    expect(seen).toHaveLength(1);
  });

  it("posts no statement twice when its answer breaks off", async () => {
    const { origin, seen } = await serving(truncated, page(null));
    expect((await failure(ask(origin))).message).toMatch(/^no answer: /);
    expect(seen).toHaveLength(1);
  });

  it.each([
    ["REMOTE_TASK_ERROR", "INTERNAL_ERROR", "a machine of the engine went away", "run the command again"],
    ["NO_NODES_AVAILABLE", "INSUFFICIENT_RESOURCES", "a machine of the engine went away", "run the command again"],
    ["EXCEEDED_LOCAL_MEMORY_LIMIT", "INSUFFICIENT_RESOURCES", "EXCEEDED", "more of what is short: memory"],
    ["QUERY_QUEUE_FULL", "INSUFFICIENT_RESOURCES", "QUERY_QUEUE_FULL", "places in its queue"],
    ["INVALID_CAST_ARGUMENT", "USER_ERROR", "INVALID_CAST_ARGUMENT", "mend the table or view"],
    ["TABLE_NOT_FOUND", "USER_ERROR", "TABLE_NOT_FOUND", "mend catalog, schema or table"],
    ["PERMISSION_DENIED", "USER_ERROR", "PERMISSION_DENIED", "right to read"],
    ["USER_CANCELED", "USER_ERROR", "USER_CANCELED", "run the command again"],
    ["GENERIC_INTERNAL_ERROR", "INTERNAL_ERROR", "GENERIC_INTERNAL_ERROR", "whoever runs the engine"],
  ])("says what to do about %s", async (name, type, found, fix) => {
    const { origin } = await serving(page(`queued/${ID}/y1/1`), failed(name, type, "it went wrong\nat com.example"));
    const error = await failure(ask(origin));
    expect(error.message).toContain(found);
    expect(error.message).toContain("it went wrong at com.example");
    expect(error.fix).toContain(fix);
  });

  it("follows no redirect, which would take the token along", async () => {
    const { origin, seen } = await serving(status(302, { Location: "http://127.0.0.1:9/v1/statement" }));
    expect((await failure(ask(origin))).message).toBe(
      "HTTP 302, which leads to another address, on http://127.0.0.1:9",
    );
    expect(seen).toHaveLength(1);
  });

  it("follows no next address on another host", async () => {
    const elsewhere: Step = (_, response) =>
      response.end(JSON.stringify({ id: ID, stats, nextUri: "http://127.0.0.1:9/v1/statement/queued/1" }));
    expect((await failure(ask((await serving(elsewhere)).origin))).message).toContain(
      "a next address under http://127.0.0.1:9",
    );
  });

  it.each([
    ["no JSON", (_: IncomingMessage, response: ServerResponse) => response.end("<html>")],
    ["another form", (_: IncomingMessage, response: ServerResponse) => response.end('{"rows": []}')],
  ])("refuses an answer that is %s", async (words, step) => {
    expect((await failure(ask((await serving(step as Step)).origin))).message).toContain(words);
  });

  it.each([
    [401, "does not accept who asks"],
    [403, "does not accept who asks"],
    [404, "knows no such query"],
    [410, "knows no such query"],
    [500, "HTTP 500"],
  ])("says what HTTP %i means", async (code, words) => {
    expect((await failure(ask((await serving(status(code))).origin))).message).toContain(words);
  });

  it("says that nothing answers", async () => {
    const { origin } = await serving();
    server?.close();
    expect((await failure(ask(origin))).message).toMatch(/^no answer: /);
  });

  const password = "Grüße: p4ss/word";
  const basic = Buffer.from(`analyst:${password}`, "latin1").toString("base64");
  const saying: [string, Step][] = [
    ["in an error", failed("GENERIC_USER_ERROR", "USER_ERROR", `${"x".repeat(390)} ${password} is not known`)],
    ["as it was sent", failed("GENERIC_USER_ERROR", "USER_ERROR", `Basic ${basic} is not known`)],
    ["as part of an address", failed("GENERIC_USER_ERROR", "USER_ERROR", `?p=${encodeURIComponent(password)}`)],
    [
      "when it lets nobody in",
      (_, response) => response.writeHead(401, { "Content-Type": "text/plain; charset=utf-8" }).end(`no ${password}`),
    ],
  ];
  it.each(saying)("sends a password, and repeats none that an engine says back %s", async (_, step) => {
    const { origin, seen } = await serving(step);
    const error = await failure(ask(origin, {}, { credential: { kind: "password", secret: password } }));
    expect(seen[0]!.headers.authorization).toBe(`Basic ${basic}`);
    expect(seen[0]!.headers["x-trino-user"]).toBeUndefined();
    for (const part of ["Grüße", "p4ss", encodeURIComponent(password), basic])
      expect(`${error.message} ${error.fix} ${error.stack}`).not.toContain(part);
  });

  const token = { kind: "token", secret: "s3cr3t-t0ken" } as const;
  const word = { kind: "password", secret: password } as const;
  const [basics, bearer] = ['Basic realm="Trino"', 'Bearer realm="Trino", token_type="JWT"'];
  it.each([
    [basics, null, "who asks without a password", "set TEMPCHECK_TRINO_PASSWORD to the password of"],
    [bearer, null, "who asks without a token", "set TEMPCHECK_TRINO_TOKEN to a token"],
    [`${bearer}, ${basics}`, null, "who asks without a token or a password", "set TEMPCHECK_TRINO_TOKEN to"],
    [basics, token, "asks for a password, and not for a token", "unset TEMPCHECK_TRINO_TOKEN, and set TEMPCHECK_TR"],
    [bearer, word, "asks for a token, and not for a password", "unset TEMPCHECK_TRINO_PASSWORD, and set TEMPCHEC"],
    [basics, word, "does not accept who asks", "see that TEMPCHECK_TRINO_USER and TEMPCHECK_TRINO_PASSWORD are"],
    [bearer, token, "does not accept who asks", "see that TEMPCHECK_TRINO_USER and TEMPCHECK_TRINO_TOKEN are"],
    ["Negotiate", word, "HTTP 401: the engine asks for Negotiate", "nothing else can be sent"],
  ])("says what to do about an engine that asks for %s, shown %j", async (header, credential, found, fix) => {
    const { origin } = await serving(status(401, { "WWW-Authenticate": header }));
    const error = await failure(ask(origin, {}, { credential }));
    expect(error.message).toContain(found);
    expect(error.fix).toContain(fix);
  });

  it.each(["", "/a/trino"])("follows next addresses under the path of a gateway alone: '%s'", async (prefix) => {
    const { origin, seen } = await serving(page(`queued/${ID}/y1/1`), page(null, { columns, data: [["E01", 3]] }));
    const asking = ask(origin, {}, { base: `${origin}${prefix}` });
    if (prefix === "") expect((await asking).rows).toHaveLength(1);
    else {
      const error = await failure(asking);
      expect(error.message).toBe(`a next address under ${origin}, and not under ${origin}${prefix}`);
      expect(error.fix).toContain("X-Forwarded-");
    }
    expect(seen[0]!.path).toBe(`${prefix}/v1/statement`);
  });

  it("repeats no token that an engine says back", async () => {
    const { origin, seen } = await serving(
      failed("GENERIC_USER_ERROR", "USER_ERROR", "Bearer s3cr3t-t0ken is not known"),
    );
    const error = await failure(ask(origin, {}, { credential: { kind: "token", secret: "s3cr3t-t0ken" } }));
    expect(seen[0]!.headers.authorization).toBe("Bearer s3cr3t-t0ken");
    expect(`${error.message} ${error.fix} ${error.stack}`).not.toContain("s3cr3t-t0ken");
  });

  it("ends the query on the engine when it is closed while an answer is awaited", async () => {
    const { origin, seen } = await serving(page(`executing/${ID}/y1/1`), silent);
    const ending = new AbortController();
    const asking = ask(origin, { signal: ending.signal });
    while (seen.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    ending.abort();
    await expect(asking).rejects.toThrow();
    expect(seen.at(-1)).toMatchObject({ method: "DELETE", path: `/v1/statement/executing/${ID}/y1/1` });
  });

  it("ends a query that was being posted when it is closed", async () => {
    const ending = new AbortController();
    const late: Step = (request, response, origin) => {
      ending.abort();
      setTimeout(() => page(`queued/${ID}/y1/1`)(request, response, origin), 20);
    };
    const { origin, seen } = await serving(late);
    await expect(ask(origin, { signal: ending.signal })).rejects.toThrow();
    expect(seen.map(({ method }) => method)).toEqual(["POST", "DELETE"]);
  });

  it("ends the query when its rows are not wanted", async () => {
    const { origin, seen } = await serving(page(`executing/${ID}/y1/1`, { columns, data: [["E01", 3]] }), silent);
    const trino = new Trino(connection(origin));
    const refuse = () => {
      throw new Error("too many");
    };
    await expect(trino.ask("select 1", { rows: refuse })).rejects.toThrow("too many");
    trino.close();
    expect(seen.map(({ method }) => method)).toEqual(["POST", "DELETE"]);
  });
});

import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { atAddress, circumstances, type Got, got, type Reply, send, servers } from "./server.ts";

const CSV = `area,year,n\n${Array.from({ length: 200 }, (_, i) => `A${i},2024,${i}`).join("\n")}\n`;
const served = servers();
const status = (response: ServerResponse, code: number, headers: Record<string, string> = {}, body = ""): void => {
  response.writeHead(code, headers);
  response.end(body);
};
/** Says that it has the whole and sends some of it. */
const half = (response: ServerResponse, headers: Record<string, string> = {}): void => {
  response.writeHead(200, { "Content-Type": "text/csv", "Content-Length": CSV.length, ...headers });
  response.write(CSV.slice(0, 700), () => response.destroy());
};

describe("a file at a plain address", () => {
  it("is got whole, with what the server says of it, by a client that says who it is", async () => {
    const server = await served((_, response) =>
      send(response, CSV, { ETag: '"a"', "Last-Modified": "Sat, 28 Nov 2026 09:30:00 GMT" }),
    );
    expect(await got(atAddress(`${server.url}/f.csv?x=1`))).toEqual({
      text: CSV,
      address: `${server.url}/f.csv?x=1`,
      version: null,
      type: "text/csv",
      etag: '"a"',
      modified: "Sat, 28 Nov 2026 09:30:00 GMT",
    });
    expect(server.headers[0]).toMatchObject({ "user-agent": "tempcheck/0.0.0", "accept-encoding": "gzip" });
  });

  it("is not sent again where it is the one that is known", async () => {
    const server = await served((request, response) =>
      request.headers["if-none-match"] === '"a"' ? status(response, 304) : send(response, CSV),
    );
    const known = { address: `${server.url}/`, etag: '"a"', modified: null };
    expect(await got(atAddress(server.url), {}, known)).toBeNull();
    expect(await got(atAddress(`${server.url}/other`), {}, known)).toMatchObject({ text: CSV });
  });

  it.each([
    ["says so", { "Content-Encoding": "gzip" }],
    ["does not say so", {}],
  ])("is unpacked where the server packs it and %s", async (_, headers) => {
    const server = await served((_, response) => send(response, gzipSync(CSV), headers));
    expect(await got(atAddress(server.url))).toMatchObject({ text: CSV });
  });
});

describe("what may pass", () => {
  it.each([429, 500, 502, 503, 504])("is tried again after %i", async (code) => {
    const server = await served((_, response, nth) => (nth < 2 ? status(response, code) : send(response, CSV)));
    expect(await got(atAddress(server.url))).toMatchObject({ text: CSV });
    expect(server.asked).toHaveLength(3);
  });

  it("is given up after as many tries as there may be", async () => {
    const server = await served((_, response) =>
      status(response, 503, { "Content-Type": "text/plain" }, "be back soon"),
    );
    expect(await got(atAddress(server.url))).toMatchObject({
      found: expect.stringMatching(/^503 from .*: be back soon, 3 times$/),
    });
    expect(server.asked).toHaveLength(3);
  });

  it("waits as long as the server asks, in seconds or until an hour", async () => {
    const waited = async (header: string, now: number): Promise<number> => {
      const at: number[] = [];
      const server = await served((_, response, nth) => {
        at.push(performance.now());
        if (nth === 0) status(response, 429, { "Retry-After": header });
        else send(response, CSV);
      });
      expect(await got(atAddress(server.url), { now: () => now })).toMatchObject({ text: CSV });
      return at[1]! - at[0]!;
    };
    expect(await waited("1", 0)).toBeGreaterThan(990);
    const noon = Date.UTC(2026, 10, 29, 12);
    expect(await waited("Sun, 29 Nov 2026 12:00:01 GMT", noon)).toBeGreaterThan(990);
    expect(await waited("Sun, 29 Nov 2026 11:00:00 GMT", noon)).toBeLessThan(900);
  });

  it("is not waited for longer than is reasonable", async () => {
    const server = await served((_, response) => status(response, 429, { "Retry-After": "86400" }));
    expect(await got(atAddress(server.url))).toMatchObject({
      found: expect.stringContaining("86400 s"),
      fix: "run the command again after that",
    });
    expect(server.asked).toHaveLength(1);
  });

  it("is a body that stalls", async () => {
    const server = await served((_, response, nth) => {
      if (nth > 0) return send(response, CSV);
      response.writeHead(200, { "Content-Type": "text/csv", "Content-Length": CSV.length });
      response.write(CSV.slice(0, 10));
    });
    expect(await got(atAddress(server.url, { wait_seconds: 0.5 }))).toMatchObject({ text: CSV });
  });

  it("is a server that says nothing at all", async () => {
    const server = await served(() => {});
    expect(await got(atAddress(server.url, { wait_seconds: 0.05 }))).toMatchObject({
      found: "nothing for 0.05 s, 3 times",
    });
  });

  it("is a body that drips without end", async () => {
    const server = await served((_, response) => {
      response.writeHead(200, { "Content-Type": "text/csv" });
      const drip = setInterval(() => response.write("a"), 10);
      response.on("close", () => clearInterval(drip));
    });
    const patience = { ...circumstances().patience, tries: 1, whole: 150 };
    expect(await got(atAddress(server.url), { patience })).toMatchObject({ found: "it took too long, 1 times" });
  });

  it("is a host that is not there", async () => {
    const server = await served(() => {});
    await server.close();
    expect(await got(atAddress(server.url))).toMatchObject({ found: "nobody answers at that address, 3 times" });
  });
});

describe("a body that is cut", () => {
  it("is taken up where it broke off, if it is the same file", async () => {
    const server = await served((request, response, nth) => {
      if (nth === 0) return half(response, { ETag: '"a"', "Accept-Ranges": "bytes" });
      const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1]);
      response.writeHead(206, {
        "Content-Type": "text/csv",
        ETag: '"a"',
        "Content-Range": `bytes ${from}-${CSV.length - 1}/${CSV.length}`,
        "Content-Length": CSV.length - from,
      });
      response.end(CSV.slice(from));
    });
    expect(await got(atAddress(server.url))).toMatchObject({ text: CSV });
    expect(server.headers[1]).toMatchObject({ range: "bytes=700-", "if-range": '"a"' });
  });

  it("begins anew where the file was changed meanwhile", async () => {
    const other = CSV.replaceAll("2024", "2025");
    const server = await served((_, response, nth) =>
      nth === 0 ? half(response, { ETag: '"a"' }) : send(response, other, { ETag: '"b"' }),
    );
    expect(await got(atAddress(server.url))).toMatchObject({ text: other, etag: '"b"' });
  });

  it.each([
    ["another piece than was asked for", 206, { "Content-Range": "bytes 0-9/10" }],
    ["no such piece", 416, {}],
  ])("begins anew after %s", async (_, code, headers) => {
    const server = await served((_, response, nth) => {
      if (nth === 0) half(response, { ETag: '"a"' });
      else if (nth === 1) status(response, code, headers, "0123456789");
      else send(response, CSV, { ETag: '"a"' });
    });
    expect(await got(atAddress(server.url))).toMatchObject({ text: CSV });
    expect(server.headers[2]).not.toHaveProperty("range");
  });

  it("begins anew where nothing tells the file from a later one", async () => {
    const server = await served((_, response, nth) =>
      nth === 0 ? half(response, { ETag: 'W/"a"' }) : send(response, CSV),
    );
    expect(await got(atAddress(server.url))).toMatchObject({ text: CSV });
    expect(server.headers[1]).not.toHaveProperty("range");
  });

  it("is never taken for a whole one", async () => {
    const server = await served((_, response) => half(response));
    expect(await got(atAddress(server.url))).toMatchObject({ found: `700 of ${CSV.length} bytes, 3 times` });
    const chunked = await served((_, response) => {
      response.writeHead(200, { "Content-Type": "text/csv" });
      response.write(CSV.slice(0, 700), () => response.destroy());
    });
    expect(await got(atAddress(chunked.url))).toMatchObject({
      found: expect.stringContaining("the connection was cut, 3 times"),
    });
  });

  it("is found out inside of gzip too", async () => {
    const packed = gzipSync(CSV);
    const server = await served((_, response) =>
      send(response, packed.subarray(0, packed.length - 20), { "Content-Encoding": "gzip" }),
    );
    expect(await got(atAddress(server.url))).toMatchObject({ found: "a gzip body that is cut or damaged, 3 times" });
    expect(server.asked).toHaveLength(3);
  });
});

describe("what is refused at once", () => {
  const page = "<!DOCTYPE html><html><body>Sorry</body></html>";
  it.each<[string, string, Reply]>([
    [
      "a web page with 200",
      "a web page (text/html)",
      (_, response) => send(response, page, { "Content-Type": "text/html; charset=utf-8" }),
    ],
    [
      "a web page that says it is CSV",
      "a web page, by how it begins",
      (_, response) => send(response, `\ufeff\n${page}`),
    ],
    [
      "a message in JSON",
      "JSON (application/problem+json), a message it may be",
      (_, response) => send(response, "{}", { "Content-Type": "application/problem+json" }),
    ],
    [
      "a ZIP file for CSV",
      "a ZIP file or a workbook, by how it begins",
      (_, response) => send(response, "PK\u0003\u0004"),
    ],
    ["nothing", "an empty one", (_, response) => send(response, "")],
    ["a body packed as nobody asked", "br", (_, response) => send(response, "x", { "Content-Encoding": "br" })],
    ["404", "404 from HOST", (_, response) => status(response, 404)],
    [
      "403 and what it says",
      '403 from HOST: {"title":"no"}',
      (_, response) => status(response, 403, { "Content-Type": "application/json" }, '{"title":"no"}'),
    ],
    ["a body said to be too large", "a larger one", (_, response) => send(response, "a".repeat(1024 * 1024 + 1))],
    [
      "a body that turns out too large",
      "a larger one",
      (_, response) => {
        response.writeHead(200);
        response.end("a".repeat(1024 * 1024 + 1));
      },
    ],
    [
      "a small body that is large unpacked",
      "a larger one",
      (_, response) => send(response, gzipSync("a".repeat(1024 * 1024 + 1))),
    ],
    ["headers without end", "more", (_, response) => send(response, CSV, { "X-Long": "a".repeat(20_000) })],
    [
      "a redirect to a file of this machine",
      "a redirect to file:, which is no address of the web",
      (_, response) => status(response, 302, { Location: "file:///etc/hosts" }),
    ],
    ["a redirect to nowhere", "a redirect without an address (302)", (_, response) => status(response, 302)],
  ])("%s", async (_, found, reply) => {
    const server = await served(reply);
    expect(await got(atAddress(server.url))).toMatchObject({ found: found.replace("HOST", new URL(server.url).host) });
    expect(server.asked).toHaveLength(1);
  });
});

describe("redirects", () => {
  it("are followed", async () => {
    const server = await served((request, response) =>
      request.url === "/new" ? send(response, CSV) : status(response, 301, { Location: "/new" }),
    );
    expect(await got(atAddress(`${server.url}/old`))).toMatchObject({ text: CSV });
  });

  it("that go round are refused", async () => {
    const server = await served((request, response) =>
      status(response, 302, { Location: request.url === "/a" ? "/b" : "/a" }),
    );
    expect(await got(atAddress(`${server.url}/a`))).toMatchObject({ found: `a redirect back to ${server.url}/a` });
    expect(server.asked).toEqual(["GET /a", "GET /b"]);
  });

  it("that never end are refused", async () => {
    const server = await served((_, response, nth) => status(response, 302, { Location: `/${nth}` }));
    expect(await got(atAddress(server.url))).toMatchObject({ found: expect.stringContaining("more than 5 redirects") });
    expect(server.asked).toHaveLength(6);
  });

  it("to an address inside of this network are refused, by number and by name", async () => {
    const asked: string[] = [];
    const lookup: Parameters<typeof got>[1] = {
      lookup: (host, options, callback) => {
        asked.push(host);
        if (options.all) callback(null, [{ address: "127.0.0.1", family: 4 }]);
        else callback(null, "127.0.0.1", 4);
      },
    };
    for (const inside of ["127.0.0.1", "inner.example", "[::1]", "169.254.169.254"]) {
      const server = await served((request, response) =>
        request.headers.host?.startsWith("data.example")
          ? status(response, 302, { Location: `http://${inside}:${new URL(server.url).port}/secret` })
          : send(response, CSV),
      );
      const address = server.url.replace("127.0.0.1", "data.example");
      expect(await got(atAddress(address), lookup)).toMatchObject({
        found: expect.stringContaining("which is an address inside"),
      });
      expect(server.asked).toHaveLength(1);
    }
    expect(asked).toContain("inner.example");
  });
});

describe("a key", () => {
  const key = { variable: "SOME_KEY", as: "query" as const, name: "uid" };
  const variable = (name: string) => (name === "SOME_KEY" ? "se/cret key".replace(" ", "+") : undefined);

  it("is sent, and stands in nothing that is told", async () => {
    const server = await served((_, response) => send(response, CSV));
    const found = await got(atAddress(server.url, { key }), { variable });
    expect(server.asked).toEqual(["GET /?uid=se%2Fcret%2Bkey"]);
    expect(JSON.stringify(found)).not.toMatch(/cret/);
    const echo = await served((request, response) =>
      status(response, 400, { "Content-Type": "text/plain" }, `no ${request.url} se/cret+key`),
    );
    expect(JSON.stringify(await got(atAddress(echo.url, { key }), { variable }))).toMatch(
      /400 from [^"]*\[key\] \[key\]/,
    );
  });

  it("does not follow a redirect to another host", async () => {
    const other = await served((_, response) => send(response, CSV));
    for (const as of ["bearer", "header"] as const) {
      const server = await served((_, response) =>
        status(response, 302, { Location: `${other.url.replace("127.0.0.1", "localhost")}/` }),
      );
      const declared = atAddress(server.url, {
        key: { variable: "SOME_KEY", as, ...(as === "header" ? { name: "X-Key" } : {}) },
      });
      await got(declared, { variable });
      const sent = as === "bearer" ? { authorization: "Bearer se/cret+key" } : { "x-key": "se/cret+key" };
      expect(server.headers[0]).toMatchObject(sent);
    }
    const sameHost = await served((_, response) => status(response, 302, { Location: other.url }));
    expect(
      await got(atAddress(sameHost.url, { key: { variable: "SOME_KEY", as: "bearer" } }), { variable }),
    ).toMatchObject({ text: CSV });
    expect(other.headers).toHaveLength(1);
    expect(other.headers[0]).not.toHaveProperty("authorization");
  });

  it("must be there", async () => {
    expect(await got(atAddress("http://127.0.0.1:9/", { key }))).toMatchObject({
      must: "a key in the environment variable SOME_KEY",
      found: "nothing there",
    });
    expect(await got(atAddress("http://127.0.0.1:9/", { key }), { variable: () => "a\nb" })).toMatchObject({
      found: expect.stringContaining("no key has"),
    });
  });
});

it("lets the declared time pass between two requests to a host", async () => {
  const at: number[] = [];
  const server = await served((_, response, nth) => {
    at.push(performance.now());
    if (nth === 0) status(response, 503);
    else send(response, CSV);
  });
  const found = (await got(atAddress(server.url, { pause_seconds: 0.3 }))) as Got;
  expect(found.text).toBe(CSV);
  expect(at[1]! - at[0]!).toBeGreaterThan(290);
});

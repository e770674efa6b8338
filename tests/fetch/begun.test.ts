import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UserError } from "../../src/error.ts";
import { fetchFiles } from "../../src/run/fetch-files.ts";
import { run, start, temporaryFolder } from "../support/command.ts";
import { groupsByYear, write } from "../support/one-dataset.ts";
import { circumstances, type Local, local, type Reply, send } from "./server.ts";

const older = ["A,2023,10,100", "B,2023,20,100", "C,2023,30,100"];
const csv = (x: number): string => `grp,year,x,n\n${["A", "B", "C"].map((grp) => `${grp},2024,${x},110\n`).join("")}`;
const [body, other] = [csv(12), csv(13)];
const HALF = 30;

let folder: string;
let server: Local;
let reply: Reply;
beforeEach(async () => {
  folder = temporaryFolder();
  server = await local((...asked) => reply(...asked));
  project(`${server.url}/d.csv`);
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

function project(address: string): void {
  const content = `grp,year,x,n\n${older.join("\n")}\n`;
  const sha256 = createHash("sha256").update(content).digest("hex");
  const fetch = { from: "url", address, pause_seconds: 0 };
  write(folder, { ...groupsByYear(older), dataset: { files: [{ path: "d.csv", sha256, fetch }] } });
}

/** Says that it has the whole, and sends its first half. */
const half = (response: ServerResponse, headers: Record<string, string>, sent = (): void => {}): void => {
  response.writeHead(200, { "Content-Type": "text/csv", "Content-Length": body.length, ...headers });
  response.write(body.slice(0, HALF), sent);
};
const cut =
  (headers: Record<string, string>): Reply =>
  (_, response) =>
    half(response, headers, () => response.destroy());
/** Sends the rest of the file that it is asked for, if that is still this one. */
const rest =
  (text: string, headers: Record<string, string>): Reply =>
  ({ headers: asked }, response) => {
    const from = Number(/^bytes=(\d+)-$/.exec(asked.range ?? "")?.[1]);
    const isSame = Object.values(headers).includes(String(asked["if-range"]));
    if (Number.isNaN(from) || !isSame) return send(response, text, headers);
    response.writeHead(206, {
      ...headers,
      ...{ "Content-Type": "text/csv", "Content-Length": text.length - from },
      "Content-Range": `bytes ${from}-${text.length - 1}/${text.length}`,
    });
    response.end(text.slice(from));
  };

const askedOnce = { patience: { ...circumstances().patience, tries: 1 } };
/** One run, which asks once: what it would put in place, or null where it is refused. */
async function fetchOnce(): Promise<string | null> {
  try {
    const got = await fetchFiles(folder, [], circumstances(askedOnce));
    got.write();
    got.close();
    return readFileSync(join(folder, "data-raw/d/d.csv"), "utf8");
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return null;
  }
}
const home = (): string => join(folder, "outputs/.builds/fetched");
const left = (): string[] => (existsSync(home()) ? readdirSync(home()) : []);
const asked = () => server.headers.at(-1)!;

describe("a download that was cut", () => {
  it.each<[string, Record<string, string>, string]>([
    ["its mark", { ETag: '"a"' }, '"a"'],
    ["when it was last changed", { "Last-Modified": "Sat, 28 Nov 2026 09:30:00 GMT" }, "Sat, 28 Nov 2026 09:30:00 GMT"],
  ])("is taken up by the next run, if the server says by %s that it is the same file", async (_, headers, mark) => {
    reply = cut(headers);
    expect(await fetchOnce()).toBeNull();
    expect(left()).toHaveLength(1);
    reply = rest(body, headers);
    expect(await fetchOnce()).toBe(body);
    expect(asked()).toMatchObject({ range: `bytes=${HALF}-`, "if-range": mark });
    expect(existsSync(join(folder, "outputs"))).toBe(true);
    expect(left()).toEqual([]);
  });

  it("is taken up again and again, as far as each run came", async () => {
    reply = cut({ ETag: '"a"' });
    expect(await fetchOnce()).toBeNull();
    reply = (_, response) => {
      response.writeHead(206, { ETag: '"a"', "Content-Range": `bytes ${HALF}-${body.length - 1}/${body.length}` });
      response.write(body.slice(HALF, HALF + 5), () => response.destroy());
    };
    expect(await fetchOnce()).toBeNull();
    expect(asked()).toMatchObject({ range: `bytes=${HALF}-` });
    reply = rest(body, { ETag: '"a"' });
    expect(await fetchOnce()).toBe(body);
    expect(asked()).toMatchObject({ range: `bytes=${HALF + 5}-` });
  });

  it("is begun anew where the file was changed meanwhile", async () => {
    reply = cut({ ETag: '"a"' });
    expect(await fetchOnce()).toBeNull();
    reply = rest(other, { ETag: '"b"' });
    expect(await fetchOnce()).toBe(other);
    expect(asked()).toMatchObject({ range: `bytes=${HALF}-`, "if-range": '"a"' });
  });

  it.each([
    ["has no such piece", 416, {}],
    ["sends another piece than was asked for", 206, { "Content-Range": "bytes 0-9/10" }],
  ])("is begun anew by the run after one in which the server %s", async (_, code, headers) => {
    reply = cut({ ETag: '"a"' });
    expect(await fetchOnce()).toBeNull();
    reply = (_, response) => void response.writeHead(code, headers).end();
    expect(await fetchOnce()).toBeNull();
    expect(left()).toEqual([]);
    reply = rest(body, { ETag: '"a"' });
    expect(await fetchOnce()).toBe(body);
    expect(asked()).not.toHaveProperty("range");
  });

  it("stays while the server has nothing to say", async () => {
    reply = cut({ ETag: '"a"' });
    expect(await fetchOnce()).toBeNull();
    reply = (_, response) => void response.writeHead(503).end();
    expect(await fetchOnce()).toBeNull();
    reply = rest(body, { ETag: '"a"' });
    expect(await fetchOnce()).toBe(body);
    expect(asked()).toMatchObject({ range: `bytes=${HALF}-` });
  });

  it.each<[string, Record<string, string>]>([
    ["nothing tells the file from a later one", {}],
    ["its mark is a weak one", { ETag: 'W/"a"' }],
    ["the server sends no pieces", { ETag: '"a"', "Accept-Ranges": "none" }],
  ])("leaves nothing where %s", async (_, headers) => {
    reply = cut(headers);
    expect(await fetchOnce()).toBeNull();
    expect(existsSync(join(folder, "outputs"))).toBe(false);
    reply = rest(body, headers);
    expect(await fetchOnce()).toBe(body);
    expect(asked()).not.toHaveProperty("range");
  });

  it("is not taken for a file at another address", async () => {
    reply = cut({ ETag: '"a"' });
    expect(await fetchOnce()).toBeNull();
    project(`${server.url}/other.csv`);
    reply = rest(other, { ETag: '"a"' });
    expect(await fetchOnce()).toBe(other);
    expect(asked()).not.toHaveProperty("range");
    expect(left()).toEqual([]);
  });

  it("is begun anew where what is known of it was cut too", async () => {
    reply = cut({ ETag: '"a"' });
    expect(await fetchOnce()).toBeNull();
    writeFileSync(join(home(), left()[0]!, "about.json"), '{"address":');
    reply = rest(body, { ETag: '"a"' });
    expect(await fetchOnce()).toBe(body);
    expect(asked()).not.toHaveProperty("range");
  });

  it("is left alone by a run beside the one that it comes to", async () => {
    const running = `${process.pid}.0a1b2c3d`;
    reply = cut({ ETag: '"a"' });
    expect(await fetchOnce()).toBeNull();
    const name = left()[0]!;
    mkdirSync(join(home(), `${name}.${running}`));
    writeFileSync(join(home(), `${name}.${running}`, "bytes.csv"), "its own");
    reply = rest(body, { ETag: '"a"' });
    expect(await fetchOnce()).toBe(body);
    expect(left()).toEqual([`${name}.${running}`]);
  });
});

describe("a run that is killed", () => {
  it("leaves what came, and the next takes it up", { timeout: 60_000 }, async () => {
    const sent = new Promise<void>((resolve) => {
      reply = (_, response) => {
        half(response, { ETag: '"a"' });
        resolve();
      };
    });
    const child = await start(["fetch", "--project", folder]);
    await sent;
    const came = (): boolean =>
      left().some((name) => {
        const path = join(home(), name, "bytes.csv");
        return existsSync(path) && readFileSync(path).length === HALF;
      });
    while (!came()) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill("SIGKILL");
    await once(child, "exit");
    reply = rest(body, { ETag: '"a"' });
    const next = await run(["fetch", "--yes", "--project", folder]);
    expect([next.code, next.err]).toEqual([0, ""]);
    expect(readFileSync(join(folder, "data-raw/d/d.csv"), "utf8")).toBe(body);
    expect(asked()).toMatchObject({ range: `bytes=${HALF}-`, "if-range": '"a"' });
    expect(left()).toEqual([]);
  });
});

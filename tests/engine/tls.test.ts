import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Trino } from "../../src/engine/trino.ts";
import { temporaryFolder } from "../support/command.ts";

const folder = temporaryFolder();
const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;
const TOKEN = "s3cr3t-t0ken";
const heard: (string | undefined)[] = [];
let server: Server;
let origin: string;
let ca: string;

beforeAll(async () => {
  if (!hasOpenssl) return;
  const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
  const options = ["-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate, "-days", "2"];
  execFileSync("openssl", ["req", ...options, "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"], {
    stdio: "ignore",
  });
  ca = readFileSync(certificate, "utf8");
  server = createServer({ key: readFileSync(key), cert: ca }, (request, response) => {
    heard.push(request.headers.authorization);
    response.end(JSON.stringify({ id: "1", stats: {}, columns: [{ name: "n" }], data: [[1]] }));
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  origin = `https://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server?.closeAllConnections();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(certificates: string | null): Promise<unknown[]> {
  const trino = new Trino(
    { base: origin, user: "analyst", credential: { kind: "token", secret: TOKEN }, ca: certificates },
    { patienceMs: 100 },
  );
  const rows: unknown[] = [];
  try {
    await trino.ask("select 1 as n", {
      rows: (some) => {
        rows.push(...some);
      },
    });
    return rows;
  } finally {
    trino.close();
  }
}

describe.skipIf(!hasOpenssl)(`https${hasOpenssl ? "" : ", SKIPPED: no openssl to make a certificate with"}`, () => {
  it("is spoken to an engine whose authority is named, with the token", async () => {
    expect(await ask(ca)).toEqual([{ n: 1 }]);
    expect(heard).toEqual([`Bearer ${TOKEN}`]);
  });

  it.each([undefined, "0"])(
    "is not spoken to an engine of an unknown authority, whatever the environment says: %s",
    async (setting) => {
      const before = process.env["NODE_TLS_REJECT_UNAUTHORIZED"];
      heard.length = 0;
      if (setting !== undefined) process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = setting;
      try {
        await expect(ask(null)).rejects.toMatchObject({ fix: expect.stringContaining("TEMPCHECK_TRINO_CA") });
      } finally {
        if (before === undefined) delete process.env["NODE_TLS_REJECT_UNAUTHORIZED"];
        else process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = before;
      }
      expect(heard).toEqual([]);
    },
  );
});

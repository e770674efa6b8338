import { createServer } from "node:http";
import { connect } from "node:net";
import type { Duplex } from "node:stream";
import { afterEach, describe, expect, it } from "vitest";
import { proxyFor } from "../../src/fetch/proxies.ts";
import { ownCertificate } from "./certificate.ts";
import { atAddress, got, listening, local, send } from "./server.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});
const kept = <T extends { close(): Promise<void> }>(one: T): T => {
  closing.push(one.close);
  return one;
};
const CSV = "a,b\n1,2\n";
const environment = (variables: Record<string, string>) => ({ variable: (name: string) => variables[name] });

describe("proxyFor", () => {
  const proxies = { HTTPS_PROXY: "http://p:8080", http_proxy: "q:3128" };
  it.each<[string, Record<string, string>, string | null]>([
    ["https://x.example/", proxies, "http://p:8080/"],
    ["http://x.example/", proxies, "http://q:3128/"],
    ["http://x.example/", { HTTP_PROXY: "http://p:8080" }, null],
    ["http://x.example/", { ALL_PROXY: "http://p:8080" }, "http://p:8080/"],
    ["https://x.example/", { https_proxy: "http://l:1", HTTPS_PROXY: "http://u:1" }, "http://l:1/"],
    ["https://x.example/", { ...proxies, NO_PROXY: "*" }, null],
    ["https://x.example/", { ...proxies, NO_PROXY: "a.example, .example" }, null],
    ["https://x.example/", { ...proxies, no_proxy: "X.EXAMPLE:443" }, null],
    ["https://x.example/", { ...proxies, NO_PROXY: "x.example:8443" }, "http://p:8080/"],
    ["https://notx.example/", { ...proxies, NO_PROXY: "x.example" }, "http://p:8080/"],
    ["https://x.example/", { HTTPS_PROXY: "  " }, null],
  ])("gives for %s and %j: %s", (url, variables, expected) => {
    expect(proxyFor(new URL(url), environment(variables))?.href ?? null).toBe(expected);
  });

  it("refuses one of another kind, without telling its password", () => {
    const ask = () =>
      proxyFor(new URL("https://x.example/"), environment({ HTTPS_PROXY: "socks5://me:secret@p:1080" }));
    expect(ask).toThrow(/one of socks5/);
    expect(ask).not.toThrow(/secret/);
  });
});

/** A proxy that lets CONNECT and plain requests through, to whom it knows. */
async function proxy(pass: string | null) {
  const asked: string[] = [];
  const sockets = new Set<Duplex>();
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    send(response, CSV);
  });
  server.on("connect", (request, socket, head) => {
    asked.push(`CONNECT ${request.url}`);
    if (pass !== null && request.headers["proxy-authorization"] !== `Basic ${Buffer.from(pass).toString("base64")}`)
      return void socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
    const [host, port] = request.url!.split(":");
    const on = connect(Number(port), host, () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      on.write(head);
      on.pipe(socket).pipe(on);
    });
    for (const one of [on, socket]) {
      sockets.add(one);
      one.on("error", () => {});
    }
  });
  const there = kept(await listening(server, "http"));
  closing.push(async () => {
    for (const one of sockets) one.destroy();
  });
  return { ...there, asked };
}

describe("through a proxy", () => {
  const { key, cert } = ownCertificate();

  it("https goes as a tunnel, with the proxy's user, and plain requests as they are", async () => {
    const server = kept(await local((_, response) => send(response, CSV), { key, cert }));
    const at = await proxy("me:se cret");
    const named = at.url.replace("http://", "http://me:se%20cret@");
    const more = { ...environment({ HTTPS_PROXY: named, http_proxy: named }), ca: cert };
    expect(await got(atAddress(`${server.url}/f.csv`), more)).toMatchObject({ text: CSV });
    expect(await got(atAddress("http://data.example/f.csv"), more)).toMatchObject({ text: CSV });
    expect(at.asked).toEqual([`CONNECT ${new URL(server.url).host}`, "GET http://data.example/f.csv"]);
    expect(server.headers[0]).not.toHaveProperty("proxy-authorization");
  });

  it("is told when the proxy asks for a password", async () => {
    const at = await proxy("me:secret");
    const found = await got(atAddress("https://data.example/"), environment({ HTTPS_PROXY: at.url }));
    expect(found).toMatchObject({ found: "it answers 407", fix: expect.stringContaining("user:password") });
  });

  it("is left alone for hosts of NO_PROXY", async () => {
    const server = kept(await local((_, response) => send(response, CSV), { key, cert }));
    const at = await proxy(null);
    const more = { ...environment({ HTTPS_PROXY: at.url, NO_PROXY: "127.0.0.1" }), ca: cert };
    expect(await got(atAddress(server.url), more)).toMatchObject({ text: CSV });
    expect(at.asked).toEqual([]);
  });
});

describe("https", () => {
  const { key, cert } = ownCertificate();

  it("does not take a certificate that nobody vouches for", async () => {
    const server = kept(await local((_, response) => send(response, CSV), { key, cert }));
    expect(await got(atAddress(server.url))).toMatchObject({
      must: expect.stringContaining("a certificate that this machine trusts"),
    });
  });

  it("is never led to http", async () => {
    const plain = kept(await local((_, response) => send(response, CSV)));
    const server = kept(
      await local((_, response) => void response.writeHead(302, { Location: plain.url }).end(), { key, cert }),
    );
    expect(await got(atAddress(server.url), { ca: cert })).toMatchObject({
      found: `a redirect from https to http, ${plain.url}/`,
    });
    expect(plain.asked).toEqual([]);
  });
});

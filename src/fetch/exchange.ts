import { type ClientRequest, type IncomingMessage, request as plain, type RequestOptions } from "node:http";
import { request as secure } from "node:https";
import { isIP, type Socket } from "node:net";
import { connect, type TLSSocket } from "node:tls";
import type { Circumstances } from "./circumstances.ts";
import { outerLookup, refuseInner } from "./inner-addresses.ts";
import { proxyFor } from "./proxies.ts";
import { ofNetwork, Passing, Refusal } from "./refusals.ts";

export interface Asked {
  method: "GET" | "POST";
  headers: Readonly<Record<string, string>>;
  body?: string;
}

export interface Manners {
  circumstances: Circumstances;
  /** Milliseconds without a byte. */
  idle: number;
  /** Whether an address inside of this network is refused. */
  outerOnly: boolean;
}

const MOST_HEADERS = 16_384;

/** One request and the head of its answer; its body is still to come. */
export async function exchange(url: URL, asked: Asked, manners: Manners): Promise<IncomingMessage> {
  const { circumstances, idle, outerOnly } = manners;
  const { lookup, ca, agent } = circumstances;
  const proxy = proxyFor(url, circumstances);
  const headers: Record<string, string> = { Host: url.host, "User-Agent": agent, ...asked.headers };
  if (asked.body !== undefined) headers["Content-Length"] = String(Buffer.byteLength(asked.body));
  const options: RequestOptions = {
    method: asked.method,
    timeout: idle,
    maxHeaderSize: MOST_HEADERS,
    agent: false,
  };
  if (outerOnly) refuseInner(url.hostname);
  if (proxy === null) {
    const looking = outerOnly ? outerLookup(lookup) : lookup;
    const named = looking === undefined ? {} : { lookup: looking };
    const send = url.protocol === "https:" ? secure : plain;
    return answered(send(url, { ...options, ...named, headers, ...(ca === undefined ? {} : { ca }) }), asked, manners);
  }
  const through = { ...options, host: hostOf(proxy), port: proxy.port || 80 };
  const leave = passFor(proxy);
  if (url.protocol === "http:")
    return answered(plain({ ...through, path: url.href, headers: { ...headers, ...leave } }), asked, manners);
  const socket = await tunnel(
    plain({
      ...through,
      method: "CONNECT",
      path: target(url),
      headers: { Host: target(url), "User-Agent": agent, ...leave },
    }),
    idle,
  );
  const line = await secured(socket, url, { ca, idle });
  const { pathname, search } = url;
  // An agent of its own would make a connection of its own.
  const { agent: _, ...own } = options;
  return answered(
    plain({ ...own, createConnection: () => line, path: `${pathname}${search}`, headers }),
    asked,
    manners,
  );
}

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, "");
const target = (url: URL): string => `${url.hostname}:${url.port || 443}`;
const silent = (idle: number): string => `nothing for ${idle / 1000} s`;

/** User and password of a proxy, which stand in its address. */
function passFor({ username, password }: URL): Record<string, string> {
  if (username === "" && password === "") return {};
  const pass = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { "Proxy-Authorization": `Basic ${Buffer.from(pass).toString("base64")}` };
}

/** Waits for the head of an answer. What is late with its head or its body is told as late, and not as cut. */
const answered = (
  request: ClientRequest,
  { body }: Asked,
  { idle, circumstances }: Manners,
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    let begun: ClientRequest | IncomingMessage = request;
    request.once("response", (message) => {
      begun = message;
      resolve(message);
    });
    request.on("error", (error) => reject(ofNetwork(error)));
    request.on("timeout", () => begun.destroy(new Passing(silent(idle))));
    const late = (): unknown => begun.destroy(new Passing("it took too long"));
    AbortSignal.timeout(circumstances.patience.whole).addEventListener("abort", late);
    request.end(body);
  });

const tunnel = (request: ClientRequest, idle: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    request.once("connect", ({ statusCode = 0 }, socket) => {
      if (statusCode === 200) return resolve(socket);
      socket.destroy();
      if (statusCode >= 500) return reject(new Passing(`the proxy answers ${statusCode}`));
      reject(
        new Refusal({
          must: "a proxy that lets the request through",
          found: `it answers ${statusCode}`,
          fix:
            statusCode === 407
              ? "put its user and password into https_proxy: http://user:password@host:port"
              : "ask who runs it, or name the host in NO_PROXY",
        }),
      );
    });
    request.on("error", (error) => reject(ofNetwork(error)));
    request.on("timeout", () => request.destroy(new Passing(silent(idle))));
    request.end();
  });

const secured = (
  socket: Socket,
  url: URL,
  { ca, idle }: { ca: string | undefined; idle: number },
): Promise<TLSSocket> =>
  new Promise((resolve, reject) => {
    const host = hostOf(url);
    const line = connect({
      socket,
      host,
      ...(isIP(host) === 0 ? { servername: host } : {}),
      ...(ca === undefined ? {} : { ca }),
    });
    line.setTimeout(idle, () => line.destroy(new Passing(silent(idle))));
    line.once("secureConnect", () => resolve(line));
    line.once("error", (error) => reject(ofNetwork(error)));
  });

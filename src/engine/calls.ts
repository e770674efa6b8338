import { Agent as HttpAgent, request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Connection } from "./connection.ts";
import { authorization } from "./credential.ts";

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export interface Calls {
  call(method: "POST" | "GET" | "DELETE", url: string, options?: CallOptions): Promise<Answer>;
  close(): void;
}

interface CallOptions {
  body?: string;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
}

/** An engine that says nothing for so long has gone. */
const SILENCE_MS = 120_000;
const MOST_BYTES = 400_000_000;

/**
 * Calls over HTTP. Certificates are verified whatever the environment says; no redirect is followed, since it would take
 * the token or password along; an answer that breaks off is an error.
 */
export function callsTo({ base, credential, ca, user }: Connection): Calls {
  const isSecure = base.startsWith("https:");
  const agent = isSecure
    ? new HttpsAgent({ keepAlive: true, rejectUnauthorized: true, ...(ca !== null && { ca }) })
    : new HttpAgent({ keepAlive: true });
  const own = {
    // A password names who asks itself, and the engine may know that name by another: one beside it would be somebody else.
    ...(credential?.kind !== "password" && { "X-Trino-User": user }),
    // Views may hang on these, which are else those of the machine that the engine runs on.
    "X-Trino-Time-Zone": "UTC",
    "X-Trino-Language": "en",
    "Accept-Encoding": "gzip",
    ...(credential !== null && { Authorization: authorization(user, credential) }),
  };
  const call: Calls["call"] = (method, url, { body, headers, signal } = {}) =>
    new Promise((resolve, reject) => {
      const options = {
        method,
        agent,
        headers: { ...own, ...headers },
        timeout: SILENCE_MS,
        ...(signal && { signal }),
      };
      const request = (isSecure ? httpsRequest : httpRequest)(url, options, (response) => {
        const chunks: Buffer[] = [];
        let bytes = 0;
        response.on("data", (chunk: Buffer) => {
          chunks.push(chunk);
          bytes += chunk.length;
          if (bytes > MOST_BYTES) response.destroy(new Error("an answer of more than 400 MB"));
        });
        response.on("error", reject);
        response.on("end", () => {
          if (!response.complete) return reject(new Error("an answer that breaks off"));
          text(Buffer.concat(chunks), response.headers).then(
            (read) => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: read }),
            reject,
          );
        });
      });
      request.on("timeout", () => request.destroy(new Error("no answer within two minutes")));
      request.on("error", reject);
      request.end(body);
    });
  return { call, close: () => agent.destroy() };
}

const unzipped = promisify(gunzip);
const text = async (bytes: Buffer, headers: IncomingHttpHeaders): Promise<string> =>
  (headers["content-encoding"] === "gzip" ? await unzipped(bytes) : bytes).toString("utf8");

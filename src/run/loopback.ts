import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import type { Say } from "../catalogue/say.ts";
import { UserError } from "../error.ts";
import { previewStyle } from "../report/styles/preview-style.ts";

const ADDRESS = "127.0.0.1";
const OWN = "/.preview/";
const FIRST = "/report/index.html";

/** What is wrong with the project, as the page shows it. */
export interface Told {
  title: string;
  behind: string;
  hide: string;
  faults: { where: string; lines: { label: string; text: string }[] }[];
}

/** What is served now; whoever builds sets it. */
export interface Shown {
  /** Counts the good builds: a page of another one loads itself again. */
  generation: number;
  /** Folder of the last good build; null before there is one. */
  root: string | null;
  /** Paths of its files: nothing else is served. */
  files: ReadonlySet<string>;
  told: Told | null;
  /** Paints a chart of the report as pixels: its PNG is none of the files. */
  paint(svg: string): Uint8Array;
}

export interface Loopback {
  url: string;
  /** Tells every open page what is shown now. */
  tell(): void;
  close(): void;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".woff2": "font/woff2",
};

const policy = /(http-equiv="Content-Security-Policy" content="default-src (?:'|&#39;|&#x27;)none(?:'|&#39;|&#x27;))/;
const ownPolicy = "default-src 'none'; script-src 'self'; style-src 'self'";

const typeOf = (file: string): string => types[extname(file)] ?? "application/octet-stream";

interface Reply {
  status: number;
  type: string;
  body: string | Uint8Array;
  location?: string;
}

/**
 * Serves a report on the loopback address, to this machine alone: what does not ask for that address by its number or as
 * localhost (a page elsewhere whose name leads here) is refused, and so is every path that is no file of the report. The script that loads pages again is put
 * into them on the way, with leave to listen; the files have neither.
 */
export async function serve(shown: Shown, words: Say["previewing"], port = 0): Promise<Loopback> {
  const script = readFileSync(new URL("../report/script/reloading.js", import.meta.url));
  const listeners = new Set<ServerResponse>();
  const now = (): string => {
    const { generation, told } = shown;
    return `data: ${JSON.stringify({ generation: String(generation), told })}\n\n`;
  };

  const withScript = (html: string): string => {
    const head = `<link rel="stylesheet" href="${OWN}style.css"/><script defer src="${OWN}reloading.js" data-generation="${shown.generation}"></script>`;
    return html.replace(policy, "$1; connect-src 'self'").replace("</head>", () => `${head}</head>`);
  };
  /** A page that is none of the report's. */
  const alone = (text: string): string =>
    `<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8"/><meta http-equiv="Content-Security-Policy" content="${ownPolicy}"/><meta name="viewport" content="width=device-width, initial-scale=1"/><title>${text}</title></head><body class="preview-alone"><main><h1>${text}</h1>${shown.root === null ? "" : `<p><a href=${FIRST}">${words.first}</a></p>`}</main></body></html>\n`;

  const reply = (request: IncomingMessage): Reply | "events" => {
    const plain = (status: number, why: string): Reply => ({ status, type: types[".txt"]!, body: `${why}\n` });
    const page = (status: number, html: string): Reply => ({ status, type: types[".html"]!, body: withScript(html) });
    const path = pathOf(request.url ?? "");
    if (!isOurs(request.headers.host)) return plain(403, "not for this host");
    if (request.method !== "GET" && request.method !== "HEAD") return plain(405, "only GET and HEAD");
    if (path === null) return plain(400, "not a path");
    if (path === `${OWN}events`) return "events";
    if (path === `${OWN}reloading.js`) return { status: 200, type: types[".js"]!, body: script };
    if (path === `${OWN}style.css`) return { status: 200, type: types[".css"]!, body: previewStyle };
    if (path === "/" || path === "/report/") return { ...plain(302, ""), location: FIRST };
    const file = path.slice(1);
    const served = (path: string): Buffer | null =>
      shown.root !== null && shown.files.has(path) ? read(join(shown.root, path)) : null;
    const drawing = /^charts\/[^/]+\.png$/.test(file) ? served(file.replace(/png$/, "svg")) : null;
    if (drawing !== null) return { status: 200, type: types[".png"]!, body: shown.paint(drawing.toString("utf8")) };
    const bytes = served(file);
    const isPage = extname(file) === ".html";
    if (bytes !== null)
      return isPage ? page(200, bytes.toString("utf8")) : { status: 200, type: typeOf(file), body: bytes };
    if (!isPage) return plain(404, "not there");
    return shown.root === null ? page(503, alone(words.waiting)) : page(404, alone(words.gone));
  };
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const found = reply(request);
    if (found === "events") {
      response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
      listeners.add(response);
      response.on("close", () => listeners.delete(response));
      response.write(now());
      return;
    }
    const { status, type, body, location } = found;
    response.writeHead(status, {
      "Content-Type": type,
      "Cache-Control": "no-store",
      "Cross-Origin-Resource-Policy": "same-origin",
      "X-Content-Type-Options": "nosniff",
      ...(location === undefined ? {} : { Location: location }),
    });
    response.end(request.method === "HEAD" ? undefined : body);
  };

  const isOurs = (host: string | undefined): boolean => host === `${ADDRESS}:${at}` || host === `localhost:${at}`;
  const server = createServer(answer);
  await new Promise<void>((listening, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(notThere(error, port)));
    server.listen(port, ADDRESS, listening);
  });
  const { port: at } = server.address() as AddressInfo;
  return {
    url: `http://${ADDRESS}:${at}${FIRST}`,
    tell: () => {
      for (const listener of listeners) listener.write(now());
    },
    close: () => {
      for (const listener of listeners) listener.end();
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The path that is asked for; null where it is none. */
function pathOf(url: string): string | null {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/s, ""));
  } catch {
    return null;
  }
}

/** A file of the report; null where the build that had it has just gone. */
function read(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

const notThere = (error: NodeJS.ErrnoException, port: number): Error =>
  error.code === "EADDRINUSE" || error.code === "EACCES"
    ? new UserError({
        where: { file: `port ${port}` },
        must: "a port that is free, and that this user may use",
        found: error.code === "EADDRINUSE" ? "another program that listens there" : "no leave",
        fix: "choose another with --port, or leave it out",
      })
    : error;

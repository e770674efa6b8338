import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { createGunzip } from "node:zlib";
import type { FetchedFrom } from "../define/fetched-from.ts";
import type { Circumstances } from "./circumstances.ts";
import type { Asked } from "./exchange.ts";
import { refuseBeginning, refuseType, type Wanted } from "./file-content.ts";
import { type Answer, follow } from "./following.ts";
import { type Key, withoutKey } from "./keys.ts";
import type { Beginning, Part } from "./part.ts";
import { ofNetwork, Passing, Refusal } from "./refusals.ts";
import { patiently, retryAfter, type Turns } from "./waiting.ts";

/** What all requests of one declaration have in common. */
export interface Session {
  circumstances: Circumstances;
  declared: FetchedFrom;
  key: Key | null;
  /** Origin of the declared service, the only one that the key goes to. */
  home: string;
  turns: Turns;
  /** A place for bytes that come in. */
  part(): Part;
}

export interface Wish {
  url: URL;
  wanted: Wanted;
  /** What an earlier answer said of itself: the same is not sent again. */
  known?: { etag: string | null; modified: string | null } | undefined;
  body?: object;
  /** Where the bytes come in, where the next run may take them up. */
  beginning?: Beginning | undefined;
}

export interface Downloaded {
  part: Part;
  type: string | null;
  etag: string | null;
  modified: string | null;
}

const MEGABYTE = 1024 * 1024;
const PASSING = [408, 425, 429, 500, 502, 503, 504];

/** A whole body, tried again and taken up where it broke off; null where it is the one that is known already. */
export async function download(session: Session, wish: Wish): Promise<Downloaded | null> {
  const { circumstances, key, declared } = session;
  const url = new URL(wish.url);
  if (key !== null && key.parameter !== null && url.origin === session.home)
    url.searchParams.set(key.parameter, key.secret);
  const most = declared.most_megabytes * MEGABYTE;
  const { part: raw, ...left } = wish.beginning ?? { part: session.part(), mark: null, note: () => {} };
  /** What the bytes in `raw` are of; null where nothing can be added to them. */
  let begun = left.mark;
  const begin = (mark: string | null): void => {
    begun = mark;
    left.note(mark);
  };
  const fix = `run the command again later; if it goes on, look at ${withoutKey(url.href, key)} in a browser`;
  return patiently(circumstances, fix, async () => {
    if (begun === null) raw.clear();
    const more = begun !== null && raw.size > 0 ? { Range: `bytes=${raw.size}-`, "If-Range": begun } : knownOf(wish);
    const answer = await ask(session, url, { ...headersOf(wish), ...more }, wish.body);
    const { message } = answer;
    const { statusCode = 0, headers } = message;
    if (statusCode === 304 && wish.known !== undefined) {
      message.destroy();
      return null;
    }
    if (statusCode === 416 && begun !== null) {
      message.destroy();
      begin(null);
      throw new Passing("another file than the one that was begun (416)");
    }
    if (statusCode !== 200 && statusCode !== 206) await refuseStatus(answer, session);
    if (statusCode === 206 ? begun === null || !continues(headers, raw.size) : false) {
      message.destroy();
      begin(null);
      throw new Passing("another piece of the file than was asked for");
    }
    if (statusCode === 200) raw.clear();
    refuseType(headers, wish.wanted);
    begin(validatorOf(headers) ?? (statusCode === 206 ? begun : null));
    await take(message, raw, most);
    // Whole or of no use, nothing is to be added.
    begin(null);
    return { part: await unpacked(session, raw, headers, wish.wanted, most), ...aboutOf(headers) };
  });
}

/** A JSON answer, which is small. */
export async function downloadJson(session: Session, url: URL, body?: object): Promise<unknown> {
  const found = await download(session, { url, wanted: "json", ...(body === undefined ? {} : { body }) });
  const pieces: Buffer[] = [];
  for await (const piece of found!.part.read()) pieces.push(Buffer.from(piece as Uint8Array));
  try {
    return JSON.parse(Buffer.concat(pieces).toString("utf8"));
  } catch {
    throw new Refusal({
      must: "JSON, as the service's documentation has it",
      found: "something else",
      fix: "see whether the service has changed, and report it if so",
    });
  }
}

async function ask(session: Session, url: URL, headers: Asked["headers"], body: object | undefined): Promise<Answer> {
  const { circumstances, declared, key, home, turns } = session;
  await turns.take(url.host, declared.pause_seconds * 1000);
  const asked: Asked =
    body === undefined
      ? { method: "GET", headers }
      : { method: "POST", headers: { ...headers, "Content-Type": "application/json" }, body: JSON.stringify(body) };
  return follow(url, asked, { circumstances, idle: declared.wait_seconds * 1000 }, { key, home });
}

const headersOf = ({ wanted }: Wish): Record<string, string> => ({
  Accept: wanted === "json" ? "application/json" : wanted === "csv" ? "text/csv, */*;q=0.5" : "*/*",
  "Accept-Encoding": "gzip",
});

const knownOf = ({ known }: Wish): Record<string, string> => ({
  ...(known?.etag ? { "If-None-Match": known.etag } : {}),
  ...(known?.modified ? { "If-Modified-Since": known.modified } : {}),
});

const aboutOf = (headers: IncomingHttpHeaders): Omit<Downloaded, "part"> => ({
  type: headers["content-type"] ?? null,
  etag: headers.etag ?? null,
  modified: headers["last-modified"] ?? null,
});

/** What tells this file from a later one, so that the rest of it can be asked for; a weak mark does not. */
function validatorOf(headers: IncomingHttpHeaders): string | null {
  if (headers["accept-ranges"] === "none") return null;
  const { etag } = headers;
  if (etag !== undefined) return etag.startsWith("W/") ? null : etag;
  return headers["last-modified"] ?? null;
}

const continues = ({ "content-range": range = "" }: IncomingHttpHeaders, from: number): boolean =>
  new RegExp(`^bytes ${from}-`).test(range);

const tooLarge = (most: number): Refusal =>
  new Refusal({
    must: `a file of at most ${most / MEGABYTE} MB`,
    found: "a larger one",
    fix: "ask for less, or raise most_megabytes under fetch in dataset.yaml",
  });

/** Takes a body in, and sees that it is whole. */
async function take(message: IncomingMessage, raw: Part, most: number): Promise<void> {
  const said = Number(message.headers["content-length"] ?? Number.NaN);
  const before = raw.size;
  if (before + said > most) {
    message.destroy();
    throw tooLarge(most);
  }
  try {
    for await (const piece of message) {
      raw.append(piece as Uint8Array);
      if (raw.size > most) throw tooLarge(most);
    }
  } catch (error) {
    message.destroy();
    const told = ofNetwork(error);
    throw told instanceof Passing && told.found === "the connection was cut" ? cut(raw.size - before, said) : told;
  }
  if (!message.complete || (!Number.isNaN(said) && raw.size - before !== said)) throw cut(raw.size - before, said);
}

const cut = (came: number, said: number): Passing =>
  new Passing(Number.isNaN(said) ? `${came} bytes, and then the connection was cut` : `${came} of ${said} bytes`);

/** The body without its packing. Some services pack it and do not say so. */
async function unpacked(
  session: Session,
  raw: Part,
  headers: IncomingHttpHeaders,
  wanted: Wanted,
  most: number,
): Promise<Part> {
  const encoding = headers["content-encoding"]?.trim().toLowerCase() ?? "identity";
  if (!["gzip", "x-gzip", "identity", ""].includes(encoding))
    throw new Refusal({
      must: "a body that is packed as gzip or not at all, as was asked for",
      found: encoding,
      fix: "look at the address in a browser, and declare another",
    });
  const first = await beginningOf(raw);
  if (first.length === 0)
    throw new Refusal({
      must: "a file that holds something",
      found: "an empty one",
      fix: "look at the address in a browser",
    });
  const isPacked = first[0] === 0x1f && first[1] === 0x8b;
  if (!isPacked && /gzip/.test(encoding)) throw new Passing("a body that says it is gzip and is not");
  if (!isPacked) {
    refuseBeginning(first, wanted);
    return raw;
  }
  const whole = session.part();
  const unpacking = createGunzip();
  const source = raw.read();
  source.on("error", (error) => unpacking.destroy(error));
  try {
    for await (const piece of source.pipe(unpacking)) {
      if (whole.size + (piece as Uint8Array).length > most) throw tooLarge(most);
      whole.append(piece as Uint8Array);
    }
  } catch (error) {
    source.destroy();
    unpacking.destroy();
    const { code = "" } = error as NodeJS.ErrnoException;
    throw /^Z_/.test(code) ? new Passing("a gzip body that is cut or damaged") : error;
  }
  refuseBeginning(await beginningOf(whole), wanted);
  return whole;
}

async function beginningOf(part: Part): Promise<Uint8Array> {
  for await (const piece of part.read()) return piece as Uint8Array;
  return new Uint8Array();
}

const MOST_SAID = 300;

/** What an answer says that is no file; only what may pass is tried again. */
async function refuseStatus({ message, url }: Answer, { circumstances, key }: Session): Promise<never> {
  const { statusCode = 0, headers } = message;
  const said = /^(text\/plain|application\/([\w.-]+\+)?json)/.test(headers["content-type"] ?? "")
    ? await beginningOfMessage(message)
    : "";
  message.destroy();
  const found = withoutKey(`${statusCode} from ${url.host}${said === "" ? "" : `: ${said}`}`, key);
  if (PASSING.includes(statusCode)) throw new Passing(found, retryAfter(headers["retry-after"], circumstances.now()));
  throw new Refusal({
    must: "an answer with the file",
    found,
    fix:
      statusCode === 401 || statusCode === 403
        ? "see whether the service asks for a key, or refuses this network"
        : "mend the declaration under fetch, or see whether the service has moved the file",
  });
}

async function beginningOfMessage(message: IncomingMessage): Promise<string> {
  let text = "";
  try {
    for await (const piece of message) {
      text += String(piece);
      if (text.length > MOST_SAID) break;
    }
  } catch {
    // What came has been said.
  }
  return text.replace(/\s+/g, " ").trim().slice(0, MOST_SAID);
}

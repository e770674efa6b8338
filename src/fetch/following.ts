import type { IncomingMessage } from "node:http";
import { type Asked, exchange, type Manners } from "./exchange.ts";
import { type Key, withoutKey } from "./keys.ts";
import { Refusal } from "./refusals.ts";

const MOST_REDIRECTS = 5;

export interface Answer {
  message: IncomingMessage;
  /** Where it came from at last. */
  url: URL;
}

/**
 * A request, and the redirects that answer it. A key goes to its own host alone; https never leads to http, and no
 * redirect to another host leads into this network.
 */
export async function follow(
  start: URL,
  asked: Asked,
  manners: Omit<Manners, "outerOnly">,
  { key, home }: { key: Key | null; home: string },
): Promise<Answer> {
  const refuse = (found: string): Refusal =>
    new Refusal({
      must: "an address that leads to the file",
      found: withoutKey(found, key),
      fix: "look at the address in a browser, and declare the one that the file has at last",
    });
  const seen = new Set<string>();
  let url = start;
  let { method, body } = asked;
  for (;;) {
    if (seen.has(url.href)) throw refuse(`a redirect back to ${url.href}`);
    seen.add(url.href);
    if (seen.size > MOST_REDIRECTS + 1) throw refuse(`more than ${MOST_REDIRECTS} redirects, the last to ${url.href}`);
    const isHome = url.origin === home;
    const message = await exchange(
      url,
      {
        method,
        headers: { ...asked.headers, ...(isHome ? key?.headers : {}) },
        ...(body === undefined ? {} : { body }),
      },
      { ...manners, outerOnly: url.hostname !== start.hostname },
    );
    const { statusCode = 0, headers } = message;
    if (![301, 302, 303, 307, 308].includes(statusCode)) return { message, url };
    message.destroy();
    const to = headers.location;
    if (to === undefined || !URL.canParse(to, url.href)) throw refuse(`a redirect without an address (${statusCode})`);
    const next = new URL(to, url.href);
    if (!/^https?:$/.test(next.protocol))
      throw refuse(`a redirect to ${next.protocol}, which is no address of the web`);
    if (url.protocol === "https:" && next.protocol === "http:")
      throw refuse(`a redirect from https to http, ${next.href}`);
    if (statusCode <= 303 && method === "POST") {
      method = "GET";
      body = undefined;
    }
    next.hash = "";
    url = next;
  }
}

import type { Circumstances } from "./circumstances.ts";
import { Refusal } from "./refusals.ts";

const portOf = ({ protocol, port }: URL): string => port || (protocol === "https:" ? "443" : "80");

/** The proxy that the environment names for an address, as curl takes it from there; null for none. */
export function proxyFor(url: URL, { variable }: Pick<Circumstances, "variable">): URL | null {
  const first = (...names: string[]): string | undefined => names.map(variable).find((value) => value?.trim());
  if (isExempt(url, first("no_proxy", "NO_PROXY") ?? "")) return null;
  // HTTP_PROXY in capitals is what a web server makes of a visitor's header.
  const named = url.protocol === "https:" ? first("https_proxy", "HTTPS_PROXY") : first("http_proxy");
  const given = (named ?? first("all_proxy", "ALL_PROXY"))?.trim();
  if (given === undefined) return null;
  const text = /^[a-z][a-z0-9]*:\/\//i.test(given) ? given : `http://${given}`;
  if (URL.canParse(text) && new URL(text).protocol === "http:") return new URL(text);
  throw new Refusal({
    must: "a proxy that is spoken to over http, such as http://proxy.example.org:8080, in https_proxy or http_proxy",
    found: URL.canParse(text) ? `one of ${new URL(text).protocol.replace(":", "")}` : "no address",
    fix: "name another, or name the host in NO_PROXY",
  });
}

/** Whether a host is named in NO_PROXY: itself, a domain that it is of, or every one. */
function isExempt(url: URL, list: string): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, "").toLowerCase();
  return list.split(/[\s,]+/).some((entry) => {
    const [, name = "", port] = /^(.*?)(?::(\d+))?$/.exec(entry.toLowerCase().replace(/^\*?\./, "")) ?? [];
    if (name === "") return false;
    if (name === "*") return true;
    return (host === name || host.endsWith(`.${name}`)) && (port === undefined || port === portOf(url));
  });
}

import type { FetchedFrom } from "../define/fetched-from.ts";
import type { Circumstances } from "./circumstances.ts";
import { dfeAddress, dfePages } from "./dfe-pages.ts";
import { type Downloaded, download, type Session } from "./download.ts";
import type { Wanted } from "./file-content.ts";
import { fingertipsAddress } from "./fingertips-address.ts";
import { keyOf, withoutKey } from "./keys.ts";
import { nomisAddress, nomisPages } from "./nomis-pages.ts";
import { onsAddress } from "./ons-steps.ts";
import type { Beginning, Part } from "./part.ts";
import type { Turns } from "./waiting.ts";

export interface Fetched extends Downloaded {
  /** Where it came from, without any key. */
  address: string;
  /** The edition or version, where the service names one. */
  version: string | null;
}

/** What is known of a file: where it came from, and what was said of it there. */
export interface Known {
  address: string;
  etag: string | null;
  modified: string | null;
}

export interface Around {
  circumstances: Circumstances;
  turns: Turns;
  part(): Part;
  /** Of a file that is one answer, by its address. What is asked for in pages is small, and begins anew. */
  beginning?: ((address: string) => Beginning) | undefined;
}

/** Gets a file as it is declared; null where the service says that it is the one that is known. */
export async function fetched(
  declared: FetchedFrom,
  wanted: Wanted,
  known: Known | null,
  around: Around,
): Promise<Fetched | null> {
  const { services } = around.circumstances;
  const key = keyOf(declared, around.circumstances);
  const home = new URL(declared.from === "url" ? declared.address : services[declared.from]).origin;
  const session: Session = { ...around, declared, key, home };
  const told = (found: Downloaded | null, url: URL, version: string | null = null): Fetched | null =>
    found === null ? null : { ...found, address: withoutKey(url.href, key), version };
  const whole = async (url: URL, version?: string | null): Promise<Fetched | null> => {
    const address = withoutKey(url.href, key);
    const isKnown = known?.address === address;
    const beginning = around.beginning?.(address);
    return told(await download(session, { url, wanted, known: isKnown ? known : undefined, beginning }), url, version);
  };
  switch (declared.from) {
    case "url":
      return whole(new URL(declared.address));
    case "fingertips":
      return whole(fingertipsAddress(services.fingertips, declared));
    case "nomis": {
      const url = nomisAddress(services.nomis, declared);
      return told(await nomisPages(session, url), url);
    }
    case "ons": {
      const { url, version } = await onsAddress(session, services.ons, declared);
      return whole(url, version);
    }
    case "dfe": {
      const url = dfeAddress(services.dfe, declared);
      if (declared.query === undefined) return whole(url, declared.version);
      return told(await dfePages(session, url, declared.query), url, declared.version);
    }
  }
}

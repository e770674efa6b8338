import { z } from "zod";
import type { FetchedFromOf } from "../define/fetched-from.ts";
import { downloadJson, type Session } from "./download.ts";
import { Refusal } from "./refusals.ts";
import { wait } from "./waiting.ts";

const link = z.object({ href: z.string() });
const latest = z.object({ links: z.object({ latest_version: link }) });
const released = z.object({
  version: z.int(),
  edition: z.string().optional(),
  downloads: z.object({ csv: link.optional() }).optional(),
});
const begun = z.object({ links: z.object({ filter_output: link }) });
const output = z.object({ state: z.string().optional(), downloads: z.object({ csv: link.optional() }).optional() });

/** How often a filtered file is asked after. */
const MOST_ASKED = 60;

/**
 * Address of the CSV of a version of a dataset, or of the part of it that is asked for: the service is asked for the
 * latest version, and a filter is submitted and waited for.
 */
export async function onsAddress(
  session: Session,
  service: string,
  { dataset, edition, version, dimensions }: FetchedFromOf<"ons">,
): Promise<{ url: URL; version: string }> {
  const root = `${service}/datasets/${dataset}`;
  const get = async <T>(at: string, shape: z.ZodType<T>, body?: object): Promise<T> =>
    read(await downloadJson(session, hrefOf(at, service), body), shape, at);
  const of = edition === undefined ? root : `${root}/editions/${edition}`;
  const at = version === undefined ? (await get(of, latest)).links.latest_version.href : `${of}/versions/${version}`;
  const found = await get(at, released);
  const named = `${found.edition ?? edition ?? ""} ${found.version}`.trim();
  if (dimensions === undefined) return { url: csvOf(found, service, at), version: named };

  const asked = {
    dataset: { id: dataset, edition: found.edition ?? edition, version: found.version },
    dimensions: Object.entries(dimensions).map(([name, options]) => ({ name, options })),
  };
  const filter = await get(`${service}/filters?submitted=true`, begun, asked);
  const { href } = filter.links.filter_output;
  for (let i = 0; i < MOST_ASKED; i++) {
    const made = await get(href, output);
    if (made.downloads?.csv !== undefined) return { url: csvOf(made, service, href), version: named };
    if (made.state === "failed") break;
    await wait(session.circumstances.patience.first);
  }
  throw new Refusal({
    must: "a file of the options that are asked for",
    found: "none that came to be",
    fix: "mend dimensions under fetch in dataset.yaml, ask for less, or run the command again later",
  });
}

const csvOf = ({ downloads }: z.infer<typeof output>, service: string, at: string): URL => {
  if (downloads?.csv === undefined)
    throw new Refusal({ must: "a CSV of this version", found: `none at ${at}`, fix: "declare another version" });
  return hrefOf(downloads.csv.href, service);
};

/** A link of an answer, which may not lead from https to http either. */
function hrefOf(href: string, service: string): URL {
  const url = URL.canParse(href) ? new URL(href) : null;
  if (url !== null && (url.protocol === "https:" || url.protocol === new URL(service).protocol)) return url;
  throw new Refusal({
    must: "links to https, as the service has them",
    found: href,
    fix: "see whether the service has changed",
  });
}

function read<T>(answer: unknown, shape: z.ZodType<T>, at: string): T {
  const found = shape.safeParse(answer);
  if (found.success) return found.data;
  throw new Refusal({
    must: "an answer in the shape that the service's documentation has",
    found: `nothing that can be read at ${found.error.issues[0]?.path.join(".") || "the top"} of ${at}`,
    fix: "mend the declaration under fetch; if it is right, the service has changed",
  });
}

import type { IncomingHttpHeaders } from "node:http";
import { Refusal } from "./refusals.ts";

/** What a file may be said to be, by what it is declared to be. */
export type Wanted = "csv" | "xlsx" | "ods" | "parquet" | "arrow" | "geojson" | "json";

const refusal = (wanted: Wanted, found: string): Refusal =>
  new Refusal({
    must: `a file of the format ${wanted}`,
    found,
    fix: "look at the address in a browser: it may have moved, ask for a login, or be the page beside the file",
  });

/** Refuses what says of itself that it is something else: services send pages and messages where a file was. */
export function refuseType({ "content-type": type = "" }: IncomingHttpHeaders, wanted: Wanted): void {
  const media = type.split(";")[0]!.trim().toLowerCase();
  if (/^(text\/html|application\/xhtml\+xml)$/.test(media)) throw refusal(wanted, `a web page (${media})`);
  const isJson = /[/+]json$/.test(media);
  if (isJson && wanted !== "json" && wanted !== "geojson")
    throw refusal(wanted, `JSON (${media}), a message it may be`);
  if (/[/+]xml$/.test(media) && wanted === "csv") throw refusal(wanted, `XML (${media})`);
}

/** Refuses a body that begins as another thing does, whatever it says. */
export function refuseBeginning(first: Uint8Array, wanted: Wanted): void {
  const text = Buffer.from(first.subarray(0, 512))
    .toString("latin1")
    .replace(/^\u00ef\u00bb\u00bf/, "")
    .trimStart();
  if (/^<(!doctype html|html|head|body)\b/i.test(text)) throw refusal(wanted, "a web page, by how it begins");
  const isZip = text.startsWith("PK\u0003\u0004");
  if ((wanted === "xlsx" || wanted === "ods") && !isZip) throw refusal(wanted, "a file that does not begin as one");
  if (wanted === "parquet" && !text.startsWith("PAR1")) throw refusal(wanted, "a file that does not begin as one");
  if (wanted === "csv" && isZip) throw refusal(wanted, "a ZIP file or a workbook, by how it begins");
}

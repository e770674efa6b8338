import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Dataset } from "../define/dataset.ts";
import type { Fetched } from "../fetch/fetched.ts";
import { recordOf, type SourceRecord, sourceRecord } from "../results/source-record.ts";

/** What stands beside a file that was fetched. */
export function recordFor(
  { address, version: named, type, etag, modified }: Fetched,
  { sha256, bytes, dataset, now }: { sha256: string; bytes: number; dataset: Dataset; now: number },
): SourceRecord {
  return {
    format: "tempcheck.source.v1",
    address,
    fetched: `${new Date(now).toISOString().slice(0, 19)}Z`,
    ...{ sha256, bytes, licence: dataset.licence, publisher: dataset.publisher, version: named },
    ...{ content_type: type, etag, last_modified: modified },
  };
}

/** The record beside a file; null where there is none that can be read. */
export function readRecord(root: string, name: string): SourceRecord | null {
  const path = join(root, recordOf(name));
  if (!existsSync(path)) return null;
  try {
    return sourceRecord.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}

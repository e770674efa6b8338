import type { Dataset } from "../define/dataset.ts";
import type { SourceRecord } from "../define/source-record.ts";
import type { Fetched } from "../fetch/fetched.ts";

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

import type { Dataset } from "./dataset.ts";
import type { Defined, Definitions } from "./definitions.ts";
import { recordOf, type SourceRecord } from "./source-record.ts";

/** What stands beside files that `tempcheck fetch` has got. */
export const recordsBeside = (
  datasets: readonly Defined<Dataset>[],
  read: (path: string) => Defined<SourceRecord>[],
): Definitions["records"] =>
  new Map(
    datasets.flatMap(({ value: { folder, files } }) =>
      files.flatMap(({ path }) =>
        read(recordOf(`${folder}/${path}`)).map((record): [string, Defined<SourceRecord>] => [
          `${folder}/${path}`,
          record,
        ]),
      ),
    ),
  );

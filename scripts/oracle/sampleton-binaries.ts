/** Makes the Parquet and Arrow files of tests/golden/sampleton from tests/golden/sampleton-source, and writes the sha256 of every source file into its dataset.yaml. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { DateDay, Dictionary, Float64, Int16, Int64, Table, tableToIPC, Utf8, vectorFromArray } from "apache-arrow";

const golden = join(import.meta.dirname, "../../tests/golden");
const data = join(golden, "sampleton/data-raw");
const source = join(golden, "sampleton-source");

async function survey(): Promise<void> {
  mkdirSync(join(data, "survey"), { recursive: true });
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(
    `copy (select * from read_csv('${join(source, "survey.csv")}', auto_detect = false, header = true, delim = ',', quote = '"',
       columns = {'id': 'INTEGER', 'wave': 'VARCHAR', 'group': 'VARCHAR', 'sex': 'VARCHAR', 'score': 'DOUBLE'}) order by id)
     to '${join(data, "survey/survey.parquet")}' (format parquet, compression snappy)`,
  );
  connection.closeSync();
}

function panel(): void {
  mkdirSync(join(data, "panel"), { recursive: true });
  const [, ...rows] = readFileSync(join(source, "panel.csv"), "utf8").trim().split("\n");
  const column = (index: number): string[] => rows.map((row) => row.split(",")[index] as string);
  const table = new Table({
    year: vectorFromArray(column(0).map(Number), new Int16()),
    band: vectorFromArray(column(1), new Dictionary(new Utf8(), new Int16(), 1)),
    sex: vectorFromArray(column(2), new Utf8()),
    collected: vectorFromArray(
      column(3).map((day) => new Date(`${day}T00:00:00Z`)),
      new DateDay(),
    ),
    mean: vectorFromArray(column(4).map(Number), new Float64()),
    sd: vectorFromArray(column(5).map(Number), new Float64()),
    n: vectorFromArray(column(6).map(BigInt), new Int64()),
  });
  writeFileSync(join(data, "panel/panel.arrow"), tableToIPC(table, "file"));
}

/** The hash that stands after each path, in the order in which dataset.yaml names its files. */
function hashes(): void {
  for (const id of readdirSync(data)) {
    const definition = join(data, id, "dataset.yaml");
    if (!existsSync(definition)) continue;
    const text = readFileSync(definition, "utf8").replace(
      /(- path: (\S+)\n\s+sha256: )\S+/g,
      (_, before: string, path: string) =>
        before +
        createHash("sha256")
          .update(readFileSync(join(data, id, path)))
          .digest("hex"),
    );
    writeFileSync(definition, text);
  }
}

await survey();
panel();
hashes();

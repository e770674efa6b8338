// Child process: DuckDB alone reads the figures of the project in argv[2], joins the areas and groups, in argv[3]'s form.
// argv[4] "steered": told to keep the few areas in the join's table. Left to itself it takes a CSV for some forty rows,
// and keeps all of those there instead.
import { DuckDBInstance } from "@duckdb/node-api";
import { areasFile, columns, type Form, figuresFile } from "./project.ts";

const folder = process.argv[2]!;
const form = process.argv[3] as Form;
const read = (path: string, types: Record<string, string>): string =>
  `read_csv('${path}', columns = { ${Object.entries(types)
    .map(([name, type]) => `'${name}': '${type}'`)
    .join(", ")} }, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', comment = '',
    nullstr = '', null_padding = false, ignore_errors = false, strict_mode = true)`;
const figures =
  form === "csv" ? read(figuresFile(folder, form), columns) : `read_parquet('${figuresFile(folder, form)}')`;

const begun = performance.now();
const atFirst = process.cpuUsage();
const instance = await DuckDBInstance.create(":memory:");
const connection = await instance.connect();
const areas = { area_code: "VARCHAR", area_name: "VARCHAR", population: "BIGINT", score: "DOUBLE" };
await connection.run(
  `create table areas as select *, ceil(5 * sum(population) over (order by score desc, area_code)
     / sum(population) over ()) as fifth from ${read(areasFile(folder), areas)}`,
);
if (process.argv[4] === "steered") await connection.run("set disabled_optimizers = 'join_order,build_side_probe_side'");
const reader = await connection.runAndReadAll(
  `select year, fifth, cast(sum(claims) as DOUBLE) as claims, cast(sum(residents) as DOUBLE) as residents
   from ${figures} join areas using (area_code) group by year, fifth order by year, fifth`,
);
const milliseconds = performance.now() - begun;
const spent = process.cpuUsage(atFirst);
const rows = reader.getRowObjectsJS();
console.log(
  JSON.stringify({
    milliseconds,
    processor: (spent.user + spent.system) / 1000,
    peak: process.resourceUsage().maxRSS * 1024,
    cells: rows.length,
    sum: rows.reduce((total, row) => total + Number(row["claims"]), 0),
  }),
);

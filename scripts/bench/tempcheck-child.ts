// Child process: the pipeline from the definitions to grouped estimates and measures. argv: folder of the compiled
// package's modules, folder of the project. Neither this nor duckdb-child.ts counts the start of its process.
import { join } from "node:path";

const [modules, folder] = process.argv.slice(2);
const module = <T>(name: string): Promise<T> => import(join(modules!, `${name}.js`)) as Promise<T>;
const { assess } = await module<typeof import("../../src/assess/assess.ts")>("assess/assess");
const { load } = await module<typeof import("../../src/define/load.ts")>("define/load");
const { areaCuts } = await module<typeof import("../../src/estimate/quantiles.ts")>("estimate/quantiles");
const { BuildDatabase } = await module<typeof import("../../src/ingest/database.ts")>("ingest/database");
const { ingest, threadsFor } = await module<typeof import("../../src/ingest/ingest.ts")>("ingest/ingest");

const begun = performance.now();
const atFirst = process.cpuUsage();
const database = await BuildDatabase.open();
const definitions = load(folder!);
await database.confine([definitions.root], threadsFor(definitions));
const year = definitions.project.value.year;
const cuts = areaCuts();
const ingested = await ingest(definitions, cuts, year, database);
assess(definitions, ingested, year, { log: () => {}, closing: null });
const milliseconds = performance.now() - begun;
const spent = process.cpuUsage(atFirst);
const observations = [...ingested.observations.values()].flat();
database.close();
console.log(
  JSON.stringify({
    milliseconds,
    processor: (spent.user + spent.system) / 1000,
    peak: process.resourceUsage().maxRSS * 1024,
    cells: observations.length,
    sum: observations.reduce((total, { figures }) => total + (figures.numerator ?? 0), 0),
  }),
);

// Child process: the pipeline from the definitions to grouped estimates and measures, on the project in argv[2].

import { assess } from "../../src/assess/assess.ts";
import { load } from "../../src/define/load.ts";
import { areaCuts } from "../../src/estimate/quantiles.ts";
import { BuildDatabase } from "../../src/ingest/database.ts";
import { ingest, threadsFor } from "../../src/ingest/ingest.ts";

const begun = performance.now();
const atFirst = process.cpuUsage();
const database = await BuildDatabase.open();
const definitions = load(process.argv[2]!);
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

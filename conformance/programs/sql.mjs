// Feeds plain SQL (estimates.sql, measures.sql) with the questions of `tempcheck conform "node conformance/programs/sql.mjs"`: the
// figures of a question become a table, and the rows of the query its answer. What SQL has no arithmetic for is not supported.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { DuckDBInstance } from "@duckdb/node-api";

const sql = (name) => readFileSync(new URL(name, import.meta.url), "utf8");
const [estimates, measures] = [sql("estimates.sql"), sql("measures.sql")];
/** Deviates of the normal distribution, which SQL does not have. */
const deviates = { 0.95: 1.959963984540054, 0.998: 3.090232306167813 };
const connection = await (await DuckDBInstance.create(":memory:")).connect();

const rowsOf = async (query) => (await connection.runAndReadAll(query)).getRowObjects();
/** A number as SQL takes one of double precision. */
const number = (value) => `${value}::double`;

async function estimate({ request, levels }) {
  const [[kind, items]] = Object.entries(request);
  if (kind !== "proportion" && kind !== "rate") return null;
  const answers = [];
  for (const { numerator, denominator, count = numerator, personYears = denominator, multiplier = 1 } of items) {
    if (personYears === 0) return { [kind]: [{ reason: "no-denominator" }] };
    if (kind === "rate" && count < 10) return null;
    const answer = {};
    for (const level of levels) {
      const z = deviates[level];
      if (z === undefined) return null;
      await connection.run(
        `create or replace temp table counts as select '${kind}' as kind, ${number(count)} as x, ${number(personYears)} as n, ${number(multiplier)} as per, ${number(z)} as z`,
      );
      const [{ value, lower, upper }] = await rowsOf(estimates);
      const key = String(level).slice(2).padEnd(2, "0");
      Object.assign(answer, { value, [`lower${key}`]: lower, [`upper${key}`]: upper });
    }
    answers.push(answer);
  }
  return { [kind]: answers };
}

async function measure({ request }) {
  const { groups, favourable, ordered } = request;
  // Counts would need the intervals of the groups first: values with standard errors are what this takes.
  if (groups.some(({ se, population }) => se === undefined || population === undefined)) return null;
  const rows = groups.map(({ order, population, value, se }) => [order, population, value, se ** 2].map(number).join());
  await connection.run(
    `create or replace temp table groups as select * from (values (${rows.join("), (")})) t(place, n, y, v)`,
  );
  await connection.run(`create or replace temp table rules as select ${number(deviates[0.95])} as z`);
  const spreads = ["bgv", "bgsd"];
  const found = await rowsOf(measures);
  const answer = {};
  for (const { id, ...raw } of found) {
    if (!ordered && !spreads.includes(id)) continue;
    answer[id] = { ...raw, oriented: favourable || spreads.includes(id) ? raw : turned(id, raw) };
  }
  return { measures: answer };
}

const turned = (id, { value, lower, upper }) =>
  id === "rii_linear"
    ? { value: 1 / value, lower: 1 / upper, upper: 1 / lower }
    : { value: -value, lower: -upper, upper: -lower };

for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  const { id, ask } = question;
  const answer = ask === "estimate" ? await estimate(question) : ask === "measure" ? await measure(question) : null;
  process.stdout.write(`${JSON.stringify(answer === null ? { id, unsupported: true } : { id, answer })}\n`);
}

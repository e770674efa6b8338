import { mutate, noticed } from "./mutate.ts";
import { tracer } from "./trace.ts";
import { check, readReport, statementsIn } from "./truth.ts";

/**
 * `npm run truth -- DIR`: every figure of the built report in DIR that comes from nowhere in its results. With --all, every
 * one is printed; with --mutate N, N figures of each place are changed by chance, and how many of them are noticed is told.
 */

const [folder, ...options] = process.argv.slice(2);
if (folder === undefined) throw new Error("npm run truth -- DIR, where DIR holds report/ and data/results.json");
const report = readReport(folder);
const wanted = options.indexOf("--mutate");
if (wanted >= 0) {
  const statements = statementsIn(report);
  for (const place of ["sentence", "cell", "mark of a chart"] as const) {
    const made = mutate(report.results, statements, tracer(report.results), {
      n: Number(options[wanted + 1] ?? 300),
      seed: 13,
      place,
    });
    for (const { kind, n, noticed: found } of noticed(made))
      console.log(`${place}, ${kind}: ${found} of ${n} noticed, ${((100 * found) / n).toFixed(1)}%`);
    if (options.includes("--all"))
      for (const { kind, page, after, before, from } of made.filter((one) => !one.noticed))
        console.log(`  ${page} ${kind}\n    was ${before}\n    now ${after}\n    from ${from}`);
  }
} else {
  const { pages, statements, numbers, derivations, findings } = check(report);
  console.log(`${pages} pages, ${statements} pieces of text, ${numbers} figures`);
  for (const [name, n] of [...derivations].sort((a, b) => b[1] - a[1]))
    console.log(`${String(n).padStart(7)}  ${name}`);
  const shown = options.includes("--all") ? findings : findings.slice(0, 40);
  for (const { page, from, number, why, sentence } of shown)
    console.log(`${page} <${from}> ${number} ${why}\n    ${sentence}`);
  console.log(`${findings.length} of ${numbers} figures were not traced`);
  process.exitCode = findings.length > 0 ? 1 : 0;
}

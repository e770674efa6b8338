import { readReport } from "../truth/truth.ts";
import { measured, readingsOf } from "./first-screen.ts";

/** `npm run reading -- DIR`: how easy the first screens of the built report in DIR are to read, for each kind of page. */

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("npm run reading -- DIR, where DIR holds report/ and data/results.json");
const readings = readingsOf(readReport(folder));
console.log("| kind of page | pages | sentences | words a sentence | reading age | hardest page | jargon |");
console.log("| --- | --: | --: | --: | --: | --- | --- |");
for (const kind of [...new Set(readings.map((one) => one.kind))].sort()) {
  const own = readings.filter((one) => one.kind === kind);
  const sentences = [...new Set(own.flatMap((one) => one.sentences))];
  const all = measured(sentences);
  const hardest = [...own].sort((a, b) => b.age - a.age)[0]!;
  const words = new Map<string, number>();
  for (const word of own.flatMap((one) => one.jargon)) words.set(word, (words.get(word) ?? 0) + 1);
  const jargon = [...words].sort((a, b) => b[1] - a[1]).map(([word, n]) => `${word} (${n})`);
  const cells = [
    kind,
    own.length,
    sentences.length,
    all?.words.toFixed(1) ?? "none",
    all?.age.toFixed(1) ?? "none",
    `${hardest.page}: ${hardest.words.toFixed(1)} words, ${hardest.age.toFixed(1)}`,
    jargon.join(", "),
  ];
  console.log(`| ${cells.join(" | ")} |`);
}

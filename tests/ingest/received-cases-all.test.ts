import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { packed } from "../support/packed.ts";

// What becomes of each folder of ../shared/cases as it stands, outside the repository: a gap of the right size, or a message
// that names what to do.
const cases = new URL("../../../shared/cases/", import.meta.url);
const { UserError: Refused } = await packed("error.js");
const { check } = await packed("run/check.js");

interface Outcome {
  /** The newest absolute gap with its limits; null where there is none. */
  gap: readonly number[] | null;
  /** What was said on the way. */
  log: string;
  message: string;
}

async function outcomeOf(name: string): Promise<Outcome> {
  const log: string[] = [];
  try {
    const { results } = await check({ project: fileURLToPath(new URL(name, cases)) }, (_, line) => log.push(line));
    const { absolute } = results.indicators[0]!.dimensions[0]!.periods.at(-1)!;
    const gap =
      absolute !== null && "oriented" in absolute
        ? [absolute.oriented.value, absolute.oriented.lower!, absolute.oriented.upper!]
        : null;
    return { gap, log: log.join("\n"), message: "" };
  } catch (error) {
    if (error instanceof Refused) return { gap: null, log: log.join("\n"), message: error.message };
    throw error;
  }
}

/** Those whose README gives the figure. */
const given: Record<string, readonly number[]> = {
  "published-decile-reversed": [7.16, 6.13, 8.19],
};
/** Those that have no gap as they stand, and what is said of it. */
const withoutGap: Record<string, RegExp> = {
  "suppressed-as-a-range": /"1-9": \{ from: 1, to: 9 \} under blanks/,
};
/** Those that end in a message, and what it says to do. */
const told: Record<string, RegExp> = {
  "area-without-a-score": /under outside of dep in tempcheck\.yaml/,
  "control-character-in-title": /take the character out/,
  "csv-footnotes": /last_row/,
  "decimal-comma": /decimal: ","/,
  "dfe-six-digit-period": /overall: \{ where: \{ fsm: "Total" \} \}/,
  "dup-by-period-spelling": /one spelling of the period 2024-25/,
  "header-row-quoted-title-q2-5": /5 rows in the dataset, as declared(.|\n)*6 rows/,
  "named-period-cell-constructor": /one of the named periods: s1, s2/,
  "numerator-above-denominator": /kind: rate/,
  "ods-file": /type: ods/,
  "per-1e-300": /from 0\.001/,
  "period-in-file-name": /file_name or add/,
  "renamed-column-between-releases": /aliases/,
  "terminal-escape": /\\x1b\[31m/,
  "thousands-separators": /thousands: ","/,
  "totals-beside-parts": /where: \{ sex: "Persons" \}/,
  "values-with-flags": /flags: \{ "\[p\]"/,
  "where-__proto__-dropped": /a key of another name/,
  "where-list-typo": /"O3", which no row has under m; the nearest are "03"/,
  "xlsx-bomb-sheet-400MB": /at most 64 MB/,
  "xlsx-far-cell": /XFD200000/,
  "xlsx-formula": /open the workbook in a spreadsheet program, save it there/,
  "xlsx-multirow-header": /header_rows/,
  "xlsx-percent-format-published": /percent: true/,
  "yaml-keys-20k": /one of the keys/,
};

describe.skipIf(!existsSync(cases))("every case of ../shared/cases", () => {
  const folders = existsSync(cases)
    ? readdirSync(cases).filter((name) => existsSync(new URL(`${name}/tempcheck.yaml`, cases)))
    : [];
  it.each(folders)(
    "%s ends as it should",
    async (name) => {
      const { gap, log, message } = await outcomeOf(name);
      if (name in told) expect(message).toMatch(told[name]!);
      else expect(message).toBe("");
      if (name in withoutGap) expect(log).toMatch(withoutGap[name]!);
      expect(gap !== null).toBe(!(name in told || name in withoutGap));
      expect(gap?.every(Number.isFinite) ?? true).toBe(true);
      if (name in given) expect(gap!.map((one) => Number(one.toFixed(2)))).toEqual(given[name]);
    },
    60_000,
  );
});

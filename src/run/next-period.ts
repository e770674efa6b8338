import type { Period } from "../model.ts";

/**
 * The period that follows the later of two, as far from it as that is from the earlier, in whole years; its name moved on as it
 * is written: 2022, 2022-23, 2014-16. It is only proposed.
 */
export function nextPeriod(earlier: Period, [key, { label, start, end }]: [key: string, later: Period]) {
  const years = Math.max(1, Math.round((Date.parse(end) - Date.parse(earlier.end)) / DAY / 365.25));
  return {
    key: movedOn(key, years),
    period: { label: movedOn(label, years), start: later(start, years), end: later(end, years) },
  };
}

const DAY = 24 * 60 * 60 * 1000;

/** Every year in a text so many later; two digits behind a year are one too. */
const movedOn = (text: string, years: number): string =>
  text.replace(
    /(?<!\d)((?:18|19|20|21)\d\d)(?:([-–/])(\d\d)(?!\d))?(?!\d)/g,
    (_, year: string, dash?: string, last?: string) => {
      const next = String(Number(year) + years);
      if (dash === undefined || last === undefined) return next;
      return `${next}${dash}${String((Number(last) + years) % 100).padStart(2, "0")}`;
    },
  );

/** The same day so many years later; the last of February stays the last. */
function later(day: string, years: number): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const lastOf = (of: number): number => new Date(Date.UTC(of, month, 0)).getUTCDate();
  const on = date === lastOf(year) ? lastOf(year + years) : date;
  return [String(year + years), String(month).padStart(2, "0"), String(on).padStart(2, "0")].join("-");
}

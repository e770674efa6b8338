/** What three rows of 2023 become: one revised, one gone, and two of 2024. */
export const nextYear = {
  rows: { was: 3, now: 4, added: 2, removed: 1 },
  periods: [{ column: "year", added: ["2024"], removed: [] }],
  totals: [
    { column: "x", was: 60, now: 74 },
    { column: "n", was: 300, now: 430 },
  ],
  revised: [{ column: "x", count: 1, examples: [{ row: { grp: "A", year: "2023" }, was: "10", now: "11" }] }],
};

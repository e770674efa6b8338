import { expect, it } from "vitest";
import { bugReport } from "../../src/cli/bug-report.ts";

it("says of a bug what finds it, and nothing of the project", () => {
  const error = new TypeError('cannot read "Jane Doe" of /home/jane/figures.csv: 17 in Ancoats');
  error.stack = `${error.stack?.split("\n")[0]}\n    at read (/home/jane/tempcheck/src/ingest/raw.ts:12:3)\n    at async file:///home/jane/x/dist/run/build.js:9:1`;
  const args = ["build", "--project", "/home/jane/secret", "--out=/srv/jane", "claims"];
  const told = bugReport(error, args).join("\n");
  expect(told).not.toMatch(/jane|secret|Ancoats|17|figures/i);
  expect(told).toMatch(/tempcheck \d+\.\d+\.\d+\S*, node \d+\.\d+\.\d+, /);
  expect(told).toContain("command: tempcheck build --project --out");
  expect(told).toContain('TypeError: cannot read "..." of ...');
  expect(told).toMatch(/raw\.ts:12:3/);
  expect(told).toMatch(/build\.js:9:1/);
  expect(told).toMatch(/an issue of its repository/);
});

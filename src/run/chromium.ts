import { existsSync } from "node:fs";
import { UserError } from "../error.ts";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Path of an installed Chromium: the variable CHROMIUM where it is set, else the usual places. */
export const chromiumPath = (): string | undefined =>
  [process.env["CHROMIUM"] || usualPlaces].flat().find((path) => existsSync(path));

/** The same, where there must be one. */
export function requireChromium(): string {
  const path = chromiumPath();
  if (path !== undefined) return path;
  const named = process.env["CHROMIUM"];
  throw new UserError({
    where: { file: named || "chromium" },
    must: "a Chromium or Chrome, which prints the report",
    found: named ? "no file at this place, which the variable CHROMIUM names" : `none of ${usualPlaces.join(", ")}`,
    fix: "install it (apt-get install -y chromium), or name it: CHROMIUM=/path/to/chromium; or print the file of build --single-file from any browser",
  });
}

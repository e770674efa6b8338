/** The same strata through other programs, where R has them; says by name what it skips. */
import { type ExecFileSyncOptionsWithStringEncoding, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isMissing } from "../../src/index.ts";
import { compiled } from "./compiled.ts";
import { strataInputs } from "./strata.ts";

const STRATA = 100;

/** Each reads strata.csv (stratum, group, value, se, population) as d and prints the seconds that its functions take. */
const peers = {
  PHEindicatormethods: `d$width <- 1.96 * d$se
    cat(system.time(PHEindicatormethods::phe_sii(dplyr::group_by(d, stratum), group, population, value = value,
      se = se, value_type = 0, rii = TRUE, repetitions = 100000))[["elapsed"]])`,
  healthequal: `cat(system.time(for (s in split(d, d$stratum)) with(s, {
      for (f in c("aci", "bgv", "cov", "mdmw", "rci", "rii", "sii", "ti", "mld", "paf", "par")) {
        measure <- getExportedValue("healthequal", f)
        given <- list(est = value, se = se, pop = population, subgroup_order = group, scaleval = 100,
          favourable_indicator = 0, ordered_dimension = 1, sim = 0)
        do.call(measure, given[intersect(names(given), names(formals(measure)))])
      }}))[["elapsed"]])`,
};

const folder = mkdtempSync(join(tmpdir(), "tempcheck-peers-"));
const inFolder: ExecFileSyncOptionsWithStringEncoding = {
  cwd: folder,
  encoding: "utf8",
  stdio: ["ignore", "pipe", "ignore"],
};
const hasR = (code: string): boolean => {
  try {
    execFileSync("Rscript", ["-e", code], inFolder);
    return true;
  } catch {
    return false;
  }
};

try {
  const lines = strataInputs(STRATA).flatMap(({ groups }, stratum) =>
    groups.map(({ estimate }, group) => {
      if (isMissing(estimate)) throw new Error(estimate.text);
      return [stratum, group + 1, estimate.value, Math.sqrt(estimate.variance!), estimate.denominator].join(",");
    }),
  );
  writeFileSync(join(folder, "strata.csv"), `stratum,group,value,se,population\n${lines.join("\n")}\n`);
  let ours: number | null = null;
  for (const [name, code] of Object.entries(peers)) {
    if (!hasR("0")) console.log(`${name}: skipped, because Rscript is not installed`);
    else if (!hasR(`library(${name})`)) console.log(`${name}: skipped, because R has no package of that name`);
    else {
      ours ??= microseconds();
      const seconds = Number(execFileSync("Rscript", ["-e", `d <- read.csv("strata.csv"); ${code}`], inFolder));
      console.log(`${name}: ${Math.round((seconds * 1e6) / STRATA / ours)} times as long a stratum (aim 10,000)`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function microseconds(): number {
  const script = fileURLToPath(new URL("measures-child.ts", import.meta.url));
  const args = ["--import", "tsx", script, compiled().modules, "20000", "3"];
  const out = execFileSync(process.execPath, args, { encoding: "utf8" });
  return (JSON.parse(out) as { microseconds: number }).microseconds;
}

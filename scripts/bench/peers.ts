/** The same strata through other programs, where R has them; says by name what it skips. */
import { type ExecFileSyncOptionsWithStringEncoding, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isMissing } from "../../src/index.ts";
import { compiled } from "./compiled.ts";
import { strataInputs } from "./strata.ts";

interface Peer {
  /** What it works out of each stratum. */
  does: string;
  strata: number;
  /** R that is timed: it has the rows of strata.csv (stratum, group, value, se, population) as d. */
  code: string;
}

const peers: Record<string, Peer> = {
  PHEindicatormethods: {
    does: "slope and relative index of inequality with limits from 100,000 draws",
    strata: 100,
    code: `PHEindicatormethods::phe_sii(dplyr::group_by(d, stratum), group, population, value = value,
      se = se, value_type = 0, rii = TRUE, repetitions = 100000)`,
  },
  healthequal: {
    does: "eleven measures with limits, those that are drawn from its usual 100 draws",
    strata: 20,
    code: `for (s in split(d, d$stratum)) with(s, {
      for (f in c("aci", "bgv", "covar", "mdmw", "rci", "rii", "sii", "ti", "mld", "paf", "parisk")) {
        measure <- getExportedValue("healthequal", f)
        given <- list(est = value, se = se, pop = population, subgroup_order = group, scaleval = 100,
          favourable_indicator = 0, ordered_dimension = 1)
        do.call(measure, given[intersect(names(given), names(formals(measure)))])
      }})`,
  },
};

const folder = mkdtempSync(join(tmpdir(), "tempcheck-peers-"));
const inFolder: ExecFileSyncOptionsWithStringEncoding = {
  cwd: folder,
  encoding: "utf8",
  stdio: ["ignore", "pipe", "pipe"],
};
const inR = (code: string): string => execFileSync("Rscript", ["-e", code], inFolder);

/** What R prints, or null where it fails. */
function tried(code: string): string | null {
  try {
    return inR(code);
  } catch {
    return null;
  }
}

try {
  const most = Math.max(...Object.values(peers).map(({ strata }) => strata));
  const lines = strataInputs(most).flatMap(({ groups }, stratum) =>
    groups.map(({ estimate }, group) => {
      if (isMissing(estimate)) throw new Error(estimate.reason);
      return [stratum, group + 1, estimate.value, Math.sqrt(estimate.variance!), estimate.denominator].join(",");
    }),
  );
  writeFileSync(join(folder, "strata.csv"), `stratum,group,value,se,population\n${lines.join("\n")}\n`);
  const version = tried("cat(as.character(getRversion()))");
  for (const [name, { does, strata, code }] of Object.entries(peers)) {
    const installed = version === null ? null : tried(`cat(as.character(packageVersion("${name}")))`);
    if (version === null) console.log(`${name}: skipped, because Rscript is not installed`);
    else if (installed === null) console.log(`${name}: skipped, because R has no package of that name`);
    else {
      const ours = microseconds();
      const seconds = Number(
        inR(`d <- subset(read.csv("strata.csv"), stratum < ${strata}); invisible(loadNamespace("${name}"))
          cat(system.time(${code})[["elapsed"]])`),
      );
      const times = Math.round((seconds * 1e6) / strata / ours);
      console.log(
        `${name} ${installed} in R ${version}: ${((seconds * 1e3) / strata).toFixed(0)} milliseconds a stratum for ${does},\n` +
          `  ${times} times as long as ours for every measure with its limits, ${ours.toFixed(1)} microseconds (aim 10,000)`,
      );
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

import { type Fault, UserError } from "../error.ts";
import type { Changes } from "../results/changes.ts";
import { figuresOf } from "./build-figures.ts";
import { compare } from "./compare.ts";
import { differencing, type Table } from "./held.ts";
import type { ComparedBuild } from "./previous.ts";

interface Telling {
  isStrict: boolean;
  log: (stage: string, detail: string) => void;
  /** The file that declares an indicator. */
  fileOf: (indicator: string) => string;
}

/**
 * What differs from an earlier build. What both together might give away is told to whoever builds, and to nobody else:
 * a note by default, a refusal when the build is strict.
 */
export function against(previous: ComparedBuild, own: ComparedBuild, { isStrict, log, fileOf }: Telling): Changes {
  const { build } = previous.manifest;
  log("compare", `with build ${build}`);
  const risks = differencing(figuresOf(previous.results), figuresOf(own.results));
  if (isStrict && risks.length > 0) throw new UserError(risks.map((risk) => faultOf(risk, fileOf)));
  for (const { indicator, period } of risks)
    log(
      "compare",
      `warning: ${indicator} ${period} holds back other figures than build ${build} did; the two reports together may give a small number of people away: look at both before publishing, and withhold more where they do`,
    );
  return compare(previous, own);
}

const faultOf = ({ indicator, period }: Table, fileOf: Telling["fileOf"]): Fault => ({
  where: { file: fileOf(indicator), key: period },
  must: "the same figures are held back as in the earlier build, because --strict was given",
  found: "other figures held back: the two reports together may give a small number of people away",
  fix: "look at both before publishing; withhold more, or build without --strict",
});

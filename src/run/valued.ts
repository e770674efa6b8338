import { resolve } from "node:path";
import { returnsOf } from "../assess/returns-of.ts";
import { load } from "../define/load.ts";
import type { Language } from "../model.ts";
import { termsOf } from "../narrate/return-terms.ts";
import { firstSentence, returnings } from "../narrate/return-words.ts";
import { explainReturn } from "../report/explain.ts";

interface Valued {
  language: Language;
  programmes: {
    id: string;
    title: string;
    /** In a sentence, and what that is a sentence of: prices, rates, amounts, weights. */
    text: string;
    terms: string[];
    currency: string | null;
    baseYear: number | null;
    ratio: number | null;
    lower: number | null;
    upper: number | null;
    inputs: number | null;
    worth: number | null;
    weightedRatio: number | null;
  }[];
}

/** What a project's programmes return; no data is read for it. */
function returningsOf(folder: string) {
  const definitions = load(resolve(folder));
  const { language, dimensions } = definitions.project.value;
  return { language, all: returnings({ ...returnsOf(definitions), language, dimensions }) };
}

/** What each programme returns, in a sentence and in figures. */
export function valued(folder: string): Valued {
  const { language, all } = returningsOf(folder);
  const programmes = all.map((one) => {
    const { id, title, reckoned } = one.programme;
    const { central = null, lower = null, upper = null } = reckoned?.ratio ?? {};
    const settings = reckoned === null ? null : one.value.settings;
    return {
      ...{ id, title, text: firstSentence(one), terms: termsOf(one) },
      ...{ currency: settings?.currency ?? null, baseYear: settings?.baseYear ?? null },
      ...{ ratio: central, lower, upper, inputs: reckoned?.inputs.central ?? null },
      ...{ worth: reckoned?.value.central ?? null, weightedRatio: reckoned?.weightedRatio?.central ?? null },
    };
  });
  return { language, programmes };
}

/** The working of a programme as lines; null where there is none of that name. */
export function explained(folder: string, id: string): string[] | null {
  const one = returningsOf(folder).all.find(({ programme }) => programme.id === id);
  return one === undefined ? null : explainReturn(one);
}

import { resolve } from "node:path";
import { returnsOf } from "../assess/returns-of.ts";
import { load } from "../define/load.ts";
import type { Language } from "../model.ts";
import { firstSentence, returnings } from "../narrate/return-words.ts";
import { explainReturn } from "../report/explain.ts";

interface Valued {
  language: Language;
  programmes: {
    id: string;
    title: string;
    text: string;
    ratio: number | null;
    lower: number | null;
    upper: number | null;
  }[];
}

/** What a project's programmes return; no data is read for it. */
function returningsOf(folder: string) {
  const definitions = load(resolve(folder));
  const { language } = definitions.project.value;
  return { language, all: returnings({ ...returnsOf(definitions), language }) };
}

/** What each programme returns, in a sentence and in figures. */
export function valued(folder: string): Valued {
  const { language, all } = returningsOf(folder);
  const programmes = all.map((one) => {
    const { id, title, reckoned } = one.programme;
    const { central = null, lower = null, upper = null } = reckoned?.ratio ?? {};
    return { id, title, text: firstSentence(one), ratio: central, lower, upper };
  });
  return { language, programmes };
}

/** The working of a programme as lines; null where there is none of that name. */
export function explained(folder: string, id: string): string[] | null {
  const one = returningsOf(folder).all.find(({ programme }) => programme.id === id);
  return one === undefined ? null : explainReturn(one);
}

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Say } from "../../catalogue/say.ts";
import type { Publishable } from "../../results/results.ts";
import type { Gallery } from "../gallery.ts";

/** The words of the report, for every component of a page. */
export const Saying = createContext<Say | null>(null);

export function useSay(): Say {
  const say = useContext(Saying);
  if (say === null) throw new Error("a component of a page is used outside of one");
  return say;
}

/** The charts that are there to be shown. */
export const Charts = createContext<Gallery | null>(null);

export function useCharts(): Gallery {
  const charts = useContext(Charts);
  if (charts === null) throw new Error("a component that shows charts is used where there are none");
  return charts;
}

/** How many levels deeper the headings of a page stand than on a page of its own. */
export const Deeper = createContext(0);

/** The edition whose files a page can lead to; none where the page is part of one file. */
export const Edition = createContext<Publishable | null>(null);

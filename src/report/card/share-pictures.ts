import { drawersFor } from "../../charts/draw/drawers.ts";
import { breakdownsOf } from "../../narrate/breakdown.ts";
import type { Publishable } from "../../results/results.ts";
import type { Build } from "../page.ts";
import { card } from "./card.ts";

export interface SharePicture {
  indicator: string;
  png: Uint8Array;
  /** The picture in words. */
  alt: string;
}

/** A picture of each indicator by its first breakdown, for where a link to its page is shared; none where links have no address. */
export async function sharePictures(
  results: Publishable,
  build: Build,
  fontFiles: readonly string[],
): Promise<SharePicture[]> {
  if (results.url === null) return [];
  const cards = results.indicators.flatMap((indicator) =>
    breakdownsOf(results, indicator)
      .slice(0, 1)
      .map((b) => ({ indicator: indicator.id, ...card(b, build) })),
  );
  const drawers = drawersFor();
  try {
    const pictures = await Promise.all(
      drawers.each(
        "toPng",
        cards.map(({ svg }) => ({ svg, fontFiles, zoom: 1 })),
      ),
    );
    return cards.map(({ indicator, alt }, i) => ({ indicator, alt, png: pictures[i]! }));
  } finally {
    await drawers.close();
  }
}

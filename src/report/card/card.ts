import { xmlText } from "../../charts/draw/xml-text.ts";
import type { Breakdown } from "../../narrate/breakdown.ts";
import type { Build } from "../page.ts";
import { altText } from "./alt.ts";
import { cardPicture } from "./card-picture.tsx";
import { contentOf } from "./content.ts";

/** A card for slides and social posts, and the words that go with it. */
export interface Card {
  svg: string;
  alt: string;
}

export function card(b: Breakdown, build: Build): Card {
  const content = contentOf(b, build);
  return { svg: xmlText(cardPicture(content, build.look)), alt: altText(content, b.say) };
}

import { useContext } from "preact/hooks";
import type { Commentary } from "../../results/results.ts";
import { markdownHtml } from "../markdown.ts";
import { Deeper, useSay } from "./surroundings.ts";

/** What people wrote about an indicator, a theme or the whole, set apart from its figures, with who and when. */
export function CommentarySection({ commentary }: { commentary: Commentary }) {
  const { commentary: words, day } = useSay();
  const outline = 2 + useContext(Deeper);
  return (
    <section class="commentary" aria-labelledby="commentary">
      <h2 id="commentary">{words.title}</h2>
      <p class="small">{words.about}</p>
      <div
        class="written"
        data-authored=""
        dangerouslySetInnerHTML={{ __html: markdownHtml(commentary.markdown, outline) }}
      />
      <p class="signed">
        <strong>{words.signature(commentary.author, commentary.role)}</strong>,{" "}
        <time datetime={commentary.date}>{day(commentary.date)}</time>
      </p>
    </section>
  );
}

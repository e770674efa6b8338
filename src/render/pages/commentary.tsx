import type { Commentary } from "../../disclose/publishable.ts";
import { markdownHtml } from "../markdown.ts";
import { commentaryAbout, commentaryTitle, signature, writtenOn } from "../sentences-commentary.ts";

/** What people wrote about an indicator, set apart from its figures, with who and when. */
export function CommentarySection({ commentary }: { commentary: Commentary }) {
  return (
    <section class="commentary" aria-labelledby="commentary">
      <h2 id="commentary">{commentaryTitle}</h2>
      <p class="small">{commentaryAbout}</p>
      <div class="written" dangerouslySetInnerHTML={{ __html: markdownHtml(commentary.markdown, 2) }} />
      <p class="signed">
        <strong>{signature(commentary)}</strong>, <time datetime={commentary.date}>{writtenOn(commentary)}</time>
      </p>
    </section>
  );
}

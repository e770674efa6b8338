import { useContext } from "preact/hooks";
import type { Commentary } from "../../results/results.ts";
import { markdownHtml } from "../markdown.ts";
import { Deeper, useSay } from "./surroundings.ts";

/** A text of the project that is a page by itself, with who and when. */
export function Statement({ statement }: { statement: Commentary }) {
  const { commentary: words, day } = useSay();
  const outline = 1 + useContext(Deeper);
  return (
    <>
      <div class="written" dangerouslySetInnerHTML={{ __html: markdownHtml(statement.markdown, outline) }} />
      <p class="signed">
        <strong>{words.signature(statement.author, statement.role)}</strong>,{" "}
        <time datetime={statement.date}>{day(statement.date)}</time>
      </p>
    </>
  );
}

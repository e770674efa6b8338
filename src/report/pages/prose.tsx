import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { piecesOf, type Term } from "../../narrate/glossary-terms.ts";
import type { Page } from "../page.ts";
import { useSay } from "./surroundings.ts";

/** What a page may explain, and what it has explained so far. Pages in one file with others explain nothing in place. */
export interface Explained {
  terms: readonly Term[];
  used: Set<string>;
}

export const Glossary = createContext<Explained | null>(null);

const noteId = ({ id }: Term): string => `term-${id}`;

/**
 * A text in which the first use of each term on the page can be opened. Not for links, buttons and headings, whose words
 * are one thing to choose.
 */
export function Prose({ text }: { text: string }) {
  const glossary = useContext(Glossary);
  if (glossary === null) return <>{text}</>;
  return (
    <>
      {piecesOf(text, glossary.terms, glossary.used).map((piece) =>
        typeof piece === "string" ? (
          piece
        ) : (
          <button key={piece.term.id} type="button" class="term" popovertarget={noteId(piece.term)}>
            {piece.text}
          </button>
        ),
      )}
    </>
  );
}

/** What the terms that the page uses mean, each shown where its term is chosen. It stands after all that uses them. */
export function TermNotes({ root }: Pick<Page, "root">) {
  const { glossary: say } = useSay();
  const glossary = useContext(Glossary);
  if (glossary === null) return null;
  return (
    <>
      {glossary.terms
        .filter(({ id }) => glossary.used.has(id))
        .map((term) => (
          <div
            key={term.id}
            id={noteId(term)}
            class="term-note"
            popover="auto"
            role="note"
            aria-label={say.means(term.term)}
          >
            <p>
              <strong>{term.term}</strong> {term.means}
            </p>
            <p class="small">
              <a href={`${root}glossary.html#${term.id}`}>{say.all}</a>
            </p>
          </div>
        ))}
    </>
  );
}

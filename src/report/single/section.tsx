import { Content } from "../pages/layout.tsx";
import { Deeper } from "../pages/surroundings.ts";
import { idIn, type Places } from "./links.ts";
import { moved, type PagePart } from "./moved.tsx";

/** A page as a section of the document. */
export function Section({ part, places }: { part: PagePart; places: Places }) {
  const { page, key, level, onScreen } = part;
  return (
    <section class={`page level-${level}${onScreen ? " on-screen" : ""}`} id={key} aria-labelledby={idIn(key, "title")}>
      <Deeper.Provider value={level - 1}>{moved(<Content page={page} />, { part, places })}</Deeper.Provider>
    </section>
  );
}

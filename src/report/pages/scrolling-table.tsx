import type { TextTable } from "./table-text.ts";

/** A reason in place of a figure is read like any sentence, in lines of its own. */
const isSentence = (text: string): boolean => /\s\S+\.$/.test(text);

/** A period stays in one line. */
const isBrief = (heading: string): boolean => /^\S{1,9}$/.test(heading);

/** A table that scrolls sideways by itself where it is wider than the screen. */
export function DataTable({
  id,
  root,
  table: { caption, head, rows },
}: {
  id: string;
  root: "" | "../";
  table: TextTable;
}) {
  const [first, ...others] = head;
  return (
    <section class="scroll" tabindex={0} aria-labelledby={id}>
      <table>
        <caption id={id}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {others.map((text) => (
              <th key={text} scope="col" class="number">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ heading, cells, page }) => (
            <tr key={heading}>
              <th scope="row" class={isBrief(heading) ? "brief" : undefined}>
                {page == null ? heading : <a href={root + page}>{heading}</a>}
              </th>
              {cells.map((text, i) => (
                <td key={others[i]} class={isSentence(text) ? "words" : "number"}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

import type { Changes, FromTo } from "../../results/changes.ts";
import type { Place } from "../page.ts";

/** What every part of the page of changes is made from. */
export interface Compared {
  place: Place;
  changes: Changes;
}

/** A table of what differs. */
export function Rows({
  id,
  caption,
  head,
  rows,
}: {
  id: string;
  caption: string;
  head: readonly string[];
  rows: Row[];
}) {
  return (
    <section class="scroll" tabindex={0} aria-labelledby={id}>
      <table class="people">
        <caption id={id}>{caption}</caption>
        <thead>
          <tr>
            {head.map((text, i) => (
              <th key={text} scope="col">
                {i === 0 && text === "" ? <span class="unseen">{caption}</span> : text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, heading, href, cells }) => (
            <tr key={key}>
              <th scope="row">{href === undefined ? heading : <a href={href}>{heading}</a>}</th>
              {cells.map((text, i) => (
                <td key={head[i + 1]}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export interface Row {
  key: string;
  heading: string;
  href?: string;
  cells: readonly string[];
}

/** A row of what something was and what it is. */
export const fromToRow = ({ name, before, after }: FromTo, text: (value: string | null) => string): Row => ({
  key: name,
  heading: name,
  cells: [text(before), text(after)],
});

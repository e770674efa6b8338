import { type Download, tableNames } from "../../results/tables.ts";
import type { Place } from "../page.ts";
import { useSay } from "./surroundings.ts";

/** The most tables that stand in the open; more are folded away. */
const FEW = 8;

/** The files of data that a page offers, by what is in them. */
export function Downloads({ place, file }: { place: Place; file: string }) {
  const { downloads: words, count } = useSay();
  const offered = place.build.downloads?.get(file) ?? [];
  if (offered.length === 0) return null;
  const groups = [...new Set(offered.map(({ holds }) => holds))].map((holds) => ({
    holds,
    files: offered.filter((one) => one.holds === holds),
  }));
  const isTable = ({ holds }: Group): boolean => tableNames.some((name) => name === holds);
  const tables = groups.filter(isTable);
  const others = groups.filter((group) => !isTable(group));
  return (
    <section class="downloads" aria-labelledby="downloads">
      <h2 id="downloads">{words.title}</h2>
      <p>{words.lead}</p>
      {tables.length > FEW ? (
        <>
          <Files groups={others} place={place} />
          <details>
            <summary>{words.allTables(count(tables.length))}</summary>
            <Files groups={tables} place={place} />
          </details>
        </>
      ) : (
        <Files groups={[...tables, ...others]} place={place} />
      )}
    </section>
  );
}

interface Group {
  holds: Download["holds"];
  files: readonly Download[];
}

function Files({ groups, place: { root } }: { groups: readonly Group[]; place: Place }) {
  const { downloads: words, fileSize, page } = useSay();
  return (
    <ul class="data-files">
      {groups.map(({ holds, files }) => (
        <li key={holds}>
          <span class="holding">
            <strong>{words.holds[holds].title}</strong> <span class="small">{words.holds[holds].about}</span>
          </span>
          <span class="links">
            {files.map(({ path, format, bytes }) => (
              <a key={path} href={`${root}../${path}`} download>
                {words.formats[format]}
                <span class="unseen">{page.unseen(words.holds[holds].title)}</span>{" "}
                <span class="small">{words.size(fileSize(bytes))}</span>
              </a>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

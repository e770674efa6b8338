import {
  dimensionTitle,
  fromToText,
  settingName,
  shortHash,
  statedText,
  titleOf,
  versionName,
} from "../../narrate/revised.ts";
import { type Compared, fromToRow, Rows } from "./changes-rows.tsx";
import { Bullets } from "./elements.tsx";
import { useSay } from "./surroundings.ts";

/** The settings, programs and definitions that differ. */
export function Made({ changes: { settings, versions, definitions } }: Compared) {
  const say = useSay();
  const words = say.changes;
  const rows = [
    ...settings.map((one) => ({ ...one, name: settingName(say, one.name) })),
    ...versions.map((one) => ({ ...one, name: versionName(say, one.name) })),
  ];
  const lines = (["added", "dropped"] as const).flatMap((way) =>
    definitions[way].length === 0 ? [] : [words.definitions[way](definitions[way])],
  );
  return (
    <section aria-labelledby="made">
      <h2 id="made">{words.headings.made}</h2>
      {rows.length === 0 && lines.length === 0 && <p>{words.same}</p>}
      {rows.length > 0 && (
        <Rows
          id="made-table"
          caption={words.captions.made}
          head={words.heads.made}
          rows={rows.map((one) => fromToRow(one, (text) => fromToText(say, text)))}
        />
      )}
      <Bullets items={lines} />
    </section>
  );
}

/** What definitions of indicators say otherwise. */
export function StatedOtherwise({ place: { results }, changes }: Compared) {
  const say = useSay();
  const words = say.changes;
  if (changes.stated.length === 0) return null;
  return (
    <section aria-labelledby="stated">
      <h2 id="stated">{words.headings.stated}</h2>
      <Rows
        id="stated-table"
        caption={words.captions.stated}
        head={words.heads.stated}
        rows={changes.stated.map(({ indicator, dimension, ...one }) => {
          const title = titleOf(results, changes, indicator);
          return {
            key: `${indicator} ${dimension} ${one.what}`,
            heading: dimension === null ? title : words.captions.breakdown(title, dimensionTitle(results, dimension)),
            cells: [words.stated[one.what], ...[one.before, one.after].map((text) => statedText(say, one, text))],
          };
        })}
      />
    </section>
  );
}

/** The files that differ. */
export function Inputs({ changes: { inputs } }: Compared) {
  const say = useSay();
  const words = say.changes;
  if (inputs.length === 0) return null;
  return (
    <section aria-labelledby="inputs">
      <h2 id="inputs">{words.headings.inputs}</h2>
      <Rows
        id="inputs-table"
        caption={words.captions.inputs}
        head={words.heads.inputs}
        rows={inputs.map((one) => fromToRow(one, (hash) => shortHash(say, hash)))}
      />
    </section>
  );
}

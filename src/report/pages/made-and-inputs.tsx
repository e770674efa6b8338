import { fromToText, settingName, shortHash, versionName } from "../../narrate/revised.ts";
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

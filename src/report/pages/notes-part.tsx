import { type Breakdown, groupLabel } from "../../narrate/breakdown.ts";
import { isMissing, type Note, sameNote } from "../../reasons-and-notes.ts";
import { Prose } from "./prose.tsx";

interface Told {
  note: Note;
  groups: string[];
}

/** Every note once, with the groups it holds for. */
function notesOf(b: Breakdown): Told[] {
  const { latest, result } = b;
  const all: { note: Note; group: string | null }[] = [
    ...[...result.notes, ...latest.notes].map((note) => ({ note, group: null })),
    ...[latest.absolute, latest.relative, latest.par].flatMap((item) =>
      isMissing(item) ? [] : item.notes.map((note) => ({ note, group: null })),
    ),
    ...latest.groups.flatMap(({ id, notes }) => notes.map((note) => ({ note, group: groupLabel(b, id) }))),
  ];
  const told: Told[] = [];
  for (const { note, group } of all) {
    const known = told.find((one) => sameNote(one.note, note)) ?? { note, groups: [] };
    if (!told.includes(known)) told.push(known);
    if (group !== null && !known.groups.includes(group)) known.groups.push(group);
  }
  return told;
}

/** What a reader must know beside the figures. */
export function Notes({ b }: { b: Breakdown }) {
  const notes = notesOf(b);
  if (notes.length === 0) return null;
  return (
    <dl class="notes">
      {notes.map(({ note, groups }) => (
        <div key={b.say.method.note(note)}>
          <dt>
            <a href={`../method.html#note-${note.id}`}>{b.say.notes[note.id].label}</a>
          </dt>
          <dd>
            <Prose text={b.say.indicatorPage.noteFor(b.say.method.note(note), groups)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

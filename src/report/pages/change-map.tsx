import { type Returning, spanText } from "../../narrate/return-words.ts";
import type { ProgrammeResult } from "../../results/return-results.ts";
import { useSay } from "./surroundings.ts";

/** Who changed and how, from what goes in to what changes: three steps beside one another, or below where there is no room. */
export function ChangeMap({ r }: { r: Returning }) {
  const { returns: words } = useSay();
  const { programme } = r;
  const { stakeholders, inputs, outcomes } = programme;
  if (stakeholders.length === 0) return null;
  const titleOf = (id: string): string => stakeholders.find((one) => one.id === id)?.title ?? id;
  const changed = stakeholders.filter(
    ({ id }) => outcomes.some(({ stakeholder }) => stakeholder === id) || !inputs.some((one) => one.stakeholder === id),
  );
  return (
    <section aria-labelledby="who-changed">
      <h2 id="who-changed">{words.map.heading}</h2>
      <p>{words.map.lead}</p>
      <ol class="change-map">
        <li>
          <h3>{words.map.inputs}</h3>
          <ul>
            {inputs.map(({ id, title, stakeholder, towards }) => (
              <li key={id}>
                {title}, {words.map.from(titleOf(stakeholder))}
                {outcomes.length > 0 && (
                  <span class="small">
                    {towards.length === outcomes.length
                      ? words.map.all
                      : words.map.towards(outcomes.flatMap((one) => (towards.includes(one.id) ? [one.title] : [])))}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </li>
        <li>
          <h3>{words.map.does}</h3>
          <p>{programme.does}</p>
        </li>
        <li>
          <h3>{words.map.outcomes}</h3>
          <ul>
            {changed.map(({ id, title, change }) => (
              <li key={id}>
                <strong>{title}.</strong> {change}
                <Outcomes r={r} outcomes={outcomes.filter(({ stakeholder }) => stakeholder === id)} />
              </li>
            ))}
          </ul>
        </li>
      </ol>
    </section>
  );
}

function Outcomes({ r, outcomes }: { r: Returning; outcomes: ProgrammeResult["outcomes"] }) {
  const { returns: words } = useSay();
  if (outcomes.length === 0) return null;
  return (
    <ul class="outcomes">
      {outcomes.map(({ id, title, indicator, counted }) => {
        const from = r.programme.inputs.flatMap((one) => (one.towards.includes(id) ? [one.title] : []));
        const value = r.programme.reckoned?.byOutcome.find(({ outcome }) => outcome === id)?.value;
        return (
          <li key={id} class={counted ? undefined : "told-only"}>
            {title}
            {value !== undefined && `: ${spanText(r, value)}`}
            <span class="small">
              {counted ? words.map.known(indicator) : words.map.notCounted}{" "}
              {from.length > 0 && words.map.comesFrom(from)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

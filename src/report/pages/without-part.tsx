import type { Profile } from "../../narrate/standing.ts";
import { useSay } from "./surroundings.ts";

/** Indicators without a figure for these people, by the reason why. */
export function Without({
  profile: { without },
  who,
  whyOf,
  folded,
}: {
  profile: Profile;
  who: string;
  whyOf: (one: Profile["without"][number]) => string;
  folded?: true;
}) {
  const { people, gaps, counted } = useSay();
  if (without.length === 0) return null;
  const byReason = new Map<string, Profile["without"]>();
  for (const one of without) {
    const why = one.why ?? whyOf(one);
    byReason.set(why, [...(byReason.get(why) ?? []), one]);
  }
  const all = (
    <dl class="missing">
      {[...byReason].map(([why, those]) => (
        <div key={why}>
          <dt>{why}</dt>
          {those.map(({ indicator }) => (
            <dd key={indicator.id}>
              <a href={`../indicators/${indicator.id}.html`}>{indicator.title}</a>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
  return (
    <section aria-labelledby="without">
      <h2 id="without">{people.without.heading}</h2>
      <p>
        {people.without.lead(counted(without.length), who)} <a href="../data-gaps.html">{gaps.title}</a>
      </p>
      {folded ? (
        <details>
          <summary>{people.without.open}</summary>
          {all}
        </details>
      ) : (
        all
      )}
    </section>
  );
}

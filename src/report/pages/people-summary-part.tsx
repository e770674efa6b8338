import { aboutThem, countedAs, toldOf } from "../../narrate/people-summary.ts";
import type { Profile } from "../../narrate/standing.ts";
import type { Community } from "../../results/results.ts";
import type { Place } from "../page.ts";
import { useSay } from "./surroundings.ts";

interface PeopleSummaryProps {
  place: Place;
  community: Community;
  profile: Profile;
}

/** What is known of some people on one screen, topic by topic, and who is counted. */
export function PeopleSummary({ place: { results }, community, profile }: PeopleSummaryProps) {
  const say = useSay();
  const { summary, counted } = say.people;
  const told = toldOf(say, profile);
  const as = countedAs(results, say, community);
  const about = aboutThem(results, profile);
  return (
    <>
      {told.length > 0 && (
        <section aria-labelledby="known" data-first-screen="">
          <h2 id="known">{summary.heading}</h2>
          <dl class="told">
            {told.map(({ heading, topics }) => (
              <div key={heading}>
                <dt>{heading}</dt>
                {topics.map((topic) => (
                  <dd key={topic}>{topic}</dd>
                ))}
              </div>
            ))}
          </dl>
          {profile.without.length > 0 && (
            <p>
              <a href="#without">{summary.why}</a>
            </p>
          )}
        </section>
      )}
      <section aria-labelledby="counted">
        <h2 id="counted">{counted.heading}</h2>
        {about.map(({ indicator, figure, by }) => (
          <p key={indicator.id}>
            {counted.about.before}
            <a href={`../indicators/${indicator.id}.html`}>{indicator.title}</a>
            {figure}
            {by}
          </p>
        ))}
        {as.length > 0 && (
          <ul>
            {as.map(({ text, baseOf }) => (
              <li key={text}>
                {text}
                {baseOf !== null && <a href={`../indicators/${baseOf.id}.html`}>{baseOf.title}</a>}
                {baseOf !== null && "."}
              </li>
            ))}
          </ul>
        )}
        {as.length + about.length === 0 && <p>{counted.unknown}</p>}
      </section>
    </>
  );
}

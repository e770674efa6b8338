import { type Clarity, clarities } from "../../catalogue/vocabulary.ts";
import { titleWithPlace } from "../../narrate/of-place.ts";
import { fewOf } from "../../narrate/people-summary.ts";
import { earlierSentence, levelSentence, standingSentences } from "../../narrate/profile.ts";
import type { Profile, Standing } from "../../narrate/standing.ts";
import { ChartFigure } from "./chart-figure.tsx";
import { Sign } from "./elements.tsx";
import { StandingsTable } from "./standings-table.tsx";
import { useCharts, useSay } from "./surroundings.ts";

/** A shape goes with every word, so that colour never speaks alone. */
export const clarityMarks: Record<Clarity, { path: string; filled: boolean; tone: string }> = {
  worse: { path: "M1 13H15L8 1Z", filled: true, tone: "heating" },
  "worse-untested": { path: "M1.5 13H14.5L8 2Z", filled: false, tone: "steady" },
  different: { path: "M2 5H14M2 11H14", filled: false, tone: "steady" },
  "different-untested": { path: "M2 5H6M10 5H14M2 11H6M10 11H14", filled: false, tone: "steady" },
  unclear: { path: "M2 8H14", filled: false, tone: "steady" },
  "better-untested": { path: "M1.5 3H14.5L8 14Z", filled: false, tone: "steady" },
  better: { path: "M1 3H15L8 15Z", filled: true, tone: "cooling" },
  modelled: { path: "M2 12C5 2 11 14 14 4", filled: false, tone: "steady" },
};

interface ProfileProps {
  profile: Profile;
  who: string;
  /** What its charts are of; communities have none. */
  chartsOf: string | null;
}

/** What the figures say of some people or an area, the clearest disadvantage first. */
export function ProfileSections({ profile, who, chartsOf }: ProfileProps) {
  const { people: words } = useSay();
  const charts = useCharts().ids("differences", chartsOf);
  const { standings } = profile;
  return (
    <>
      {charts.map((id) => (
        <ChartFigure key={id} id={id} root="../" size="full" heading="h2" />
      ))}
      {standings.length > 0 && <p class="small">{words.earlier.reading}</p>}
      {clarities.map((clarity) => (
        <ClaritySection
          key={clarity}
          clarity={clarity}
          standings={standings.filter((one) => one.clarity === clarity)}
        />
      ))}
      <Levels profile={profile} />
      {standings.length > 0 && charts.length === 0 && (
        <section aria-labelledby="figures">
          <h2 id="figures">{words.figures.heading}</h2>
          <StandingsTable standings={standings} who={who} />
        </section>
      )}
      {standings.length > 0 && <p class="small">{words.figures.pReading}</p>}
    </>
  );
}

function ClaritySection({ clarity, standings }: { clarity: Clarity; standings: readonly Standing[] }) {
  const { people: words } = useSay();
  if (standings.length === 0) return null;
  const { heading, meaning } = words.clarities[clarity];
  const { path, filled, tone } = clarityMarks[clarity];
  return (
    <section aria-labelledby={clarity}>
      <h2 id={clarity} class={tone}>
        <Sign path={path} filled={filled} /> {heading}
      </h2>
      {meaning !== null && <p>{meaning}</p>}
      <ul class="standings">
        {standings.map((standing) => (
          <StandingItem key={standing.b.name} standing={standing} />
        ))}
      </ul>
    </section>
  );
}

function StandingItem({ standing }: { standing: Standing }) {
  const { b } = standing;
  const few = fewOf(standing);
  const notes = [
    few === null ? [] : b.say.people.few(few.size, few.people),
    b.indicator.sentence.events ? b.say.answers.notes.events : [],
  ].flat();
  return (
    <li>
      <h3>
        <a href={`../indicators/${b.indicator.id}.html#${b.dimension.id}`}>{titleWithPlace(b)}</a>
      </h3>
      <p>{[...standingSentences(standing), ...notes].join(" ")}</p>
      <p class="small">{earlierSentence(standing)}</p>
    </li>
  );
}

/** Figures with nothing beside them. */
export function Levels({ profile: { levels } }: { profile: Profile }) {
  const { levels: words } = useSay().people;
  if (levels.length === 0) return null;
  return (
    <section aria-labelledby="levels">
      <h2 id="levels">{words.heading}</h2>
      <ul class="standings">
        {levels.map((level) => (
          <li key={level.b.name}>
            <h3>
              <a href={`../indicators/${level.b.indicator.id}.html`}>{titleWithPlace(level.b)}</a>
            </h3>
            <p>{levelSentence(level)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

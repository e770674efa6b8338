import { sayIn } from "../../catalogue/say.ts";
import type { ChartKind } from "../../charts/chart.ts";
import { orderFacts, temperatureOf, verdictIds } from "../../model.ts";
import { isMissing } from "../../reasons-and-notes.ts";
import type { Page, Place } from "../page.ts";
import { Bullets } from "./elements.tsx";
import { Gaps } from "./method-gaps.tsx";
import { Grid, Meanings, Part, Temperatures } from "./method-parts.tsx";
import { Prose } from "./prose.tsx";
import { useSay } from "./surroundings.ts";

/** How everything is measured, in the order in which it is computed, and how to read it. */
export function methodPage(place: Place): Page {
  const { methodPage: say } = sayIn(place.results);
  return {
    ...place,
    file: "method.html",
    title: say.title,
    description: say.description,
    current: "method.html",
    indicators: [],
    content: <Method place={place} />,
  };
}

function Method({ place: { results } }: { place: Place }) {
  const { methodPage: say, notes, ...words } = useSay();
  const { method } = results;
  return (
    <>
      <h1>{say.title}</h1>
      <p class="lead">{say.lead(method.version)}</p>
      <p>
        <a href="glossary.html">{words.glossary.all}</a>
      </p>
      <Part id="steps" title={say.steps.title}>
        <ol>
          {say.steps.list.map((text) => (
            <li key={text}>
              <Prose text={text} />
            </li>
          ))}
        </ol>
        <p>{say.steps.oriented(words.percent(method.confidence), words.count(method.reliableDenominator))}</p>
      </Part>
      <Part id="charts" title={say.charts.title}>
        <p>
          <Prose text={say.charts.lead} />
        </p>
        <Meanings items={Object.values(chartMeanings(say.charts.list)).filter((one) => one !== null)} />
      </Part>
      <Verdicts />
      <Part id="change" title={say.change.title}>
        <Bullets items={say.change.list} />
        <p>
          {say.change.tests(
            words.count(method.headlineTests),
            words.percent(method.falseDiscoveryRate),
            words.percent(method.same),
          )}
          {method.materiality > 0 && ` ${say.change.materiality(words.percent(method.materiality))}`}
        </p>
      </Part>
      <Part id="estimates" title={say.estimates.title}>
        <Grid
          id="kinds"
          caption={say.estimates.caption}
          head={say.estimates.head}
          rows={Object.values(say.estimates.rows)}
        />
      </Part>
      <Gaps results={results} />
      <Part id="beside" title={say.beside.title}>
        <Bullets items={say.beside.list} />
      </Part>
      <Groups results={results} />
      <Part id="notes" title={say.notes.title}>
        <Meanings
          items={Object.entries(notes).map(([id, { label, meaning }]) => ({
            id: `note-${id}`,
            name: label,
            text: meaning,
          }))}
        />
        <p>{say.notes.markers(words.markers.map(({ marker, meaning }) => say.notes.marker(marker, meaning)))}</p>
      </Part>
      <Disclosure results={results} />
      <Part id="silent" title={say.silent.title}>
        <Bullets items={say.silent.list} />
      </Part>
      <Part id="differences" title={say.differences.title}>
        <Bullets items={say.differences.list} />
      </Part>
    </>
  );
}

interface Meaning {
  name: string;
  text: string;
}

/** Every kind of chart is explained, by itself or with another (null). */
const chartMeanings = (list: Readonly<Record<ChartKind, Meaning | null>>): typeof list => list;

type Results = Pick<Place, "results">;

function Verdicts() {
  const { methodPage, verdict, temperatures } = useSay();
  const { title, lead, caption, head, rows, temperature } = methodPage.verdict;
  return (
    <Part id="verdict" title={title}>
      <p>{lead}</p>
      <Grid
        id="verdicts"
        caption={caption}
        head={head}
        rows={verdictIds.map((id) => [rows[id], verdict.labels[id], temperatures[temperatureOf[id]].word])}
      />
      <h3>{temperature}</h3>
      <Temperatures />
    </Part>
  );
}

function Groups({ results }: Results) {
  const { groups: say } = useSay().methodPage;
  return (
    <Part id="groups" title={say.title}>
      <dl class="missing">
        {results.dimensions.map(({ id, title, about, groups, ranking, type }) => (
          <div key={id}>
            <dt>
              {title}
              {orderFacts[type].isLadder && ranking !== null && <span class="small"> {say.ranking[ranking]}</span>}
            </dt>
            <dd>{about}</dd>
            {groups.length <= 20 && <dd class="small">{say.list(groups.map(({ label }) => label))}</dd>}
          </div>
        ))}
      </dl>
    </Part>
  );
}

function Disclosure({ results: { disclosure, indicators } }: Results) {
  const { methodPage, count, counted } = useSay();
  const { title, none, policy, publishers, rounded } = methodPage.disclosure;
  const told = [
    disclosure.threshold === null ? none : policy(count(disclosure.threshold - 1), counted(disclosure.suppressed)),
    publishers(counted(heldByPublishers(indicators))),
    ...(disclosure.roundTo === null ? [] : [rounded(count(disclosure.roundTo))]),
  ];
  return (
    <Part id="disclosure" title={title}>
      <p>{told.join(" ")}</p>
    </Part>
  );
}

/** Figures that arrived without a value because their publisher held them back. */
const heldByPublishers = (indicators: Place["results"]["indicators"]): number =>
  indicators
    .flatMap(({ dimensions }) => dimensions.flatMap(({ periods }) => periods.flatMap(({ groups }) => groups)))
    .filter(({ estimate, marker }) => isMissing(estimate) && estimate.reason !== "disclosure" && marker === "[c]")
    .length;

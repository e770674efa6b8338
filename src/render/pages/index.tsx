import type { IndicatorResult } from "../../disclose/publishable.ts";
import { isMissing } from "../../model.ts";
import { type Breakdown, breakdownsOf } from "../breakdown.ts";
import { summaryDescription } from "../captions.ts";
import type { DrawnChart } from "../charts/chart.ts";
import { temperatureMarks } from "../charts/theme.ts";
import { count, digits, figure, lowerFirst, plural, range } from "../format.ts";
import { isPlainAverage } from "../level.ts";
import { sayIn } from "../say.ts";
import { gapUnit, whyNoGap } from "../sentences.ts";
import { shortChange } from "../sentences-change.ts";
import { blankMarker } from "../words.ts";
import { type Place, page } from "./layout.tsx";
import { ChartFigure, Sign, VerdictBadge } from "./parts.tsx";

type Theme = Place["results"]["themes"][number];

export function indexPage(place: Place, summary: DrawnChart): string {
  const { results } = place;
  return page({
    ...place,
    title: results.title,
    description: summaryDescription(results),
    current: "index.html",
    children: (
      <>
        <h1>
          {results.title} <span class="year">{results.year}</span>
        </h1>
        <p class="lead">{sayIn(results).summary.about(results.place.name)}</p>
        <section aria-labelledby="glance">
          <h2 id="glance">At a glance</h2>
          <p>
            {plural(results.indicators.length, "indicator")}, {plural(comparisons(results).length, "comparison")}{" "}
            between groups.
          </p>
          <ChartFigure chart={summary} root="" size="full" />
          <Movers place={place} />
          <VerdictGrid place={place} />
        </section>
        <nav aria-label="Themes" class="jump">
          <h2 class="small">Themes</h2>
          <ol>
            {results.themes.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ol>
        </nav>
        {results.themes.map((theme) => (
          <ThemeSection key={theme.id} place={place} theme={theme} />
        ))}
      </>
    ),
  });
}

const comparisons = (results: Place["results"]): Breakdown[] =>
  results.indicators.flatMap((indicator) => breakdownsOf(results, indicator));

const told = ["heating", "mixed", "cooling", "steady"] as const;

/** The two periods compared. */
function compared({ result: { change } }: Breakdown): string {
  return isMissing(change) ? "" : `(${change.baseline.label} and ${change.current.label})`;
}

/** The comparisons behind each temperature that could be told, by name. */
function Movers({ place: { results } }: { place: Place }) {
  return (
    <dl class="movers">
      {told.map((temperature) => {
        const { word, path, filled } = temperatureMarks[temperature];
        const found = comparisons(results).filter(({ result }) => result.verdict.temperature === temperature);
        return found.length === 0 ? null : (
          <div key={temperature}>
            <dt class={temperature}>
              <Sign path={path} filled={filled} /> {word}
            </dt>
            {found.map((b) => (
              <dd key={b.name}>
                <a href={`indicators/${b.indicator.id}.html#${b.dimension.id}`}>
                  {b.indicator.title}: {lowerFirst(b.dimension.title)}
                </a>{" "}
                <span class="small">{compared(b)}</span>{" "}
                {b.result.verdict.label !== word && <span class="small">{b.result.verdict.label}</span>}
              </dd>
            ))}
          </div>
        );
      })}
    </dl>
  );
}

const rowWords = {
  narrowing: "Gap narrowing",
  "no-clear-change": "Gap: no clear change",
  widening: "Gap widening",
} as const;
const columns = ["Level improving", "Level: no clear change", "Level worsening"] as const;

/** METHOD's verdict table with how many stand in each cell. */
const grid = [
  { gap: "narrowing", labels: ["Fairer and better", "Fairer", "Fairer but worse"] },
  { gap: "no-clear-change", labels: ["Better, gap unchanged", "No clear change", "Worse, gap unchanged"] },
  { gap: "widening", labels: ["Better but less fair", "Less fair", "Worse and less fair"] },
] as const;

function VerdictGrid({ place: { results } }: { place: Place }) {
  const verdicts = results.indicators.flatMap(({ dimensions }) => dimensions.map(({ verdict }) => verdict));
  const labelled = (label: string) => verdicts.filter((verdict) => verdict.label === label).length;
  const others = ["Mixed", "Not enough data"].filter((label) => labelled(label) > 0);
  return (
    <section class="scroll" tabindex={0} aria-labelledby="verdict-grid">
      <table class="grid">
        <caption id="verdict-grid">How many comparisons have each verdict</caption>
        <thead>
          <tr>
            <td />
            {columns.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.map(({ gap, labels }) => (
            <tr key={gap}>
              <th scope="row">{rowWords[gap]}</th>
              {labels.map((label) => (
                <td key={label} class={labelled(label) === 0 ? "none" : undefined}>
                  <span class="tally">{count(labelled(label))}</span> {label}
                </td>
              ))}
            </tr>
          ))}
          {others.map((label) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td colspan={3}>
                <span class="tally">{count(labelled(label))}</span>{" "}
                {label === "Mixed"
                  ? "the absolute and the relative gap move in opposite ways"
                  : "the change of the gap cannot be told"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ThemeSection({ place, theme }: { place: Place; theme: Theme }) {
  const indicators = place.results.indicators.filter((indicator) => indicator.theme === theme.id);
  return (
    <section class="theme" aria-labelledby={theme.id}>
      <h2 id={theme.id}>{theme.title}</h2>
      {theme.about !== null && <p>{theme.about}</p>}
      {indicators.length === 0 ? (
        <p class="empty">
          <strong>No figures yet.</strong> Nothing in this theme can be measured until the data below exist.
        </p>
      ) : (
        <Findings place={place} theme={theme} indicators={indicators} />
      )}
      {theme.missing.length > 0 && (
        <details open={indicators.length === 0}>
          <summary>
            What cannot be measured yet, and what would fill the gap<span class="unseen">: {theme.title}</span>
          </summary>
          <Missing theme={theme} />
        </details>
      )}
    </section>
  );
}

export function Missing({ theme }: { theme: Theme }) {
  return (
    <dl class="missing">
      {theme.missing.map(({ what, needs }) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>Needs: {needs}</dd>
        </div>
      ))}
    </dl>
  );
}

function Findings({ place, theme, indicators }: { place: Place; theme: Theme; indicators: IndicatorResult[] }) {
  const caption = `findings-${theme.id}`;
  return (
    <section class="scroll" tabindex={0} aria-labelledby={caption}>
      <table class="findings">
        <caption id={caption}>
          Figures of the newest period, with intervals in brackets
          <span class="unseen">: {theme.title}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Indicator</th>
            <th scope="col">By</th>
            <th scope="col">Level</th>
            <th scope="col">Absolute gap</th>
            <th scope="col">Relative gap</th>
            <th scope="col">Change of the gaps</th>
            <th scope="col">Verdict</th>
          </tr>
        </thead>
        {indicators.map((indicator) => (
          <tbody key={indicator.id}>
            {breakdownsOf(place.results, indicator).map((b, i, all) => (
              <Finding key={b.name} b={b} span={i === 0 ? all.length : 0} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

const gapCell = (b: Breakdown, gap: Breakdown["latest"]["absolute"]) =>
  isMissing(gap) ? (
    <>
      {blankMarker(gap, b.latest)}
      <br />
      <span class="small">{whyNoGap(b, b.latest, gap)}</span>
    </>
  ) : (
    <>
      {figure(gap.oriented, gapUnit(gap))}
      <br />
      <span class="small">{bracket(range(gap.oriented, digits(gap.oriented, gapUnit(gap))))}</span>
      {b.latest.notes.some(({ id }) => id === "not-a-straight-gradient") && (
        <span class="small"> not a straight gradient</span>
      )}
    </>
  );

const bracket = (text: string | null): string => (text === null ? "no interval" : `(${text})`);

function Finding({ b, span }: { b: Breakdown; span: number }) {
  const { latest, indicator, dimension, result } = b;
  const page = `indicators/${indicator.id}.html`;
  return (
    <tr>
      {span > 0 && (
        <th scope="rowgroup" rowspan={span}>
          <a href={page}>{indicator.title}</a>
        </th>
      )}
      <th scope="row" class="by">
        <a href={`${page}#${dimension.id}`}>
          {dimension.title}
          <span class="unseen">: {indicator.title}</span>
        </a>
      </th>
      <td>
        {isMissing(latest.overall) ? blankMarker(latest.overall, latest) : figure(latest.overall, indicator.unit)}
        <br />
        <span class="small">
          {isPlainAverage(b) ? "average of the groups, " : ""}
          {latest.period.label}
        </span>
      </td>
      <td>{gapCell(b, latest.absolute)}</td>
      <td>{gapCell(b, latest.relative)}</td>
      <td>{shortChange(b)}</td>
      <td>
        <VerdictBadge verdict={result.verdict} />
      </td>
    </tr>
  );
}

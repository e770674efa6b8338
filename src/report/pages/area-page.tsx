import type { ComponentChildren } from "preact";
import { type Say, sayIn } from "../../catalogue/say.ts";
import type { Clarity } from "../../catalogue/vocabulary.ts";
import { areaOf } from "../../charts/area-differences.ts";
import { outlinesOf } from "../../charts/area-outlines.ts";
import { withNames } from "../../narrate/breakdown.ts";
import {
  type AreaFigure,
  areaAnswer,
  areaFigures,
  isCrude,
  type Listed,
  listedAs,
  lists,
  rankInBrief,
  rankSentences,
  withoutFigures,
} from "../../narrate/figures-of-area.ts";
import { neighboursOf } from "../../narrate/neighbours.ts";
import { areaPath } from "../../narrate/page-of.ts";
import { peopleTitle, populationSentence, quantileSentence } from "../../narrate/profile.ts";
import type { AreaProfile } from "../../narrate/profiles.ts";
import { indicatorsIn } from "../../narrate/standing.ts";
import type { Area } from "../../results/results.ts";
import type { Page, Place } from "../page.ts";
import { AreaStrip, ThenAndNow } from "./area-strip.tsx";
import { ChartFigure } from "./chart-figure.tsx";
import { Crumbs } from "./crumbs.tsx";
import { Sign } from "./elements.tsx";
import { Locator, OutlineMap } from "./outline-map.tsx";
import { clarityMarks, Levels } from "./profile-part.tsx";
import { DataTable } from "./scrolling-table.tsx";
import { useCharts, useSay } from "./surroundings.ts";
import { Without } from "./without-part.tsx";

/** Everything that the report says of one area, beside the whole place and the areas like it. */
export function areaPage(place: Place, one: AreaProfile): Page {
  const { area, name, profile } = one;
  const { results } = place;
  const say = sayIn(results);
  const { noAreas, noFigure } = say.people.without;
  const figures = areaFigures(results, one);
  return {
    ...place,
    file: areaPath(results, area),
    title: name,
    description: say.people.profile.description(
      name,
      results.place.name,
      areaAnswer(say, profile, name, results.place.name),
    ),
    current: "communities.html",
    indicators: indicatorsIn(profile),
    charts: [areaOf(area.slug)],
    content: (
      <>
        <Crumbs way={[{ href: "../communities.html", text: peopleTitle(results) }]} here={name} />
        <h1>{name}</h1>
        <div class="area-head">
          <Answer place={place} one={one} figures={figures} />
          <Surroundings place={place} area={area} name={name} />
        </div>
        <Figures place={place} one={one} figures={figures} />
        <Levels profile={profile} />
        <LivesHere place={place} area={area} name={name} folded />
        <All slug={area.slug} />
        <Without profile={profile} who={name} whyOf={({ b }) => (b === null ? noAreas(one.one) : noFigure)} folded />
      </>
    ),
  };
}

/** The same on one sheet of paper: how it stands, among its neighbours, and who lives there. */
export function AreaSheet({ place, one }: { place: Place; one: AreaProfile }) {
  const { area, name } = one;
  return (
    <>
      <h1>{name}</h1>
      <div class="area-head">
        <Answer place={place} one={one} figures={areaFigures(place.results, one)} />
        <Surroundings place={place} area={area} name={name} />
      </div>
      <LivesHere place={place} area={area} name={name} />
    </>
  );
}

/** Most figures that the first screen names of each kind. */
const most = 3;

interface AreaPart {
  place: Place;
  one: AreaProfile;
  figures: readonly AreaFigure[];
}

function Answer({ place: { results }, one, figures }: AreaPart) {
  const { area, name, profile } = one;
  const say = useSay();
  const { sections, brief, more } = say.areas;
  const of = (kind: Listed) => figures.filter((figure) => listedAs(figure) === kind);
  const told = area.quantiles.flatMap(({ dimension: id, group }) => {
    const dimension = results.dimensions.find((one) => one.id === id);
    const found = dimension && withNames(say, dimension).groups.find((one) => one.id === group);
    return dimension === undefined || found === undefined
      ? []
      : [quantileSentence(say, dimension, found.label, results.place)];
  });
  const where = [...told, populationSentence(say, area, results.place) ?? []].flat();
  const missing = withoutFigures(results, one);
  return (
    <section aria-labelledby="answer" class="area-answer" data-first-screen="">
      <h2 id="answer">{sections.answer(name)}</h2>
      <p class="lead">{areaAnswer(say, profile, name, results.place.name)}</p>
      {(["worse", "better", "different"] as const).map((clarity) => {
        const own = of(clarity);
        return (
          <Brief key={clarity} clarity={clarity} n={own.length}>
            <ul>
              {own.slice(0, most).map(({ standing, own: figure, place, period, rank }) => (
                <li key={standing.b.name}>
                  <IndicatorLink b={standing.b} />
                  {brief(figure, place, results.place.name, period)}
                  {rank !== null && rankInBrief(say, rank, results.place.areas)}
                </li>
              ))}
              {own.length > most && (
                <li>
                  <a href="#figures">{more(say.counted(own.length - most))}</a>
                </li>
              )}
            </ul>
          </Brief>
        );
      })}
      {(["unclear", "modelled", "nested"] as const).map((kind) => (
        <Brief key={kind} clarity={kind} n={of(kind).length}>
          <ul class="in-line">
            {of(kind).map(({ standing: { b }, period }) => (
              <li key={b.name}>
                <IndicatorLink b={b} /> ({period})
              </li>
            ))}
          </ul>
        </Brief>
      ))}
      {missing !== null && <p class="missing">{missing}</p>}
      {where.length > 0 && <p class="small stands">{where.join(" ")}</p>}
    </section>
  );
}

const IndicatorLink = ({ b: { indicator, dimension } }: Pick<AreaFigure["standing"], "b">) => (
  <a href={`../indicators/${indicator.id}.html#${dimension.id}`}>{indicator.title}</a>
);

/** The figures of one kind below its name; nothing where there are none. */
function Brief({ clarity, n, children }: { clarity: Listed; n: number; children: ComponentChildren }) {
  const { sections } = useSay().areas;
  return n === 0 ? null : (
    <div class="brief">
      <h3>
        {clarity !== "nested" && <Clear clarity={clarity} />} {sections[clarity]}
      </h3>
      {children}
    </div>
  );
}

function Clear({ clarity }: { clarity: Clarity }) {
  const { path, filled, tone } = clarityMarks[clarity];
  return (
    <span class={tone}>
      <Sign path={path} filled={filled} />
    </span>
  );
}

/** Where it is, among the areas that border on it. */
function Surroundings({ place: { results }, area, name }: { place: Place; area: Area; name: string }) {
  const say = useSay();
  const words = say.areas.map;
  const dimension = results.dimensions.find(({ id }) => id === area.dimension);
  if (dimension === undefined) return null;
  const near = neighboursOf(dimension).get(area.group) ?? [];
  const around = dimension.groups.filter(({ id }) => id === area.group || near.includes(id));
  const whole = outlinesOf(dimension, 110, 220, { isNamed: false });
  const map = whole && outlinesOf({ groups: around }, 340, 340);
  const pageOf = (id: string): string | null => {
    const found = results.areas.find((one) => one.dimension === area.dimension && one.group === id);
    return found === undefined ? null : `../${areaPath(results, found)}`;
  };
  const labelOf = (id: string): string => dimension.groups.find((group) => group.id === id)?.label ?? id;
  if (map === null || whole === null) return null;
  return (
    <section aria-labelledby="where" class="area-where">
      <h2 id="where">{words.of(name)}</h2>
      <div class="area-map">
        <OutlineMap map={map} name={words.of(name)} pageOf={pageOf} here={area.group} />
        <div>
          <Locator map={whole} here={area.group} />
          {near.length > 0 && (
            <>
              <h3>{words.neighbours(name, results.place.areas)}</h3>
              <ul class="plain">
                {near.map((id) => (
                  <li key={id}>
                    <a href={pageOf(id) ?? "#where"}>{labelOf(id)}</a>
                  </li>
                ))}
              </ul>
            </>
          )}
          <p class="small">
            {words.key(name)} {map.areTiles ? words.tiles : dimension.map && words.boundaries(dimension.map.name)}
          </p>
        </div>
      </div>
    </section>
  );
}

function Figures({ place: { results }, one: { one, profile }, figures }: AreaPart) {
  const say = useSay();
  const { areas: words } = say;
  if (figures.length === 0) return null;
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{words.figures.headingIn(results.place.name)}</h2>
      <p>{words.figures.order(results.place.name, results.place.areas)}</p>
      <p>
        {words.figures.clearly} {isCrude(profile) && words.figures.crude(one)}
      </p>
      {results.themes.map(({ id, title }) => {
        const own = figures.filter(({ standing }) => standing.b.indicator.theme === id);
        return own.length === 0 ? null : (
          <details key={id} class="by-theme">
            <summary>
              <h3>{title}</h3> <span>{words.figures.found(countsIn(own, say))}</span>
            </summary>
            <ul class="area-figures">
              {own.map((figure) => (
                <FigureItem key={figure.standing.b.name} figure={figure} place={results.place.name} one={one} />
              ))}
            </ul>
          </details>
        );
      })}
      <p class="small">{words.figures.change}</p>
    </section>
  );
}

/** How many figures of each kind, those that differ clearly first. */
const countsIn = (figures: readonly AreaFigure[], say: Say): { what: string; n: string }[] =>
  lists.flatMap((kind) => {
    const n = figures.filter((figure) => listedAs(figure) === kind).length;
    return n === 0 ? [] : [{ what: say.areas.sections[kind], n: say.count(n) }];
  });

function FigureItem({ figure, place, one }: { figure: AreaFigure; place: string; one: string }) {
  const { figures: words, partOf: part, sections } = useSay().areas;
  const { standing, own, whom, period, fifth, strip, earlier, partOf } = figure;
  const { b } = standing;
  const beside = [
    ...(figure.place === null ? [] : [words.place(figure.place, place)]),
    ...(fifth === null
      ? []
      : [fifth.isMedian ? words.median(fifth.figure, one, fifth.name) : words.fifth(fifth.figure, fifth.name)]),
  ];
  return (
    <li>
      <h4>
        <a href={`../indicators/${b.indicator.id}.html#${b.dimension.id}`}>{b.indicator.title}</a>
      </h4>
      <p class={`clarity ${clarityMarks[standing.clarity].tone}`}>
        <Clear clarity={standing.clarity} /> {sections[standing.clarity]}
      </p>
      <p class="own">
        <strong>{own}</strong> <span>{words.own(whom, period)}</span>
      </p>
      {strip !== null && <AreaStrip strip={strip} />}
      {beside.length > 0 && <p>{words.beside(beside)}</p>}
      <p>{rankSentences(figure).join(" ")}</p>
      {partOf !== null && <p>{part(partOf)}</p>}
      <ThenAndNow figure={figure} names={[words.key.here, place]} />
      <p class="small">
        {earlier === null
          ? b.result.periods.length === 1
            ? words.only
            : words.none
          : words.was(earlier.period, earlier.own, earlier.place, place)}
      </p>
    </li>
  );
}

interface LivesHereProps {
  place: Place;
  area: Area;
  name: string;
  folded?: true;
}

function LivesHere({ place: { results }, area, name, folded }: LivesHereProps) {
  const { areas, people, count, number, within } = useSay();
  const { lives: words } = areas;
  const countText = (n: number | null): string => (n === null ? "[x]" : count(n));
  const hundred = (share: number | null): string =>
    share === null ? "[x]" : number(100 * share, share < 0.095 ? 1 : 0);
  const shown = area.context.filter(({ parts }) => parts.length > 0);
  if (shown.length === 0) return null;
  const tables = (
    <div class="lives">
      {shown.map(({ title, source, parts }, i) => {
        const found = results.sources.find(({ id }) => id === source);
        return (
          <div key={title}>
            <DataTable
              id={`lives-here-${i + 1}`}
              root="../"
              table={{
                caption: words.caption(title, name),
                head: words.head(title, results.place.name),
                rows: parts.map(({ label, count: n, share, shareOfAll }) => ({
                  heading: label,
                  cells: [countText(n), hundred(share), hundred(shareOfAll)],
                })),
              }}
            />
            <p class="small">
              {found && words.period(found.period)}
              {people.source}
              <a href={`../sources.html#${source}`}>{found?.title ?? within(source)}</a>
            </p>
          </div>
        );
      })}
    </div>
  );
  return (
    <section aria-labelledby="lives-here">
      <h2 id="lives-here">{words.heading}</h2>
      {folded ? (
        <details>
          <summary>{words.open(shown.map(({ title }) => title))}</summary>
          {tables}
        </details>
      ) : (
        tables
      )}
    </section>
  );
}

/** The chart of differences in one scale, with every figure and interval in its table. */
function All({ slug }: { slug: string }) {
  const { all: words } = useSay().areas;
  const charts = useCharts().ids("differences", areaOf(slug));
  return charts.length === 0 ? null : (
    <section aria-labelledby="all">
      <h2 id="all">{words.heading}</h2>
      <details>
        <summary>{words.open}</summary>
        {charts.map((id) => (
          <ChartFigure key={id} id={id} root="../" size="full" heading="h3" />
        ))}
      </details>
    </section>
  );
}

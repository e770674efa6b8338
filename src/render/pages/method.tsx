import type { ComponentChildren } from "preact";
import { measures } from "../../measure/all.ts";
import type { Measure } from "../../measure/measure.ts";
import { isMissing } from "../../model.ts";
import { temperatureMarks } from "../charts/theme.ts";
import { count, list, number, plural } from "../format.ts";
import { markers, noteWords } from "../words.ts";
import { type Place, page } from "./layout.tsx";
import {
  changeRules,
  differences,
  estimateRules,
  headlineMeasures,
  supportingRules,
  verdictRows,
} from "./method-text.ts";
import { Bullets, Sign } from "./parts.tsx";

/** How everything is measured, in the order in which it is computed. */
export function methodPage(place: Place): string {
  const { method, disclosure, indicators, dimensions } = place.results;
  const used = new Set(
    indicators.flatMap((indicator) =>
      indicator.dimensions.flatMap(({ periods }) =>
        periods.flatMap(({ absolute, relative }) =>
          [absolute, relative].flatMap((gap) => (isMissing(gap) ? [] : gap.definition)),
        ),
      ),
    ),
  );
  return page({
    ...place,
    title: "Method",
    description: "How gaps and their changes are measured, and how the verdicts are reached.",
    current: "method.html",
    children: (
      <>
        <h1>Method</h1>
        <p class="lead">
          The same rules hold for every subject, every group and every year. Nobody chooses a measure or a verdict by
          hand. This is version {method.version} of the method.
        </p>
        <Part id="steps" title="What is worked out each time">
          <ol>
            <li>An estimate with its interval for each group.</li>
            <li>
              One absolute gap and one relative gap, chosen only by the kind of groups. They are always shown together.
            </li>
            <li>The overall level beside the gap.</li>
            <li>The change of all three between two periods that share no day, with a test.</li>
            <li>One verdict, from a table.</li>
          </ol>
          <p>
            Every gap is turned so that above equality the disadvantaged side is worse off, whichever way the indicator
            runs. Intervals are at the {count(100 * method.confidence)}% level. Groups with a denominator below{" "}
            {count(method.reliableDenominator)} are never named best- or worst-off.
          </p>
        </Part>
        <Part id="estimates" title="Estimates">
          <Grid
            caption="Kinds of figure and their intervals"
            head={["Kind", "Value", "Interval", "Worked on the scale"]}
            rows={estimateRules}
          />
        </Part>
        <Part id="gaps" title="Gaps">
          {headlineMeasures.map(({ order, measures, about }) => (
            <section key={order} aria-labelledby={`gaps-${order}`}>
              <h3 id={`gaps-${order}`}>{about.title}</h3>
              <p>{about.text}</p>
              <MeasureList measures={measures} used={used} />
            </section>
          ))}
        </Part>
        <Part id="supporting" title="Supporting measures">
          <p>
            For readers who want another view. None of them decides a verdict. Intervals come from the same errors
            (delta method).
          </p>
          <MeasureList measures={supporting} used={null} />
        </Part>
        <Part id="beside" title="Beside the gap">
          <Bullets items={supportingRules} />
        </Part>
        <Part id="change" title="Change">
          <Bullets items={changeRules} />
          <p>
            In this report {count(method.headlineTests)} changes of gaps were tested.
            {method.materiality > 0 &&
              ` A change must also be at least ${number(100 * method.materiality, 0)}% of the baseline to count as clear.`}
          </p>
        </Part>
        <Part id="verdict" title="Verdict">
          <p>
            A gap is narrowing when the absolute or the relative gap clearly narrows and the other does not clearly
            widen; widening likewise. Where one clearly narrows and the other clearly widens the verdict is mixed. Where
            either period has no gap, or nothing can be tested, it is not enough data, with the reason.
          </p>
          <Grid
            caption="The verdict, by what the gap and the overall level do"
            head={["Gap", "Level improving", "No clear change", "Level worsening"]}
            rows={verdictRows}
          />
          <h3>Temperature</h3>
          <ul class="legend">
            {Object.entries(temperatureMarks).map(([temperature, { word, path, filled }]) => (
              <li key={temperature} class={temperature}>
                <Sign path={path} filled={filled} /> {word}:{" "}
                {temperatureReadings[temperature as keyof typeof temperatureMarks]}
              </li>
            ))}
          </ul>
        </Part>
        <Part id="groups" title="Groups in this report">
          <dl class="missing">
            {dimensions.map(({ id, title, about, groups, ranking, type }) => (
              <div key={id}>
                <dt>
                  {title}
                  {type === "ordered" && ranking !== null && <span class="small"> ({ranking} ranking)</span>}
                </dt>
                <dd>{about}</dd>
                {groups.length <= 20 && <dd class="small">Groups: {list(groups.map(({ label }) => label))}</dd>}
              </div>
            ))}
          </dl>
        </Part>
        <Part id="notes" title="Notes beside figures">
          <dl class="missing">
            {Object.entries(noteWords).map(([id, { label, meaning }]) => (
              <div key={id} id={`note-${id}`}>
                <dt>{label}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
          <p>
            Where a figure is missing, tables carry the shorthand of the Government Statistical Service:{" "}
            {list(markers.map(({ marker, meaning }) => `${marker} ${meaning}`))}.
          </p>
        </Part>
        <Part id="disclosure" title="Protecting people">
          <p>
            {disclosure.threshold === null
              ? "This report holds back no count."
              : `Where the policy applies, counts from 1 to ${count(disclosure.threshold - 1)} are not published. ${plural(disclosure.suppressed, "count was", "counts were")} held back by this report.`}{" "}
            {`Publishers held back ${plural(heldByPublishers(indicators), "figure")}.`}
            {disclosure.roundTo !== null &&
              ` Published counts are rounded to a multiple of ${count(disclosure.roundTo)}.`}
          </p>
        </Part>
        <Part id="differences" title="Where this differs from other systems">
          <Bullets items={differences} />
        </Part>
      </>
    ),
  });
}

/** Figures that arrived without a value because their publisher held them back. */
const heldByPublishers = (indicators: Place["results"]["indicators"]): number =>
  indicators
    .flatMap(({ dimensions }) => dimensions.flatMap(({ periods }) => periods.flatMap(({ groups }) => groups)))
    .filter(({ estimate, marker }) => isMissing(estimate) && estimate.reason !== "disclosure" && marker === "[c]")
    .length;

const temperatureReadings = {
  cooling: "the gap is narrowing",
  steady: "no clear change",
  heating: "the gap is widening",
  mixed: "the absolute and the relative gap move in opposite ways",
  unknown: "not enough data to tell",
} as const;

function Part({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function Grid({
  caption,
  head,
  rows,
}: {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}) {
  const id = `grid-${head[0]?.toLowerCase()}`;
  return (
    <section class="scroll" tabindex={0} aria-labelledby={id}>
      <table>
        <caption id={id}>{caption}</caption>
        <thead>
          <tr>
            {head.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...cells]) => (
            <tr key={first}>
              <th scope="row">{first}</th>
              {cells.map((text, i) => (
                <td key={head[i + 1]}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const headlineIds = new Set(headlineMeasures.flatMap(({ measures: list }) => list.map(({ id }) => id)));
const supporting = measures.filter(({ id }) => !headlineIds.has(id));

/** Measures with their formula and source, printed from the objects that compute them. */
function MeasureList({ measures: list, used }: { measures: readonly Measure[]; used: ReadonlySet<string> | null }) {
  return (
    <dl class="measures">
      {list.map(({ name, definition, formula, reading, source }) => (
        <div key={definition}>
          <dt>
            {name} <code>{definition}</code>
            {used !== null && !used.has(definition) && <span class="small"> (not used in this report)</span>}
          </dt>
          <dd>{reading}</dd>
          <dd class="formula">{formula}</dd>
          <dd class="small">
            {source.citation}
            {source.doi !== null && `, doi:${source.doi}`}
          </dd>
        </div>
      ))}
    </dl>
  );
}

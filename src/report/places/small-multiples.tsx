import type { Multiples, Panel } from "../../narrate/side-by-side.ts";
import { useSay } from "../pages/surroundings.ts";

const [WIDTH, HEIGHT, MARGIN] = [160, 80, 6];

const fixed = (value: number): string => value.toFixed(1);

/** One small drawing for each place, all on one scale. What they show is in the words of each, and in the tables. */
export function SmallMultiples({ multiples }: { multiples: Multiples }) {
  const { multiples: words } = useSay().comparison;
  return (
    <div>
      <h4>{words.title}</h4>
      <p>{multiples.lead}</p>
      <ul class="multiples">
        {multiples.panels.map((panel) => (
          <li key={panel.place}>
            <strong>{panel.name}</strong>
            <Drawing panel={panel} multiples={multiples} />
            <span class="small">{panel.newest}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Drawing({ panel, multiples: { gaps, years } }: { panel: Panel; multiples: Multiples }) {
  const scale = (from: number, to: number, start: number, end: number) => (value: number) =>
    fixed(to === from ? (start + end) / 2 : start + ((value - from) / (to - from)) * (end - start));
  const x = scale(years.from, years.to, MARGIN, WIDTH - MARGIN);
  const y = scale(gaps.from, gaps.to, HEIGHT - MARGIN, MARGIN);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={panel.picture}>
      <line class="none" x1={0} x2={WIDTH} y1={y(0)} y2={y(0)} />
      {panel.points.map(({ middle, lower, upper }) =>
        lower === null || upper === null ? null : (
          <line key={middle} class="sure" x1={x(middle)} x2={x(middle)} y1={y(lower)} y2={y(upper)} />
        ),
      )}
      <polyline class="gap" points={panel.points.map(({ middle, value }) => `${x(middle)},${y(value)}`).join(" ")} />
      {panel.points.map(({ middle, value }) => (
        <circle key={middle} class="dot" cx={x(middle)} cy={y(value)} r={3} />
      ))}
    </svg>
  );
}

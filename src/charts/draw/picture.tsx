import { createHash } from "node:crypto";
import { renderToString } from "preact-render-to-string";
import type { Chart, Drawing } from "../chart.ts";
import { colours, font, size } from "../layout/chart-theme.ts";
import { wrap } from "../layout/text-width.ts";
import { xmlText } from "./xml-text.ts";

interface Picture {
  chart: Chart;
  drawing: Drawing;
}

const distinct = (inner: string, id: string): string => inner.replace(/(\bid="|url\(#)/g, `$1${id}-`);

/** A path shorter than this, or drawn less often, is as short as a reference to it. */
const [LONG, OFTEN] = [60, 4];

/** A shape that is drawn again and again, such as a person among a hundred, is written once and used. */
function stamped(inner: string, id: string): string {
  const times = new Map<string, number>();
  for (const [, d = ""] of inner.matchAll(/<path[^>]* d="([^"]*)"[^>]*\/>/g)) times.set(d, (times.get(d) ?? 0) + 1);
  const shapes = [...times].filter(([d, n]) => d.length >= LONG && n >= OFTEN).map(([d]) => d);
  if (shapes.length === 0) return inner;
  // The chart's own id, repeated with each use, would be as long as the shape.
  const name = createHash("sha256").update(id).digest("hex").slice(0, 8);
  const uses = inner.replace(/<path([^>]*) d="([^"]*)"([^>]*)\/>/g, (path, before: string, d: string, after: string) =>
    shapes.includes(d) ? `<use href="#s${shapes.indexOf(d)}-${name}"${before}${after}/>` : path,
  );
  return `<defs>${shapes.map((d, i) => `<path id="s${i}-${name}" d="${d}"/>`).join("")}</defs>${uses}`;
}

/** The picture as it stands in a page, where the figure around it carries the title. */
export function OnPage({ chart, drawing: { inner, width, height } }: Picture) {
  const id = `chart-${chart.id}`;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
    >
      <title id={`${id}-title`}>{chart.title}</title>
      <desc id={`${id}-desc`}>{chart.description}</desc>
      <g dangerouslySetInnerHTML={{ __html: stamped(distinct(inner, id), id) }} />
    </svg>
  );
}

const margin = 16;

/** The picture as a file of its own, with title and subtitle above it. */
function OnItsOwn({ chart, drawing: { inner, width, height } }: Picture) {
  const room = width - 2 * margin;
  const title = wrap(chart.title, room / 1.08, 17);
  const subtitle = wrap(chart.subtitle, room, size.axis);
  const top = margin + title.length * 22 + subtitle.length * 18 + 8;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${top + height}`}
      width={width}
      height={top + height}
      role="img"
      aria-labelledby="chart-title"
      aria-describedby="chart-desc"
    >
      <title id="chart-title">{chart.title}</title>
      <desc id="chart-desc">{chart.description}</desc>
      <rect width={width} height={top + height} fill={colours.paper} />
      {title.map((line, i) => (
        <text
          key={line}
          x={margin}
          y={margin + 14 + 22 * i}
          font-family={font}
          font-size="17"
          font-weight="bold"
          fill={colours.grey}
        >
          {line}
        </text>
      ))}
      {subtitle.map((line, i) => (
        <text
          key={line}
          x={margin}
          y={margin + 12 + 22 * title.length + 18 * i}
          font-family={font}
          font-size={size.axis}
          fill={colours.grey}
        >
          {line}
        </text>
      ))}
      <g transform={`translate(0,${top})`} dangerouslySetInnerHTML={{ __html: inner }} />
    </svg>
  );
}

export const onItsOwn = (picture: Picture): string => `${xmlText(renderToString(<OnItsOwn {...picture} />))}\n`;

import { renderToString } from "preact-render-to-string";
import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import type { Chart, DrawnChart } from "./chart.ts";
import { published } from "./published.ts";
import { textWidth, wrap } from "./text-width.ts";
import { colours, config, font, size } from "./theme.ts";

// Without a canvas vega guesses 0.8 of the type size for every letter. Its hook for another measure is missing from its types.
const { textMetrics } = vega as unknown as {
  textMetrics: { width: (item: { fontSize?: number }, text: string) => number };
};
textMetrics.width = (item, text) => textWidth(text, item.fontSize ?? 11);

/** What vega or vega-lite complained of. A build without a warning leaves it empty. */
export interface Complaints {
  warnings: string[];
}

function collector({ warnings }: Complaints): vega.LoggerInterface {
  const say = (...parts: readonly unknown[]) => {
    warnings.push(parts.map(String).join(" "));
    return logger;
  };
  const quiet = () => logger;
  const logger: vega.LoggerInterface = {
    level: (() => logger) as never,
    error: say,
    warn: say,
    info: quiet,
    debug: quiet,
  };
  return logger;
}

const rounded = (value: string): string => value.replace(/-?\d+\.\d{2,}/g, (n) => String(Number(Number(n).toFixed(1))));

/** Vega's roles for parts of a picture that is read as a whole, and attributes that say the default. */
const idle = / (?:class|role|aria-[a-z]+|pointer-events)="[^"]*"| opacity="1"/g;

/** Leaves out what does not show: empty boxes, idle attributes, decimals finer than a tenth of a pixel. */
const shorten = (svg: string): string =>
  svg
    .replace(/<path class="(?:background|foreground)"[^>]*? d="(?:M0,0h0v0h0Z)?"[^>]*?\/>/g, "")
    .replace(/<[a-z][^>]*>/g, (tag) =>
      tag
        .replace(idle, "")
        .replace(/ (transform|d|x2|y2)="([^"]*)"/g, (_, name: string, value: string) => ` ${name}="${rounded(value)}"`),
    );

/** Draws a spec: the marks inside the root element, and the size of the picture. */
export async function marks(
  spec: TopLevelSpec,
  complaints: Complaints,
): Promise<{ inner: string; width: number; height: number }> {
  vega.resetSVGDefIds();
  const logger = collector(complaints);
  const { spec: compiled } = compile(spec, { config, logger });
  const view = new vega.View(vega.parse(compiled), { renderer: "none", logger });
  const svg = await view.toSVG();
  view.finalize();
  const opening = /^<svg[^>]*?width="([\d.]+)" height="([\d.]+)"[^>]*>/.exec(svg);
  if (opening === null) throw new Error("vega returned something other than an SVG");
  const inner = svg.slice(opening[0].length, -"</svg>".length);
  return { inner: shorten(inner), width: Number(opening[1]), height: Number(opening[2]) };
}

interface Picture {
  chart: Chart;
  drawing: { inner: string; width: number; height: number };
}

const distinct = (inner: string, id: string): string => inner.replace(/(\bid="|url\(#)/g, `$1${id}-`);

/** The picture as it stands in a page, where the figure around it carries the title. */
function onPage({ chart, drawing: { inner, width, height } }: Picture) {
  const id = `chart-${chart.name}`;
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
      <g dangerouslySetInnerHTML={{ __html: distinct(inner, id) }} />
    </svg>
  );
}

const margin = 16;

/** The picture as a file of its own, with title and subtitle above it. */
function onItsOwn({ chart, drawing: { inner, width, height } }: Picture) {
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

export async function draw(chart: Chart, complaints: Complaints): Promise<DrawnChart> {
  const picture = { chart, drawing: await marks(chart.spec, complaints) };
  return {
    ...chart,
    svg: renderToString(onPage(picture)),
    files: {
      spec: `${JSON.stringify(published(chart), null, 1)}\n`,
      svg: `${renderToString(onItsOwn(picture))}\n`,
    },
  };
}

import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import type { Drawing } from "../chart.ts";
import { config } from "../layout/chart-theme.ts";
import { textWidth } from "../layout/text-width.ts";
import { live } from "./live.ts";

declare module "vega" {
  /** How wide a text is; missing from vega's own types. */
  const textMetrics: { width: (item: { fontSize?: number }, text: string) => number };
}

// Without a canvas vega guesses 0.8 of the type size for every letter.
vega.textMetrics.width = (item, text) => textWidth(text, item.fontSize ?? 11);

/** Keeps what vega or vega-lite complain of. */
function collector(warnings: string[]): vega.LoggerInterface {
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

/** What vega made of a spec. */
export interface Marks extends Drawing {
  /** The spec for a view with script, as JSON. */
  live: string | null;
  warnings: string[];
}

/** Draws a spec. */
export async function marks(spec: TopLevelSpec): Promise<Marks> {
  vega.resetSVGDefIds();
  const warnings: string[] = [];
  const logger = collector(warnings);
  const { spec: compiled } = compile(spec, { config, logger });
  const view = new vega.View(vega.parse(compiled), { renderer: "none", logger });
  const svg = await view.toSVG();
  view.finalize();
  const opening = /^<svg[^>]*?width="([\d.]+)" height="([\d.]+)"[^>]*>/.exec(svg);
  if (opening === null) throw new Error("vega returned something other than an SVG");
  const inner = svg.slice(opening[0].length, -"</svg>".length);
  return {
    inner: shorten(inner),
    width: Number(opening[1]),
    height: Number(opening[2]),
    live: live(compiled),
    warnings,
  };
}

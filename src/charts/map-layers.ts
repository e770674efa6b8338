import { colours, size } from "./layout/chart-theme.ts";
import type { Classes } from "./layout/classes.ts";
import { at, own, ownNumber } from "./layout/position.ts";
import { textWidth } from "./layout/text-width.ts";

/** What maps share: places in pixels, figures as text, and the key of their colours. */

/** A field that holds a place in pixels. */
export const pixels = (field: string) => ({ field, type: "quantitative", scale: null, axis: null }) as const;

export interface MapText {
  x: number;
  y: number;
  text: string;
  ink: string;
  fontSize: number;
  weight: "normal" | "bold";
}

/** Lines of text in their own sizes and colours. */
export const mapTexts = (values: readonly MapText[]): object[] =>
  (["normal", "bold"] as const).flatMap((weight) => {
    const own_ = values.filter((one) => one.weight === weight);
    if (own_.length === 0) return [];
    return [
      {
        data: { values: own_ },
        mark: { type: "text", align: "center", baseline: "middle", fontWeight: weight },
        encoding: {
          x: pixels("x"),
          y: pixels("y"),
          text: { field: "text" },
          color: own("ink"),
          size: ownNumber("fontSize"),
        },
      },
    ];
  });

export const legendHeight = 44;

/** Swatches with the bounds of their classes below, from `top` downwards. */
export function legendLayers({ fills, labels }: Classes, left: number, top: number): object[] {
  const step = Math.max(46, ...labels.map((label) => textWidth(label, size.small) + 10));
  const swatches = fills.map((fill, i) => ({ x: left + i * step, x2: left + (i + 1) * step, fill }));
  const bounds = labels.map((text, i) => ({ x: left + i * step, text }));
  return [
    {
      data: { values: swatches },
      mark: { type: "rect", stroke: colours.grey, strokeWidth: 0.75 },
      encoding: { x: pixels("x"), x2: { field: "x2" }, y: at(top), y2: at(top + 14), fill: own("fill") },
    },
    {
      data: { values: bounds },
      mark: { type: "text", align: "center", baseline: "top", fontSize: size.small, color: colours.grey },
      encoding: { x: pixels("x"), y: at(top + 20), text: { field: "text" } },
    },
  ];
}

import type { Axis } from "./axis.ts";
import { colours } from "./chart-theme.ts";

/** A position on an axis that was worked out beforehand. */
export const position = (field: string, { domain }: Axis, axis: object | null, type: "linear" | "log" = "linear") =>
  ({
    field,
    type: "quantitative",
    scale: { type, domain, nice: false, ...(type === "linear" ? { zero: false } : {}) },
    axis,
  }) as const;

/** The field `y` runs from 0, the top of the rows, to 1. */
export const rowPosition = {
  field: "y",
  type: "quantitative",
  scale: { domain: [0, 1], reverse: true, nice: false, zero: false },
  axis: null,
} as const;

/** A place in pixels, or a fixed value. */
export const at = (value: number) => ({ value }) as const;

/** A field that holds the colour or the width itself. */
export const own = (field: string) => ({ field, type: "nominal", scale: null, legend: null }) as const;
export const ownNumber = (field: string) => ({ field, type: "quantitative", scale: null, legend: null }) as const;

/** What a mark says when it is pointed at. */
export const said = { field: "said", type: "nominal" } as const;

/** Marks of an interval: the same in every chart. */
export const intervalRule = { type: "rule", strokeWidth: 2, color: colours.blue, opacity: 0.55 } as const;

import type { Config } from "vega-lite";
import type { Temperature } from "../../model.ts";
import { chartShades, textShades, verdictShades } from "./palette.ts";

/** Colours, type and sizes of every chart. A drawing has the colours of light paper; a page in the dark swaps them. */
export const colours = {
  blue: chartShades.blue.light,
  orange: chartShades.orange.light,
  pink: chartShades.pink.light,
  purple: chartShades.purple.light,
  grey: chartShades.grey.light,
  context: chartShades.context.light,
  /** Other places. */
  slate: chartShades.slate.light,
  faint: chartShades.faint.light,
  paper: chartShades.paper.light,
  ink: chartShades.ink.light,
} as const;

/**
 * Series colours in the order they are given out: dark and light in turn, so that neighbours differ by 3 to 1. Dark ones
 * are too like one another for that, and so are light ones: each has a shape, and its name stands beside it.
 */
export const series = [
  { colour: colours.blue, shape: "circle" },
  { colour: colours.orange, shape: "square" },
  { colour: colours.pink, shape: "triangle-up" },
  { colour: colours.purple, shape: "diamond" },
] as const;

/** Text in a series' colour: darker where the colour itself is too light to read. */
export const textColour = (colour: string): string =>
  ({
    [colours.orange]: textShades["orange-text"].light,
    [colours.purple]: textShades["purple-text"].light,
    [colours.context]: colours.grey,
  })[colour] ?? colour;

/** Arimo is carried by the report; the others are as wide, letter by letter. */
export const font = "Arimo, Arial, Helvetica, sans-serif";
export const size = { label: 14, axis: 13, small: 13 } as const;
export const chartWidth = 420;

/** A shape goes with every temperature, so that colour never speaks alone. */
export const temperatureMarks: Record<Temperature, { shape: string; path: string; colour: string; filled: boolean }> = {
  cooling: { shape: "triangle-down", path: "M1 3H15L8 15Z", colour: verdictShades.cooling.light, filled: true },
  steady: { shape: "square", path: "M2 2H14V14H2Z", colour: colours.grey, filled: true },
  heating: { shape: "triangle-up", path: "M1 13H15L8 1Z", colour: verdictShades.heating.light, filled: true },
  mixed: { shape: "diamond", path: "M8 1L15 8L8 15L1 8Z", colour: verdictShades.mixed.light, filled: true },
  easing: { shape: "triangle-down", path: "M1 3H15L8 15Z", colour: verdictShades.cooling.light, filled: false },
  warming: { shape: "triangle-up", path: "M1 13H15L8 1Z", colour: verdictShades.heating.light, filled: false },
  unclear: {
    shape: "circle",
    path: "M8 2A6 6 0 1 0 8 14A6 6 0 1 0 8 2Z",
    colour: colours.grey,
    filled: false,
  },
  "no-reading": { shape: "stroke", path: "M2 8H14", colour: colours.grey, filled: false },
};

export const config: Config = {
  aria: false,
  background: colours.paper,
  font,
  view: { stroke: null },
  axis: {
    labelFont: font,
    labelFontSize: size.axis,
    labelColor: colours.grey,
    labelOverlap: false,
    labelBound: false,
    labelFlush: false,
    title: null,
    gridColor: colours.faint,
    domain: false,
    ticks: false,
    labelPadding: 6,
  },
  text: { font, fontSize: size.label, color: colours.grey },
  rule: { color: colours.grey },
  line: { strokeJoin: "round", strokeCap: "round" },
};

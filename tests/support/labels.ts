import { textWidth } from "../../src/charts/layout/text-width.ts";

/** Where a line of text stands in a picture. */
export interface Label {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const attribute = (tag: string, name: string): string | undefined => new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1];

const shift = (tag: string): [number, number] => {
  const found = /translate\(([-\d.]+),\s*([-\d.]+)\)/.exec(attribute(tag, "transform") ?? "");
  return [Number(found?.[1] ?? 0), Number(found?.[2] ?? 0)];
};

const unescaped = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** Every line of text in an SVG with the box it fills, from the metrics of the font. */
export function labelsOf(svg: string): Label[] {
  const offsets: [number, number][] = [[0, 0]];
  const labels: Label[] = [];
  let text = "";
  let line = 0;
  for (const [tag, name, words = ""] of svg.matchAll(/<(\/?[a-z]+)\b[^>]*>([^<]*)/gi)) {
    const place = offsets.at(-1) ?? [0, 0];
    if (name === "g" && !/^<[^>]*\/>/.test(tag)) {
      const [dx, dy] = shift(tag);
      offsets.push([place[0] + dx, place[1] + dy]);
    } else if (name === "/g") offsets.pop();
    if (name === "text") {
      text = tag;
      line = 0;
    }
    if (name === "tspan") line += Number(attribute(tag, "dy") ?? 0);
    // The same words lie underneath in the colour of the paper, where a line would strike them through.
    const isHalo = attribute(text, "stroke") !== undefined;
    if ((name === "text" || name === "tspan") && words !== "" && !isHalo)
      labels.push(labelOf(text, unescaped(words), place, line));
  }
  return labels;
}

function labelOf(tag: string, text: string, [x, y]: [number, number], line: number): Label {
  const [dx, dy] = shift(tag);
  const size = Number.parseFloat(attribute(tag, "font-size") ?? "11");
  const width = textWidth(text, size) * (attribute(tag, "font-weight") === "bold" ? 1.08 : 1);
  const anchor = attribute(tag, "text-anchor") ?? "start";
  const start = x + dx + Number(attribute(tag, " x") ?? 0);
  const left = start - (anchor === "middle" ? width / 2 : anchor === "end" ? width : 0);
  const baseline = y + dy + line + Number(attribute(tag, " y") ?? 0);
  return { text, left, right: left + width, top: baseline - 0.72 * size, bottom: baseline + 0.2 * size };
}

export function sizeOf(svg: string): { width: number; height: number } {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}

/** What is wrong with the labels of a picture: cut off by its edge, or on top of one another. */
export function labelFaults(svg: string): string[] {
  const { width, height } = sizeOf(svg);
  const labels = labelsOf(svg);
  const cut = labels
    .filter(({ left, right, top, bottom }) => left < 0 || top < 0 || right > width || bottom > height)
    .map(({ text }) => `cut off: ${text}`);
  const touching = labels.flatMap((a, i) =>
    labels
      .slice(i + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `overlap: ${a.text} / ${b.text}`),
  );
  return [...cut, ...touching];
}

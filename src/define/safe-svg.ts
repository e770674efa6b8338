import type { Fault } from "../error.ts";

/** What a picture may not hold that is shown beside the report: what runs, what loads, and what an editor left open. */
const unsafe: readonly { pattern: RegExp; must: string }[] = [
  { pattern: /<!(DOCTYPE|ENTITY)[^>]*/i, must: "a picture without a document type or entities" },
  { pattern: /<\?xml-stylesheet[^>]*/i, must: "a picture without a stylesheet of its own file" },
  {
    pattern: /<([\w-]+:)?(script|foreignObject|iframe|object|embed|audio|video|animate\w*|set)\b[^>]*/i,
    must: "a picture that is drawn and does nothing",
  },
  { pattern: /[\s"'/:]on[a-z]+\s*=[^>]{0,60}/i, must: "a picture without handlers of events" },
  {
    pattern: /(?<![\w-])((xlink:)?href|src)\s*=\s*(?!["']?\s*#)[^>]{0,60}/i,
    must: "links to places of the picture itself alone",
  },
  { pattern: /@import[^;]*/i, must: "styles that load nothing" },
  { pattern: /url\(\s*["']?\s*(?!#)[^)]*/i, must: "styles that load nothing" },
  { pattern: /&#?[\w]+;(?=[^<>]*(script|:))/i, must: "addresses in plain characters" },
];

/** Faults of a logo in SVG, each with its line. */
export function svgFault(file: string, source: string): Fault[] {
  if (!/<svg[\s>]/.test(source))
    return [{ where: { file }, must: "a picture in SVG", found: "no svg element", fix: "export the logo again" }];
  return unsafe.flatMap(({ pattern, must }) => {
    const found = pattern.exec(source);
    if (found === null) return [];
    const line = source.slice(0, found.index).split("\n").length;
    return [
      {
        where: { file, line },
        must,
        found: found[0].trim().replace(/\s+/g, " ").slice(0, 60),
        fix: "take it out, or export the logo as a PNG",
      },
    ];
  });
}

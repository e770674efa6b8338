import { z } from "zod";
import { pageShades } from "../charts/layout/palette.ts";
import type { Fault } from "../error.ts";
import { contrast, nearestHolding } from "./contrast.ts";
import { svgFault } from "./safe-svg.ts";
import { object, path, text } from "./schema.ts";
import type { YamlFile } from "./yaml-file.ts";

const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, 'a colour in quotes, as six hexadecimal digits after a #: "#12436d"')
  .transform((given) => given.toLowerCase());

const inProject = path.describe("From the project's folder on");

/** A council's logo, colours and type. */
export const lookSchema = object({
  logo: object({
    file: inProject.regex(/\.(svg|png)$/i, "an .svg or .png file"),
    alt: text.describe("What the logo says, for those who do not see it"),
  }).optional(),
  colours: object({
    brand: colour.optional().describe("Behind the head of every page, and on the picture to share"),
    on_brand: colour.optional().describe("Text on the brand colour"),
    link: colour.optional().describe("Links on light paper"),
    link_dark: colour.optional().describe("Links on dark paper"),
  }).prefault({}),
  fonts: object({
    family: text
      .regex(/^[\p{L}\p{N}][\p{L}\p{N} -]*$/u, "the name of a typeface: letters, digits, spaces and hyphens")
      .describe("Name of the typeface of pages; charts stay in Arimo, whose width is known"),
    regular: inProject.regex(/\.(woff2|ttf)$/i, "a .woff2 or .ttf file"),
    bold: inProject.regex(/\.(woff2|ttf)$/i, "a .woff2 or .ttf file"),
  }).optional(),
}).meta({ title: "tempcheck look" });

export type LookDefinition = z.infer<typeof lookSchema>;
export type LookColours = Record<"brand" | "on-brand" | "link" | "link-dark", string>;

/** What a file says, with the places of what it says. */
export interface Taken<T> {
  value: T;
  yaml: YamlFile;
}

/** A file of the look as it was read. */
export interface LookFile {
  path: string;
  content: Uint8Array;
}

/** A look whose files and colours are sound. */
export interface Look {
  logo: (LookFile & { alt: string }) | null;
  colours: LookColours;
  /** Which colours the project gave; the others are the report's own. */
  given: readonly (keyof LookColours)[];
  fonts: { family: string; regular: LookFile; bold: LookFile } | null;
}

const text45 = 4.5;
const mostLogo = 100_000;
const mostFont = 500_000;

interface Pair {
  key: "brand" | "on_brand" | "link" | "link_dark";
  colour: string;
  what: string;
  against: readonly { name: string; colour: string }[];
}

/** Faults of the colours: each pair that text and its ground make holds 4.5 to 1. */
function colourFaults({ value, yaml }: Taken<LookDefinition>, all: LookColours): Fault[] {
  const { colours: given } = value;
  const onPaper = (paper: "light" | "dark") =>
    (["paper", "tint"] as const).map((name) => ({ name: `the ${paper} ${name}`, colour: pageShades[name][paper] }));
  const pairs: Pair[] = [
    {
      key: given.on_brand === undefined ? "brand" : "on_brand",
      colour: given.on_brand === undefined ? all.brand : all["on-brand"],
      what: given.on_brand === undefined ? "brand" : "on_brand",
      against: [
        given.on_brand === undefined
          ? { name: "the text on it", colour: all["on-brand"] }
          : { name: "brand", colour: all.brand },
      ],
    },
    { key: "link", colour: all.link, what: "link", against: onPaper("light") },
    { key: "link_dark", colour: all["link-dark"], what: "link_dark", against: onPaper("dark") },
  ];
  return pairs.flatMap(({ key, colour: one, what, against }) => {
    const low = against
      .map((other) => ({ ...other, ratio: contrast(one, other.colour) }))
      .sort((a, b) => a.ratio - b.ratio)[0];
    if (low === undefined || low.ratio >= text45) return [];
    const near = nearestHolding(
      one,
      against.map((other) => other.colour),
      text45,
    );
    return [
      {
        where: yaml.where(["colours", key]),
        must: `${what} has a contrast of at least 4.5 to 1 against ${low.name}, ${low.colour}, so that text can be read`,
        // Cut, not rounded: 4.49 is not 4.5.
        found: `${one}, with ${(Math.floor(low.ratio * 100) / 100).toFixed(2)} to 1`,
        fix: near === null ? "choose another colour" : `take ${near}, the nearest lighter or darker that holds`,
      },
    ];
  });
}

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const signatures = {
  png: [png],
  woff2: [[0x77, 0x4f, 0x46, 0x32]],
  ttf: [
    [0, 1, 0, 0],
    [0x74, 0x72, 0x75, 0x65],
  ],
} as const;

const begins = (content: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, i) => content[i] === byte);

/** What a file holds that its name does not say, or more of it than a page should carry. */
function contentFault({ path: name, content }: LookFile, where: Fault["where"]): Fault[] {
  const ending = name.split(".").at(-1)?.toLowerCase() ?? "";
  const most = ending === "svg" || ending === "png" ? mostLogo : mostFont;
  if (content.length > most)
    return [
      {
        where,
        must: `a file of at most ${most / 1000} kB, because every reader loads it`,
        found: `${name}, of ${Math.ceil(content.length / 1000)} kB`,
        fix: "make it smaller",
      },
    ];
  if (ending === "svg") return svgFault(name, new TextDecoder().decode(content));
  const known: readonly (readonly number[])[] =
    ending === "png" ? signatures.png : ending === "woff2" ? signatures.woff2 : signatures.ttf;
  return known.some((bytes) => begins(content, bytes))
    ? []
    : [
        {
          where,
          must: `what its name says, ${ending}`,
          found: `${name}, which holds something else`,
          fix: "export it again",
        },
      ];
}

/** A look made of its definition and its files, or everything that is wrong with it. */
export function lookOf(
  defined: Taken<LookDefinition>,
  read: (path: string, where: Fault["where"]) => Uint8Array | null,
): { look: Look } | { faults: Fault[] } {
  const { value, yaml } = defined;
  const { colours: given, logo, fonts } = value;
  const colours: LookColours = {
    brand: given.brand ?? pageShades.brand.light,
    "on-brand": given.on_brand ?? pageShades["on-brand"].light,
    link: given.link ?? pageShades.link.light,
    "link-dark": given.link_dark ?? pageShades.link.dark,
  };
  const faults = colourFaults(defined, colours);
  let isLacking = false;
  const file = (at: readonly string[], name: string): LookFile => {
    const where = yaml.where(at);
    const content = read(name, where);
    const found = { path: name, content: content ?? new Uint8Array() };
    if (content === null) isLacking = true;
    else faults.push(...contentFault(found, where));
    return found;
  };
  const look: Look = {
    logo: logo === undefined ? null : { ...file(["logo", "file"], logo.file), alt: logo.alt },
    colours,
    given: [
      ...(given.brand === undefined ? [] : (["brand"] as const)),
      ...(given.on_brand === undefined ? [] : (["on-brand"] as const)),
      ...(given.link === undefined ? [] : (["link"] as const)),
      ...(given.link_dark === undefined ? [] : (["link-dark"] as const)),
    ],
    fonts:
      fonts === undefined
        ? null
        : {
            family: fonts.family,
            regular: file(["fonts", "regular"], fonts.regular),
            bold: file(["fonts", "bold"], fonts.bold),
          },
  };
  return faults.length > 0 || isLacking ? { faults } : { look };
}

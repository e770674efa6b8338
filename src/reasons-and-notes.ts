import { z } from "zod";

const nothing = z.strictObject({});
const names = z.array(z.string());
const age = z.strictObject({ age: z.number() });

/** Areas that one of two periods lacks: their part of the people, or of the areas where people are not known. */
const leftOut = { percent: z.number(), of: z.enum(["people", "areas"]) };

/** Why a figure was not computed: each reason with what must be known to tell it. Sentences are the catalogue's. */
const missingParts = {
  blank: z.strictObject({ why: z.string().nullable() }).describe("What the dataset says of the blank; null: nothing"),
  "no-rows": nothing,
  "not-published": nothing,
  "few-events": nothing,
  "few-values": nothing,
  "empty-age-band": z.strictObject({ rate: z.enum(["rate", "death-rate", "health"]) }),
  "small-population": nothing,
  "deaths-exceed-population": age,
  "healthy-exceed-asked": age,
  "causes-exceed-deaths": age,
  "no-deaths-in-open-band": nothing,
  "nobody-survives": age,
  "wide-interval": age,
  "missing-group": z.strictObject({ groups: names }),
  "groups-differ": nothing,
  "coverage-below-85-percent": z.strictObject({
    groups: names.describe("Those without a figure"),
    measured: z.int(),
    declared: z.int(),
    sizesKnown: z.boolean(),
  }),
  "too-few-groups": z.strictObject({
    needs: z.enum(["two-measured", "three-declared", "three-national", "ten-areas", "thirty-areas"]),
    groups: names.describe("Those without a figure"),
  }),
  "undefined-on-working-scale": nothing,
  "not-a-proportion": nothing,
  "end-not-positive": z.strictObject({ nearly: z.boolean() }),
  "mean-not-positive": nothing,
  "comparison-not-positive": z.strictObject({ of: z.enum(["two", "group", "percentile"]) }),
  "not-a-count": nothing,
  "not-parts-of-the-whole": nothing,
  "neither-is-better": nothing,
  "events-not-people": nothing,
  "nobody-would-gain": nothing,
  "no-denominator": z.strictObject({ of: z.enum(["zero", "nobody", "people", "events"]) }),
  "no-intervals": z.strictObject({ of: z.enum(["change", "trend", "spread"]) }),
  "one-period": z.strictObject({ baseline: z.string().nullable() }),
  "periods-overlap": z.strictObject({ earlier: z.string(), later: z.string() }),
  "break-in-series": z.strictObject({ from: z.string(), why: z.string() }),
  "baseline-missing": z.strictObject({ baseline: z.string() }),
  "too-few-periods": z.strictObject({ fewest: z.int() }),
  "sizes-unknown": nothing,
  "areas-differ": z.strictObject({ earlier: z.string(), later: z.string(), ...leftOut }),
  "no-overall": z.strictObject({ of: z.enum(["groups", "published"]) }),
  "no-reliable-group": nothing,
  "no-reference": nothing,
  disclosure: nothing,
} as const satisfies Record<string, z.ZodType>;

/** Something a reader must know beside a figure, with what must be known to tell it. */
const noteParts = {
  "continuity-corrected": nothing,
  "weights-implied": nothing,
  unweighted: nothing,
  "partly-circular": z.strictObject({ subjects: names }),
  "cut-end-unsaid": z.strictObject({ column: z.string() }),
  "denominator-unsaid": z.strictObject({ columns: names }),
  "denominator-of-another-year": z.strictObject({ why: z.string().describe("As the definition says it") }),
  "tied-areas": z.strictObject({ areas: z.int() }),
  "rows-added-up": z.strictObject({
    of: z.enum(["groups", "everyone"]),
    rows: z.int().describe("Rows of the dataset"),
    figures: z.int().describe("Figures of a group or area in a period, or age band of it, that they go into"),
    columns: names.describe("Columns that these rows differ in; none where they differ in figures alone"),
  }),
  "rows-of-some-periods": z.strictObject({
    of: z.enum(["groups", "everyone"]),
    column: z.string(),
    values: names.describe("Values of the column that no row of the period has; five at most"),
    period: z.string().describe("The first such period"),
  }),
  "groups-over-everyone": z.strictObject({
    of: z.enum(["numerator", "denominator"]),
    groups: z.number().describe("Of all groups together"),
    everyone: z.number(),
    period: z.string().describe("The first such period"),
  }),
  "more-events-than-people": z.strictObject({ groups: names }),
  "areas-in-common": z.strictObject(leftOut),
  "areas-left-out": z.strictObject({ percent: z.number().describe("Of the group's people") }),
  "counts-in-ranges": z.strictObject({ counts: z.int().describe("Rows of the dataset that give a count as a range") }),
  "gap-in-a-range": z.strictObject({
    type: z.enum(["absolute", "relative"]),
    lower: z.number().describe("Rounded, as upper is, to the decimals that are worth saying"),
    upper: z.number(),
    decimals: z.int(),
    unit: z.string(),
  }),
  "not-a-straight-gradient": nothing,
  "intervals-missing": nothing,
  "one-sided-interval": nothing,
  "missing-group": z.strictObject({ groups: names }),
  "reference-worse-than-average": nothing,
  "levelling-down": nothing,
  "overall-not-testable": nothing,
  "scatter-borrowed": nothing,
  "scatter-unknown": nothing,
  "standard-error-borrowed": z.strictObject({ from: z.string().describe("Period of the gap whose error is used") }),
  "equal-groups-adjusted-to-zero": nothing,
  suppressed: z.strictObject({
    what: z.enum(["own", "figure", "count", "unrecorded", "rounded"]),
    groups: names,
    to: z.int().nullable().describe("The multiple that counts are rounded to"),
  }),
  "each-its-own-ages": nothing,
  "biased-near-equality": nothing,
  "no-interval": z.strictObject({ of: z.enum(["percentiles", "ratio"]) }),
  "may-be-chance": z.strictObject({ tests: z.int() }),
} as const satisfies Record<string, z.ZodType>;

type PartsOf<Table extends Record<string, z.ZodType>, Key extends keyof Table> = z.infer<Table[Key]>;
type FlatReason = keyof typeof missingParts;
/** A gap that one of two periods lacks is told with why the period lacks it. */
type FlatMissing = { [R in FlatReason]: { reason: R; parts: PartsOf<typeof missingParts, R> } }[FlatReason];
/** A figure that was not computed: the reason, with what must be known to tell it. */
export type NotComputable = FlatMissing | { reason: "no-gap"; parts: { period: string; because: FlatMissing } };
export type Reason = NotComputable["reason"];
export const reasons = [...Object.keys(missingParts), "no-gap"] as readonly Reason[];
export type NoteId = keyof typeof noteParts;
export const noteIds = Object.keys(noteParts) as readonly NoteId[];
/** Something a reader must know beside a figure, with what must be known to tell it. */
export type Note = { [Id in NoteId]: { id: Id; parts: PartsOf<typeof noteParts, Id> } }[NoteId];

/** The sentence that a written file has beside the parts. */
export interface Told {
  text: string;
}

const text = { text: z.string().describe("The same as a sentence in the report's language") };
const flatMissing = (told: z.ZodRawShape): z.ZodType[] =>
  Object.entries(missingParts).map(([reason, parts]) => z.strictObject({ reason: z.literal(reason), parts, ...told }));

/** A figure that was not computed, as a written file has it: with its sentence. */
export const notComputableSchema = z.union([
  ...flatMissing(text),
  z.strictObject({
    reason: z.literal("no-gap"),
    parts: z.strictObject({ period: z.string(), because: z.union(flatMissing({})) }),
    ...text,
  }),
]) as z.ZodType<NotComputable & Told>;

/** A note, as a written file has it: with its sentence. */
export const noteSchema = z.union(
  Object.entries(noteParts).map(([id, parts]) => z.strictObject({ id: z.literal(id), parts, ...text })),
) as z.ZodType<Note & Told>;

type MissingFor<R extends Reason> = Extract<NotComputable, { reason: R }>;

/** A figure that was not computed: why, with the parts that the reason needs. */
export function notComputable<R extends Reason>(
  ...[reason, parts]: MissingFor<R>["parts"] extends Record<string, never>
    ? [reason: R]
    : [reason: R, parts: MissingFor<R>["parts"]]
): NotComputable {
  return { reason, parts: parts ?? {} } as NotComputable;
}

type NoteFor<Id extends NoteId> = Extract<Note, { id: Id }>;

/** A note with the parts that it needs. */
export function note<Id extends NoteId>(
  ...[id, parts]: NoteFor<Id>["parts"] extends Record<string, never> ? [id: Id] : [id: Id, parts: NoteFor<Id>["parts"]]
): Note {
  return { id, parts: parts ?? {} } as Note;
}

/**
 * Whether a figure could not be computed.
 *
 * Rule: what could not be computed has a reason.
 * Shapes and units: any outcome that may be `NotComputable`; true or false, and the type goes with it.
 * Errors: none.
 * Source: docs/method.md section 2
 *
 * @example
 * isMissing({ value: 25, lower: null, upper: null }); // => false
 * isMissing(standardisedRate([{ events: 3, population: 1000, standard: 1 }], 100_000, 0.95)); // => true
 */
export function isMissing<T extends object>(outcome: T | NotComputable): outcome is NotComputable {
  return typeof (outcome as Partial<NotComputable>).reason === "string";
}

/**
 * What is kept in memory of something written: without the words. Files say them for readers; everything that computes or
 * tells takes the parts.
 */
export type Untold<T> = T extends { reason: Reason } & Told
  ? NotComputable
  : T extends { id: NoteId; parts: object } & Told
    ? Note
    : T extends { label: string; rule: string }
      ? Untold<Omit<T, "label" | "rule">>
      : T extends { definition: string; oriented: object; name: string }
        ? Untold<Omit<T, "name">>
        : T extends { target: number } & Told
          ? Untold<Omit<T, "text">>
          : T extends object
            ? { [Key in keyof T]: Untold<T[Key]> }
            : T;

/** Whether two notes say the same. */
export const sameNote = (a: Note, b: Note): boolean =>
  a.id === b.id && JSON.stringify(a.parts) === JSON.stringify(b.parts);

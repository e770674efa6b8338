import { z } from "zod";
import { address, cell, object, text } from "./schema.ts";

/** Hosts that are this machine itself: a key may go there without TLS. */
const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host);

const key = object({
  variable: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*$/, "the name of an environment variable, such as NOMIS_UID")
    .describe("Environment variable that holds the key; the key itself stands in no file"),
  as: z.enum(["bearer", "header", "query"]).describe("bearer: Authorization: Bearer; header and query: under name"),
  name: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_-]*$/, "the name of a header or a parameter")
    .optional()
    .describe("Name of the header, or of the parameter of the address"),
}).superRefine(({ as, name }, context) => {
  const issue = (message: string) => context.addIssue({ code: "custom", path: ["name"], message });
  if (as === "bearer" && name !== undefined) issue("no name: a bearer token is always in Authorization");
  if (as !== "bearer" && name === undefined) issue(`the name of the ${as === "query" ? "parameter" : "header"}`);
});

const manners = {
  key: key.optional(),
  most_megabytes: z.int().min(1).max(4096).default(256).describe("A larger file is refused"),
  pause_seconds: z
    .number()
    .min(0, "a number that is not negative")
    .max(600)
    .default(1)
    .describe("Least time between two requests to one host"),
  wait_seconds: z.number().min(1).max(600).default(60).describe("How long nothing may come before it is tried again"),
};

const url = object({
  from: z.literal("url"),
  address: address.describe("Address of the file itself, not of the page that links to it"),
  ...manners,
}).superRefine(({ address, key }, context) => {
  // Told of the whole, because what is told of a value repeats it.
  if (/^[a-z]+:\/\/[^/?#]*@/i.test(address))
    context.addIssue({
      code: "custom",
      path: [],
      message: "an address without a user and a password in it",
      params: { fix: "take them out, and name an environment variable under key" },
    });
  if (
    key !== undefined &&
    URL.canParse(address) &&
    address.startsWith("http:") &&
    !isLoopback(new URL(address).hostname)
  )
    context.addIssue({ code: "custom", path: ["address"], message: "an https address, because a key is sent to it" });
});

const number = z.int().min(1);
const fingertips = object({
  from: z.literal("fingertips"),
  indicators: z.array(number).min(1).describe("Numbers of indicators"),
  area_type: number.describe("Number of the type of area: /api/area_types lists them"),
  parent_area_type: number.describe("Number of the type of area that those lie in"),
  parent_area: text.optional().describe("Code of one such area: those in it alone"),
  profile: number.optional().describe("Number of the profile, where an indicator is of several"),
  ...manners,
});

/** Parameters that the paging and the key have to themselves. */
const TAKEN = /^(recordlimit|recordoffset|uid)$/i;
const nomis = object({
  from: z.literal("nomis"),
  dataset: z.string().regex(/^NM_\d+_\d+$/, "an id such as NM_162_1"),
  query: z
    .record(
      z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/, "the name of a parameter"),
      z.union([cell, z.array(cell).min(1)]),
    )
    .describe("Parameters of the query, such as geography, date and measures, each with a value or a list"),
  ...manners,
}).superRefine(({ query }, context) => {
  for (const name of Object.keys(query).filter((one) => TAKEN.test(one)))
    context.addIssue({
      code: "custom",
      // What is told of a value repeats it, and a key is told nowhere.
      path: /uid/i.test(name) ? ["query"] : ["query", name],
      message: /uid/i.test(name)
        ? "no uid here: it is a key, which key names the environment variable of"
        : `no ${name} here: pages are turned without it`,
      params: { fix: "take it out" },
    });
});

const slug = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, "an id of letters, digits, hyphens and underscores");
const ons = object({
  from: z.literal("ons"),
  dataset: slug.describe("Id of the dataset, such as cpih01 or TS011"),
  edition: slug.optional().describe("Its edition, such as time-series; the latest where there is none"),
  version: number.optional().describe("Its version; the latest where there is none"),
  dimensions: z
    .record(slug, z.array(cell).min(1))
    .optional()
    .describe("Options of dimensions that are asked for; the whole dataset where there are none"),
  ...manners,
}).superRefine(({ edition, version }, context) => {
  if (version !== undefined && edition === undefined)
    context.addIssue({ code: "custom", path: ["edition"], message: "the edition that version is one of" });
});

const dfe = object({
  from: z.literal("dfe"),
  data_set: z
    .string()
    .regex(
      /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
      "the id of a data set, as its page in the data catalogue has it",
    ),
  version: z
    .string('a version in quotes, such as "2.1"')
    .regex(/^\d+(\.\d+){0,2}$/, 'a version in quotes, such as "2.1"')
    .optional()
    .describe("Version of the data set; the latest where there is none"),
  query: object({
    indicators: z.array(text).min(1).describe("Ids of indicators"),
    criteria: z.record(z.string(), z.unknown()).optional().describe("Criteria, as the API's guide to queries has them"),
  })
    .optional()
    .describe("Rows that are asked for, page by page, by their ids; the whole data set as CSV where there is none"),
  ...manners,
});

const sources = [url, fingertips, nomis, ons, dfe] as const;

/** Where a file comes from, for `tempcheck fetch`. */
export const fetchedFrom = z.discriminatedUnion("from", sources, {
  error: `one of ${sources.map(({ shape }) => shape.from.value).join(", ")}`,
});
export type FetchedFrom = z.infer<typeof fetchedFrom>;
export type FetchedFromOf<From extends FetchedFrom["from"]> = Extract<FetchedFrom, { from: From }>;

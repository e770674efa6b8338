import { z } from "zod";
import { dimensionTypes, EDITION, editions, languages, missingStates } from "../model.ts";
import { guesses } from "./guess.ts";
import { address, columnName, day, id, noEffect, object, path, text, where } from "./schema.ts";
import { valueSettings } from "./value-settings.ts";

/** Folder and id of what compares the places of a project. */
export const COMPARISON = "comparison";
const MOST_PLACES = 60;

const theme = object({
  id,
  title: text,
  easy_title: text.optional().describe("Its title in easy words, for the easy read page"),
  about: text.optional().describe("One plain sentence on why the theme matters"),
  missing: z
    .array(
      object({
        what: text,
        state: z
          .enum(missingStates)
          .describe(
            "published-not-loaded: somebody publishes it; needs-an-agreement: somebody holds it; nobody-collects: it would have to be asked or counted first",
          ),
        needs: text,
      }),
    )
    .default([])
    .describe("What is not measured yet, what stands in the way, and what would fill the gap"),
  actions: z
    .array(
      object({
        id: id.describe("The plan's number, such as homes-3: indicators name it"),
        title: text,
        url: address,
        owner: text.optional().describe("Who leads it, as a sentence names them"),
        next: object({ date: day, what: text })
          .optional()
          .describe("What comes next and by when: a sentence, without its date"),
      }),
    )
    .default([])
    .describe("What the plan does: the words of the link, and the address where the plan says so"),
});

const group = object({
  id,
  label: text.describe("How tables and charts call the group"),
  phrase: text.describe('How sentences call it, to follow "in" or "among": "the most deprived fifth of wards"'),
  match: z
    .array(text)
    .min(1)
    .optional()
    .describe(
      "Values of the column that belong to the group; the label where none are given. Of a published cut: its numbers or names",
    ),
});

const common = {
  id,
  title: text,
  about: text.describe("What the groups are and how they were made, for the reader of the report"),
  preposition: z.enum(["in", "among"]).default("among").describe('"in" for places, "among" for people'),
  characteristic: id
    .optional()
    .describe("The characteristic that the dimension breaks down by, one of those of the project"),
  made_of: z
    .array(id)
    .default([])
    .describe("Subjects the ranking is built from; an indicator on one of them is marked partly circular"),
};

const areas = object({
  dataset: id,
  key: columnName.describe("Column with the code of the area"),
  label: columnName.optional().describe("Column with the name of the area"),
  where: where
    .optional()
    .describe(
      "Rows of the dataset that are areas of this dimension, where it holds others too: those of one place, or of one year",
    ),
  places: columnName
    .optional()
    .describe("Column that says which of the project's places an area lies in: each report has its own areas"),
  tile_column: columnName.optional(),
  tile_row: columnName.optional(),
});

const labels = {
  not_stated: z.array(text).default([]).describe("Values for people whose group was not recorded"),
  outside: z
    .array(text)
    .default([])
    .describe("Values that are known and left out on purpose: counted with the unrecorded"),
};

const unique =
  (what: string) =>
  (list: readonly { id: string }[], context: z.RefinementCtx): void => {
    const seen = new Set<string>();
    list.forEach(({ id }, index) => {
      if (seen.has(id))
        context.addIssue({ code: "custom", path: [index, "id"], message: `an id that no other ${what} has` });
      seen.add(id);
    });
  };

const oneOfEach = (list: readonly { term: string }[], context: z.RefinementCtx): void => {
  const seen = new Set<string>();
  list.forEach(({ term }, index) => {
    if (seen.has(term.toLowerCase()))
      context.addIssue({ code: "custom", path: [index, "term"], message: "a term that stands in the glossary once" });
    seen.add(term.toLowerCase());
  });
};

const quantiles = object({
  ...common,
  type: z.literal("quantiles"),
  areas,
  ranking: z
    .enum(["local", "national"])
    .describe("local: ranked within the areas of the dataset; national: position among all areas of the country"),
  cut: z
    .enum(["equal-population", "equal-count", "published"])
    .default("equal-population")
    .describe("How areas are cut into groups; published: the column quantile holds the group"),
  score: columnName.optional().describe("Column to rank by (not for a published cut)"),
  high_score: z
    .enum(["most-disadvantaged", "least-disadvantaged"])
    .optional()
    .describe(
      "Whom a high score is of: most-disadvantaged unless said otherwise. Of a published cut: whom its highest number is of, unless each group says under match which it is; where neither does, 1 is taken for the most disadvantaged, with a note",
    ),
  population: columnName.optional().describe("Column with the population that equal-population cuts share out"),
  quantile: columnName.optional().describe("Column with the published quantile"),
  outside: z
    .array(text)
    .default([])
    .describe(
      "Codes of areas that are known and not ranked, such as those without a score: counted with the unrecorded",
    ),
  alternatives: z
    .array(
      object({
        id,
        name: text.describe('How a sentence calls the ranking, to follow "ranked by": "the whole index of 2025"'),
        score: columnName,
        high_score: z.enum(["most-disadvantaged", "least-disadvantaged"]).default("most-disadvantaged"),
      }),
    )
    .default([])
    .superRefine(unique("ranking of the dimension"))
    .describe("Other scores that the same areas could be ranked by: the latest gaps are shown with each of them too"),
  groups: z.array(group).min(3).max(100).describe("Most disadvantaged first"),
}).superRefine((dimension, context) => {
  const { cut, groups } = dimension;
  const need = (key: "score" | "population" | "quantile" | "high_score", message: string) => {
    if (dimension[key] === undefined) context.addIssue({ code: "custom", path: [key], message });
  };
  if (cut !== "published") {
    need("score", "the name of a column, because areas are ranked by it");
    if (cut === "equal-population") need("population", "the name of a column, because the cut is equal-population");
    if (dimension.quantile !== undefined) noEffect(context, ["quantile"], `the cut is ${cut}: score decides`);
    groups.forEach(({ match }, i) => {
      if (match !== undefined) noEffect(context, ["groups", i, "match"], `the cut is ${cut}: score decides`);
    });
    return;
  }
  need("quantile", "the name of a column, because the cut is published");
  if (dimension.score !== undefined) noEffect(context, ["score"], "the cut is published");
  if (dimension.alternatives.length > 0)
    context.addIssue({
      code: "custom",
      path: ["alternatives"],
      message: "no other ranking, because the cut is published",
    });
  const matched = groups.filter(({ match }) => match !== undefined).length;
  groups.forEach(({ match }, i) => {
    if (matched > 0 && match === undefined)
      context.addIssue({
        code: "custom",
        path: ["groups", i, "match"],
        message: "values of quantile, as the other groups have",
      });
  });
  const numbers = groups.map(({ match = [] }) => Number(match[0]));
  const [first, last] = [numbers[0]!, numbers.at(-1)!];
  if (matched === 0 || dimension.high_score === undefined) return;
  if (numbers.some(Number.isNaN)) noEffect(context, ["high_score"], "match names the values of each group");
  else if (dimension.high_score === "most-disadvantaged" ? first < last : first > last)
    context.addIssue({
      code: "custom",
      path: ["high_score"],
      message: `not this end: by match the ${first < last ? "lowest" : "highest"} number is of the first group, which is the most disadvantaged`,
    });
});

const grouped = object({
  ...common,
  ...labels,
  type: z.literal("groups"),
  ordered: z
    .boolean()
    .describe("true: listed most disadvantaged first (income bands); false: no order (ethnic groups)"),
  ranking: z
    .enum(["local", "national"])
    .optional()
    .describe("For ordered groups: national when they are positions among all areas of the country; else local"),
  groups: z.array(group).min(3),
  reference: id.optional().describe("The group others are compared with in the supporting measures"),
}).refine((d) => d.reference === undefined || d.groups.some((g) => g.id === d.reference), {
  path: ["reference"],
  error: "the id of one of the dimension's groups",
});

const pair = object({
  ...common,
  ...labels,
  type: z.literal("pair"),
  groups: z.tuple([group, group]).describe("The disadvantaged side first; an indicator may say otherwise"),
});

const context = object({
  title: text.describe('What the counts are of: "Ethnic group"'),
  dataset: id,
  where: where.optional(),
  area: columnName.describe("Column with the code of the area"),
  label: columnName.describe("Column with the group of people"),
  count: columnName.describe("Column with how many there are"),
});

const map = object({
  file: text
    .regex(
      /^(?![/\\])(?!.*(^|[/\\])\.\.([/\\]|$)).*\.(geo)?json$/i,
      "a .geojson or .json file inside the folder of the data",
    )
    .describe("GeoJSON with the shapes of the areas in WGS84, from the folder of the data on"),
  key: text.describe("Property of each shape that holds the code of its area"),
  name: text.describe("What the boundaries are, of when and whose, as the map says below it"),
});

const postcodes = object({
  dataset: id,
  where: where.optional(),
  postcode: columnName.describe("Column with the postcode, in any case and with or without its space"),
  area: columnName.describe("Column with the code of its area; a blank is a postcode of none"),
});

const areasThemselves = object({
  ...common,
  type: z.literal("areas"),
  areas: areas.extend({ label: columnName }),
  map: map.optional().describe("Shapes for a map, in place of tiles"),
  population: columnName.optional().describe("Column of the areas with how many people live there"),
  context: z
    .array(context)
    .default([])
    .describe("Published counts of who lives in each area, shown on its page beside the figures"),
  postcodes: postcodes
    .optional()
    .describe("Postcodes of the areas: readers find theirs by it, on their own device, and nothing is sent anywhere"),
});

const community = object({
  id,
  title: text.describe("Name of the page, and of its link"),
  phrase: text.describe('How sentences call these people, to follow "among"'),
  about: text.optional().describe("Who is counted, where the sources do not count the same people"),
  characteristic: id.optional(),
  groups: z
    .array(object({ dimension: id, group: id }))
    .default([])
    .describe("The groups that are these people; the first counts where an indicator has several. None: nothing yet"),
  indicators: z.array(id).default([]).describe("Indicators that count these people and nobody else"),
});

const comparators = object({
  about: text.describe("Which places these are, and which of them hold the place itself"),
  places: z
    .array(
      object({
        id,
        title: text,
        match: z
          .array(text)
          .min(1)
          .optional()
          .describe(
            "How datasets call the place, in the column that an indicator names; the title where none are given",
          ),
      }),
    )
    .min(1)
    .superRefine(unique("place"))
    .describe("In the order in which tables have them: they are not ranked"),
});

const places = object({
  about: text.describe("Which places these are, and why their figures may be set side by side"),
  each: z
    .array(
      object({
        id: id.refine((given) => given !== COMPARISON, {
          error: `another id, because the page that compares the places lies in a folder ${COMPARISON}`,
        }),
        name: text.describe("What the place is called"),
        code: text.optional().describe("Its official code"),
        title: text.optional().describe("Title of its report; that of the project and its name where none is given"),
        people: text.optional().describe("What its people are called, where it is another word than under place"),
        areas: text.optional().describe("What its areas are called, where it is another word than under place"),
        match: z
          .array(text)
          .min(1)
          .optional()
          .describe(
            "How datasets call the place, in the column that an indicator names; the name where none are given",
          ),
      }),
    )
    .min(2, "at least two places")
    .max(MOST_PLACES, `at most ${MOST_PLACES} places`)
    .superRefine(unique("place"))
    .describe("In the order in which tables have them: they are not ranked. None lies in another"),
});

const dimension = z.discriminatedUnion("type", [quantiles, grouped, pair, areasThemselves], {
  error: `one of ${dimensionTypes.join(", ")}`,
});

/**
 * People that a group must have to be named best- or worst-off. Below it chance picks the groups that are named, and
 * the intervals of their comparison no longer hold what they say: docs/interval-coverage.md.
 */
export const RELIABLE_DENOMINATOR = 1000;

const onlyInSecondEdition = ["same", "false_discovery_rate"];
const isFirstEdition = (given: unknown): given is object =>
  typeof given === "object" && given !== null && "edition" in given && given.edition === 1;

/** Settings of the method; a number in their place is its edition, with everything else as it is by default. */
const methodBlock = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .preprocess((given, context) => {
      if (typeof given !== "number") {
        // Defaults hide what was given: whether a key stands there is seen here alone.
        for (const key of onlyInSecondEdition)
          if (isFirstEdition(given) && Object.hasOwn(given, key))
            noEffect(context, [key], "the first edition of the method has no such setting");
        return given;
      }
      if (!editions.some((edition) => edition === given))
        context.addIssue({ code: "custom", message: `an edition of the method, ${editions.join(" or ")}` });
      return { edition: given };
    }, object(shape))
    .meta({ type: ["object", "integer"], minimum: editions[0], maximum: editions.at(-1) });

export const projectSchema = object({
  title: text,
  year: z.int().min(1900).max(2200).describe("Reporting year: figures that end after it are left out"),
  language: z
    .enum(languages)
    .default("en-GB")
    .describe(
      "Words, numbers and days of the report, and the language that its pages name. The words are those of the United Kingdom",
    ),
  publisher: text.describe("Who publishes the report"),
  contact: text.optional().describe("Where readers can ask about the figures: an e-mail address, or a web page"),
  owner: text.optional().describe("The person or team that answers for the report"),
  next_edition: z
    .string()
    .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, "a month, written YYYY-MM")
    .optional()
    .describe("When the next edition is due"),
  editions: z
    .array(
      object({
        year: z.int().min(1900).max(2200),
        title: text.optional().describe("The title where it was another"),
        url: z
          .string()
          .regex(
            /^(https:\/\/|(?![a-z][a-z0-9+.-]*:|\/)[^\\]+$)/i,
            "an https:// address, or a path from the folder of the report on",
          )
          .describe("Where it is: an https:// address, or a path from the folder of the report on, ../../2025/report/"),
      }),
    )
    .default([])
    .describe("Earlier editions, which the foot of every page links to"),
  look: path.optional().describe("File with the logo, colours and type of whoever publishes: look.yaml"),
  statements: object({
    accessibility: path.optional().describe("Text of the accessibility statement, in place of the report's own words"),
    easy_read: path.optional().describe("Text of the easy read page, in place of the report's own words"),
  })
    .prefault({})
    .describe("Texts in Markdown, with author and date at the top as commentaries have them"),
  url: z
    .url({ protocol: /^https?$/, error: "an address that begins with https://" })
    .transform((url) => (url.endsWith("/") ? url : `${url}/`))
    .optional()
    .describe("Address at which the output's folder, with report/, data/ and charts/, is published"),
  licence: object({ title: text, url: address })
    .optional()
    .describe("Licence of the report's own figures; without one its pages say that none is given"),
  place: object({
    name: text,
    code: text.optional(),
    people: text.describe('What the people are called: "residents"'),
    areas: text.describe('What the areas are called: "wards"'),
  }),
  themes: z.array(theme).min(1).superRefine(unique("theme")),
  characteristics: z
    .array(object({ id, title: text }))
    .default([])
    .superRefine(unique("characteristic"))
    .describe("Rows of the data-gaps page: the protected characteristics, and deprivation"),
  dimensions: z.array(dimension).min(1).superRefine(unique("dimension")),
  comparators: comparators.optional().describe("Other places whose gaps stand beside those of the place"),
  places: places
    .optional()
    .describe("A report for each of these places, and a page that compares them; place is then all of them together"),
  first_page: object({
    tiles: z
      .array(id)
      .max(3)
      .default([])
      .describe("Indicators that the first page shows large, three at most; by default those that moved most clearly"),
    order: z.array(id).default([]).describe("Indicators that come first in its list of topics, in this order"),
  })
    .prefault({})
    .describe("What the first page puts first"),
  glossary: z
    .array(
      object({
        term: text.describe("As sentences write it: its first use on a page opens what it means"),
        means: text.describe("What it means, in one or two plain sentences"),
      }),
    )
    .default([])
    .superRefine(oneOfEach)
    .describe("Words of this report that readers may not know, beside those that every report explains"),
  communities: z
    .array(community)
    .default([])
    .superRefine(unique("community"))
    .describe(
      "People with a page of their own. Groups of people that none of these has get a page each: name here those that are one community in several dimensions, and those that no source tells apart yet",
    ),
  method: methodBlock({
    edition: z.literal(editions).default(EDITION).describe("Edition of the method that the figures follow"),
    confidence: z.number().min(0.9).max(0.999).default(0.95),
    materiality: z
      .number()
      .min(0)
      .max(1)
      .default(0)
      .describe("A change must also be this share of the baseline to count as clear"),
    same: z
      .number()
      .min(0)
      .max(1)
      .default(0.2)
      .describe("A change that lies surely within this share of the baseline is called little changed"),
    false_discovery_rate: z
      .number()
      .gt(0)
      .lt(1)
      .default(0.1)
      .describe("Among the changes called clear, about this share may be chance"),
    reliable_denominator: z
      .number()
      .min(0)
      .max(1e12)
      .default(RELIABLE_DENOMINATOR)
      .describe("Groups with a smaller denominator are never named best- or worst-off"),
  }).prefault({}),
  disclosure: object({
    threshold: z
      .int()
      .min(2)
      .nullable()
      .describe("Counts from 1 up to one below this are not published; null: no rule"),
    round_to: z.int().min(1).nullable().default(null).describe("Published counts are rounded to a multiple of this"),
    covers: z
      .union([z.literal("all"), z.literal("none"), z.array(id)], { error: "all, none, or a list of dataset ids" })
      .describe("Which datasets the policy covers; figures already published as open data need none"),
    wholes: z
      .array(object({ whole: id, parts: z.array(id).min(1) }))
      .default([])
      .describe(
        "Indicators that are parts of one whole, such as men and women of persons: no count follows from the others",
      ),
  }),
  value: valueSettings
    .optional()
    .describe(
      "Currency, prices, rates and incomes of the models of what programmes return; needed where one has figures",
    ),
  paths: object({
    indicators: path.default("indicators"),
    data: path.default("data-raw"),
    commentary: path
      .default("commentary")
      .describe("Folder of what people wrote about indicators: <indicator>.md, Markdown with author and date"),
    value: path
      .default("value")
      .describe("Folder of what programmes return: <programme>.yaml, and a folder <programme> of stories"),
    outputs: path.default("outputs"),
  }).prefault({}),
  guess: guesses,
}).meta({ title: "tempcheck project" });

export type Project = z.infer<typeof projectSchema>;
export type OnePlace = NonNullable<Project["places"]>["each"][number];
export type Dimension = Project["dimensions"][number];
export type Community = Project["communities"][number];
export type AreaMap = z.infer<typeof map>;
export type GroupDefinition = z.infer<typeof group>;

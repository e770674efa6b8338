import { z } from "zod";
import { holders, worths } from "../programme-numbers.ts";
import { address, id, object, text } from "./schema.ts";
import { amount, calendarYear, proxy, share, years } from "./value-settings.ts";

const stakeholder = object({
  id,
  title: text.describe("Who they are: residents who were visited"),
  change: text.describe("What changed for them, in a sentence"),
});

const input = object({
  id,
  title: text,
  stakeholder: id.describe("Who puts it in"),
  kind: z.enum(["money", "time", "in-kind"]),
  from: calendarYear.describe("First year in which it is put in"),
  years: z.int().min(1).max(30).default(1).describe("In how many years it is put in, each as much"),
  price_year: calendarYear.optional().describe("Year of its prices; the base year where none is given"),
  amount: amount.optional().describe("Of money and what is given in kind: worth of a year"),
  hours: amount.optional().describe("Of time: hours of a year"),
  hourly: amount.optional().describe("Of time: what an hour is worth"),
  towards: z
    .array(id)
    .min(1)
    .optional()
    .describe("Outcomes that it is put in for; all of them where none are named. It is shown, and changes no figure"),
}).superRefine(({ kind, ...given }, context) => {
  const needed = kind === "time" ? (["hours", "hourly"] as const) : (["amount"] as const);
  const others = kind === "time" ? (["amount"] as const) : (["hours", "hourly"] as const);
  for (const key of needed)
    if (given[key] === undefined)
      context.addIssue({ code: "custom", path: [key], message: `${needed.join(" and ")}, because it is ${kind}` });
  for (const key of others)
    if (given[key] !== undefined)
      context.addIssue({
        ...{ code: "custom", path: [key], message: `no ${key}, because it is ${kind}` },
        params: { fix: "take the key out" },
      });
});

const outcome = object({
  id,
  title: text.describe("The change, as a heading"),
  stakeholder: id.describe("Whose change it is"),
  indicator: text.describe("How one knows that it came about: what was counted or asked"),
  held_by: z.enum(holders).describe("Who has the value: the public purse, people, or wider society"),
  valued_as: z
    .enum(worths)
    .default("money")
    .describe("Decides the rate of discount; money to people alone is weighed, and health and wellbeing are people's"),
  from: calendarYear.describe("First year of its value"),
  people: amount.describe("How many people changed"),
  each: amount.optional().describe("How many units of the proxy for each person and year; one where none is given"),
  proxy: object({
    unit: text.describe("What one unit is: a person and year in work"),
    value: proxy.describe("What one unit is worth"),
    price_year: calendarYear.optional().describe("Year of its prices; the base year where none is given"),
  }),
  duration: years.describe("Years that the change lasts"),
  drop_off: share.describe("Share of a year's value that is gone in the next"),
  deadweight: share.describe("Share that would have come about anyway"),
  attribution: share.describe("Share of the rest that is this programme's own doing; others' doing is what remains"),
  displacement: share.describe("Share that was only moved here from somebody else"),
  groups: object({
    shares: z.record(id, share),
    source: text.optional().describe("Where the shares come from that have no source of their own"),
  })
    .optional()
    .describe("Share of the people in each group of the project's dimension; the central ones are 1 together"),
  counted: z.boolean().default(true).describe("false: it is told and adds nothing, because another outcome counts it"),
}).superRefine(({ valued_as, held_by }, context) => {
  if (valued_as !== "money" && held_by !== "people")
    context.addIssue({
      ...{ code: "custom", path: ["valued_as"], message: `money, because it is held by ${held_by}` },
      params: { fix: `let people hold it, or count what it spares in money: ${valued_as} is people's alone` },
    });
});

const ids =
  (what: string) =>
  (list: readonly { id: string }[], context: z.RefinementCtx): void => {
    list.forEach(({ id: one }, i) => {
      if (list.findIndex((other) => other.id === one) < i)
        context.addIssue({ code: "custom", path: [i, "id"], message: `an id that no other ${what} has` });
    });
  };

/** What a programme returns: either its figures, or what would be needed for them. */
export const returnModelSchema = object({
  title: text,
  about: text.describe("What the programme is, in one or two plain sentences"),
  made_up: z.boolean().default(false).describe("true: an example whose figures are invented; its page says so"),
  url: address.optional().describe("Where the programme is described"),
  theme: id,
  indicators: z.array(id).default([]).describe("Indicators that it is meant to move"),
  period: object({
    from: calendarYear,
    to: calendarYear.optional().describe("Its last year, if that is known"),
  }).refine(({ from, to = from }) => from <= to, { path: ["to"], error: "a year that is not before from" }),
  does: text.describe("What is done, as it stands between who gives and who changes"),
  stakeholders: z.array(stakeholder).default([]).superRefine(ids("stakeholder")),
  inputs: z.array(input).default([]).superRefine(ids("input")),
  outcomes: z.array(outcome).default([]).superRefine(ids("outcome")),
  overlaps: z
    .array(
      object({
        outcomes: z.array(id).min(2),
        are: z.enum(["apart", "the-same"]).describe("the-same: both hold the same value, so one of them is counted"),
        why: text,
      }),
    )
    .default([])
    .describe("Whether outcomes hold the same value: every two are judged once"),
  needed: z.array(text).default([]).describe("Where no figures are published: what would be needed, one thing each"),
})
  .superRefine(({ inputs, outcomes, needed }, context) => {
    const issue = (path: PropertyKey[], message: string) => context.addIssue({ code: "custom", path, message });
    if (needed.length > 0) {
      if (inputs.length > 0) issue(["inputs"], "no inputs beside needed, which says that there are no figures");
      if (outcomes.length > 0) issue(["outcomes"], "no outcomes beside needed, which says that there are no figures");
      return;
    }
    if (inputs.length === 0) issue(["inputs"], "at least one input, or needed in their place");
    if (outcomes.length === 0) issue(["outcomes"], "at least one outcome, or needed in their place");
    else if (!outcomes.some(({ counted }) => counted)) issue(["outcomes"], "at least one outcome that is counted");
    if (
      inputs.length > 0 &&
      !inputs.some(({ amount: a, hours: h, hourly: w }) => isSure(a) || (isSure(h) && isSure(w)))
    )
      issue(["inputs"], "at least one input whose low number is more than 0, because value is divided by the inputs");
  })
  .meta({ title: "tempcheck programme" });

const isSure = (range: { low: number } | undefined): boolean => range !== undefined && range.low > 0;

/** A programme as its file declares it. */
export interface ReturnModel extends z.infer<typeof returnModelSchema> {
  id: string;
}

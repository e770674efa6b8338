import { describe, expect, it } from "vitest";
import { areasOf } from "../../src/assess/area-profiles.ts";
import { communitiesOf } from "../../src/assess/communities.ts";
import type { Project } from "../../src/define/project.ts";
import type { AreaContext } from "../../src/ingest/area-context.ts";
import type { GroupedDimension } from "../../src/ingest/grouping.ts";

const group = (id: string) => ({ id, label: id, phrase: `${id} people` });
const people = { type: "groups", ordered: false, preposition: "among", characteristic: "race" };
const project = (more: object): Project => ({ communities: [], dimensions: [], ...more }) as unknown as Project;

describe("communitiesOf", () => {
  const dimensions = [
    { ...people, id: "broad", groups: ["asian", "black"].map(group) },
    { ...people, id: "schools", groups: ["asian", "chinese"].map(group) },
    { ...people, id: "fifths", preposition: "in", groups: ["most", "least"].map(group) },
    { id: "ward", type: "areas", preposition: "in" },
  ];

  it("gives each group of people a page, and no group of places", () => {
    expect(communitiesOf(project({ dimensions })).map(({ id, title }) => [id, title])).toEqual([
      ["broad--asian", "Asian people"],
      ["broad--black", "Black people"],
      ["schools--asian", "Asian people"],
      ["schools--chinese", "Chinese people"],
    ]);
  });

  it("joins the groups that the project declares to be one community, and lists it first", () => {
    const asian = {
      id: "asian",
      title: "Asian people",
      phrase: "Asian people",
      groups: ["broad", "schools"].map((dimension) => ({ dimension, group: "asian" })),
      indicators: [],
    };
    const made = communitiesOf(project({ dimensions, communities: [asian] }));
    expect(made.map(({ id }) => id)).toEqual(["asian", "broad--black", "schools--chinese"]);
    expect(made[0]).toEqual({ ...asian, about: null, characteristic: null });
  });
});

describe("areasOf", () => {
  const ward = { id: "ward", type: "areas", areas: { dataset: "wards", key: "code" } };
  const thirds = { id: "thirds", type: "quantiles", areas: { dataset: "wards", key: "code" } };
  const elsewhere = { id: "elsewhere", type: "quantiles", areas: { dataset: "towns", key: "code" } };
  const made = (id: string, label: string, codes: readonly string[]) => ({ id, label, codes });
  const groups = (wards: Record<string, string>): Map<string, GroupedDimension> =>
    new Map(
      Object.entries({
        ward: Object.entries(wards).map(([code, label]) => made(code, label, [code])),
        thirds: [made("most", "Most", ["W1"]), made("least", "Least", ["W2"])],
        elsewhere: [made("other", "Other", ["W1", "W2"])],
      }).map(([id, list]) => [id, { id, groups: list } as unknown as GroupedDimension]),
    );
  const counts = new Map([
    [
      "W1",
      [
        { label: "A", count: 30 },
        { label: "B", count: 10 },
      ],
    ],
    [
      "W2",
      [
        { label: "A", count: 10 },
        { label: "B", count: 50 },
      ],
    ],
    ["W9", [{ label: "A", count: 5000 }]],
  ]);
  const context: AreaContext = {
    population: new Map([["W1", 40]]),
    context: [{ title: "Letters", source: "letters", counts }],
  };
  const areas = (wards: Record<string, string>, read = context) =>
    areasOf(
      project({ dimensions: [ward, thirds, elsewhere] }),
      {
        groups: groups(wards),
        areas: new Map([["ward", read]]),
      },
      [],
    );

  it("names pages after the areas in plain letters, and by code as well where two share a name", () => {
    const named = areas({ W1: "Müller & Søn’s Field", W2: "Old Town", W3: "old-town", W4: "—" });
    expect(named.map(({ slug }) => slug)).toEqual([
      "muller-sons-field",
      "old-town--ward--w2",
      "old-town--ward--w3",
      "ward--w4",
    ]);
  });

  it("puts each area in the groups of rankings of the same areas", () => {
    expect(areas({ W1: "One", W3: "Three" }).map(({ quantiles }) => quantiles)).toEqual([
      [{ dimension: "thirds", group: "most" }],
      [],
    ]);
  });

  it("gives shares of the area and of all declared areas together, and none where a count is blank", () => {
    const [one, two] = areas({ W1: "One", W2: "Two" });
    expect([one!.population, two!.population]).toEqual([40, null]);
    expect(one!.context[0]!.parts).toEqual([
      { label: "A", count: 30, share: 0.75, shareOfAll: 0.4 },
      { label: "B", count: 10, share: 0.25, shareOfAll: 0.6 },
    ]);
    const blank: AreaContext["context"][number]["counts"] = new Map(counts).set("W2", [
      { label: "A", count: null },
    ] as never);
    const [other] = areas(
      { W1: "One", W2: "Two" },
      { ...context, context: [{ title: "L", source: "l", counts: blank }] },
    );
    expect(other!.context[0]!.parts[0]).toEqual({ label: "A", count: 30, share: 0.75, shareOfAll: null });
  });
});

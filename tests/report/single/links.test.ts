import { describe, expect, it } from "vitest";
import { keyOf, target } from "../../../src/report/single/links.ts";

const keys = new Map(
  ["index.html", "method.html", "indicators/claimants.html"].map((file) => [`report/${file}`, keyOf(file)]),
);
const at = "report/indicators/claimants.html";

describe("target", () => {
  it.each([
    ["#ward", "#indicators-claimants--ward"],
    ["../index.html", "#index"],
    ["../method.html#note-unweighted", "#method--note-unweighted"],
    ["claimants.html", "#indicators-claimants"],
    ["https://example.org/a?b=c#d", "https://example.org/a?b=c#d"],
    ["mailto:someone@example.org", "mailto:someone@example.org"],
  ])("leads %s to %s", (href, to) => expect(target(href, at, { keys, published: null })).toEqual({ href: to }));

  it.each(["../../data/results.json", "../wards/ancoats.html#x", "../../charts/a.svg"])(
    "has no place for %s, which is not in the document",
    (href) => expect(target(href, at, { keys, published: null })).toBe(null),
  );

  it.each([
    ["../../data/results.json", "https://example.org/check/data/results.json"],
    ["../wards/ancoats.html#x", "https://example.org/check/report/wards/ancoats.html#x"],
    ["../method.html", "#method"],
  ])("leads %s to %s where the report is published", (href, to) =>
    expect(target(href, at, { keys, published: "https://example.org/check/" })).toEqual({ href: to }),
  );
});

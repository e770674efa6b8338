import type { WrittenIndicator, WrittenResults } from "../../src/results/results.ts";
import { type Element, within } from "./document.ts";

/** What a part of a page is about, by its path, its ids and where its links lead. Words do not decide it. */
export interface Scope {
  page: string;
  indicator: WrittenIndicator | null;
  dimension: string | null;
  /** `dimension/group` of the people or the area that a page or row is about. */
  groups: readonly string[];
  theme: string | null;
  area: string | null;
  /** The page of the people that a row is about. */
  people: string | null;
}

const longest = (ids: readonly string[], fits: (id: string) => boolean): string | null =>
  ids.filter(fits).sort((a, b) => b.length - a.length)[0] ?? null;

/** `attribute` values that may hold ids of indicators and breakdowns. */
const marks = ["id", "aria-labelledby", "data-chart", "data-breakdown", "data-indicator", "data-dimension"];

const link = /(?:^|\/)([a-z0-9-]+)\/([\w-]+)\.html(?:#([\w-]+))?$/;

export function scopes(results: WrittenResults) {
  const indicators = new Map(results.indicators.map((one) => [one.id, one]));
  const ids = [...indicators.keys()];
  const dimensionsOf = (one: WrittenIndicator): string[] => one.dimensions.map(({ dimension }) => dimension);
  const areas = new Map(results.areas.map((area) => [area.slug, `${area.dimension}/${area.group}`]));
  const communities = new Map(
    results.communities.map(({ id, groups }) => [id, groups.map(({ dimension, group }) => `${dimension}/${group}`)]),
  );

  /** The page of one chart: `indicator--dimension--chart`, or `area--slug--chart`. */
  const ofChart = (page: string, file: string): Scope => {
    const [first = "", second = ""] = file.split("--");
    const area = first === "area" ? areas.get(second) : undefined;
    const indicator = indicators.get(first) ?? null;
    return {
      page,
      indicator,
      dimension: indicator !== null && dimensionsOf(indicator).includes(second) ? second : null,
      groups: area === undefined ? [] : [area],
      theme: null,
      area: area === undefined ? null : second,
      people: null,
    };
  };

  const ofPage = (page: string): Scope => {
    const [folder, file] = [
      page.split("/").at(-2) ?? "",
      page
        .split("/")
        .at(-1)!
        .replace(/\.html$/, ""),
    ];
    if (folder === "embed") return ofChart(page, file);
    const area =
      folder === "indicators" || folder === "communities" || folder === "themes" ? undefined : areas.get(file);
    return {
      page,
      indicator: folder === "indicators" ? (indicators.get(file) ?? null) : null,
      dimension: null,
      groups: area !== undefined ? [area] : folder === "communities" ? (communities.get(file) ?? []) : [],
      theme: folder === "themes" ? file : null,
      area: area === undefined ? null : file,
      people: null,
    };
  };

  /** By ids of the form indicator--dimension--what, or the breakdown's id by itself on the page of its indicator. */
  const byMarks = (element: Element, scope: Scope): Scope => {
    for (const mark of marks)
      for (const word of (element.attributes[mark] ?? "").split(/\s+/)) {
        const [first = "", second] = word.split("--");
        const indicator = second === undefined ? null : longest(ids, (id) => first === id || first.endsWith(`-${id}`));
        if (indicator !== null) {
          const known = indicators.get(indicator)!;
          const dimension = longest(dimensionsOf(known), (id) => second === id || second!.startsWith(`${id}-`));
          return { ...scope, indicator: known, dimension };
        }
        if (scope.indicator === null) continue;
        const dimension = longest(dimensionsOf(scope.indicator), (id) => word === id || word.startsWith(`${id}-`));
        if (dimension !== null) return { ...scope, dimension };
      }
    return scope;
  };

  const rows = new Set(["li", "tr", "article", "section", "figure", "p", "div", "dd", "dt", "a", "td", "th", "g"]);

  /** By where the links of a row lead, where they all lead to one thing. */
  const byLinks = (element: Element, scope: Scope): Scope => {
    if (!rows.has(element.name)) return scope;
    const own = element.name === "a" ? [element] : [...within(element)].filter(({ name }) => name === "a");
    const found = own.flatMap((a) => {
      const [, kind, id, hash] = link.exec(a.attributes["href"] ?? "") ?? [];
      return kind === undefined ? [] : [{ kind, id: id!, hash }];
    });
    const only = <T>(values: readonly T[]): T | null => (new Set(values).size === 1 ? values[0]! : null);
    const to = only(found.filter(({ kind }) => kind === "indicators").map(({ id }) => id));
    const known = to === null ? undefined : indicators.get(to);
    const hashes = found.flatMap(({ hash }) =>
      known === undefined ? [] : [hash !== undefined && dimensionsOf(known).includes(hash) ? hash : null],
    );
    const place = only(found.filter(({ kind, id }) => kind !== "communities" && areas.has(id)).map(({ id }) => id));
    const community = only(found.filter(({ kind }) => kind === "communities").map(({ id }) => id));
    const theme = only(found.filter(({ kind }) => kind === "themes").map(({ id }) => id));
    return {
      ...scope,
      ...(known === undefined || (known === scope.indicator && scope.dimension !== null)
        ? {}
        : { indicator: known, dimension: only(hashes) }),
      ...(place === null || scope.area !== null ? {} : { groups: [areas.get(place)!] }),
      ...(community === null || scope.groups.length > 0 ? {} : { groups: communities.get(community) ?? [] }),
      ...(community === null ? {} : { people: `communities/${community}.html` }),
      ...(theme === null || scope.theme !== null ? {} : { theme }),
    };
  };

  return { ofPage, inside: (element: Element, scope: Scope): Scope => byLinks(element, byMarks(element, scope)) };
}

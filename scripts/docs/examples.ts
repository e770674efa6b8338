/** Examples of keys that no project of this repository uses, by the kind of file. */
export const examples: Readonly<
  Record<"project" | "indicator" | "dataset" | "look", Readonly<Record<string, unknown>>>
> = {
  project: {
    contact: "name@example.org",
    owner: "the public health team",
    next_edition: "2027-06",
    editions: [{ year: 2025, url: "../../2025/report/index.html" }],
    look: "look.yaml",
    statements: { accessibility: "texts/accessibility.md" },
    url: "https://example.org/fair/",
    paths: { data: "figures" },
    places: {
      about: "Three made-up towns, each with a report of its own.",
      each: [
        { id: "north", name: "North", code: "T01" },
        { id: "south", name: "South", code: "T02" },
      ],
    },
    guess: [{ key: "themes", sure: "low", why: "one theme for all, to be divided as the plan is" }],
  },
  indicator: {
    places: "town",
    guess: [{ key: "better", sure: "low", why: "nothing says whether more of it is better" }],
  },
  dataset: {
    engine: "trino",
    catalog: "lake",
    schema: "health",
    table: "visits",
    updated: "yearly",
    file_name: "books-{year}.csv",
    cells: { thousands: ",", flags: { "[p]": "provisional" } },
    where: { code: { prefix: "A" } },
    total_rows: [{ where: { language: "Total" }, over: ["language"], sums: ["readers", "children"] }],
    points: { longitude: "lon", latitude: "lat", file: "areas.geojson", key: "code", area: "area_code" },
    guess: [{ key: "columns", sure: "high", why: "each has the type that its cells have" }],
  },
  look: {
    logo: { file: "art/logo.svg", alt: "Sampleton Council" },
    colours: { brand: "#5a1846", on_brand: "#ffffff", link: "#7a1f5c", link_dark: "#f0a8d8" },
    fonts: { family: "Sample Sans", regular: "art/sample-400.woff2", bold: "art/sample-700.woff2" },
  },
};

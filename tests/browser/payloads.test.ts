import { createHash } from "node:crypto";
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, it } from "vitest";
import { isMap, isScalar, parseDocument, stringify, visit } from "yaml";
import { commaSeparated, csvRecords } from "../../src/csv/records.ts";
import { root, run, temporaryFolder } from "../support/command.ts";
import { packed } from "../support/packed.ts";
import { payloads } from "./payloads.ts";
import { describeInChromium } from "./support/chromium.ts";
import { pagesOf, Visits } from "./support/visits.ts";

const { build } = await packed("run/build.js");
const { makeCard } = await packed("run/forms.js");

/** Keys whose values are text for readers. */
const readable = [
  "title",
  "about",
  "label",
  "phrase",
  "question",
  "unit",
  "publisher",
  "licence",
  "changes",
  "notes",
  "attribution",
  "period",
  "name",
  "people",
  "areas",
  "state",
  "measure",
  "what",
  "needs",
  "contact",
];

/** Every text for readers becomes a payload in turn, each theme has its own, and so has the name of every area. */
function spoil(folder: string): void {
  let next = 0;
  const payload = (): string => payloads[next++ % payloads.length]!;
  const edit = (path: string): void => {
    const document = parseDocument(readFileSync(path, "utf8"));
    visit(document, {
      Pair(_, { key, value }) {
        if (/^(area_name|.*-year)$/.test(String(value))) return;
        if (isScalar(key) && isScalar(value) && readable.includes(String(key.value)) && typeof value.value === "string")
          value.value = payload();
      },
    });
    const whole = document.toJS() as { themes?: object[] };
    if (whole.themes !== undefined)
      whole.themes.push(
        ...payloads.map((text, i) => ({
          id: `p-${i}`,
          title: text,
          about: text,
          missing: [{ what: text, state: "nobody-collects", needs: text }],
          actions: [{ id: `p-${i}-1`, title: text, url: "https://example.org/" }],
        })),
      );
    writeFileSync(path, stringify(whole, { lineWidth: 0 }));
  };
  // The label of a group is the value in the data too, so that stays.
  const project = join(folder, "tempcheck.yaml");
  const labels = parseDocument(readFileSync(project, "utf8"));
  visit(labels, {
    Map(_, map, above) {
      // Where a score decides, no value of the data does.
      const isScored = above.some((node) => isMap(node) && node.has("score"));
      if (!isScored && map.has("label") && map.has("phrase") && !map.has("match"))
        map.set("match", labels.createNode([map.get("label")]));
    },
  });
  writeFileSync(project, String(labels));
  edit(project);
  for (const name of readdirSync(join(folder, "indicators"))) edit(join(folder, "indicators", name));
  const path = join(folder, "data-raw/areas/areas.csv");
  const [header, ...rows] = [...csvRecords(readFileSync(path, "utf8"), commaSeparated)].map(({ fields }) => fields);
  const at = header!.indexOf("area_name");
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const spoiled = rows.map((row, i) => row.map((cell, column) => (column === at ? payloads[7 * i]! : cell)));
  writeFileSync(path, [header!, ...spoiled].map((row) => `${row.map(quoted).join(",")}\n`).join(""));
  const dataset = join(folder, "data-raw/areas/dataset.yaml");
  const hash = createHash("sha256").update(readFileSync(path)).digest("hex");
  writeFileSync(dataset, readFileSync(dataset, "utf8").replace(/sha256: \w+/, `sha256: ${hash}`));
}

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeInChromium(`a report of ${payloads.length} payloads`, (browser) => {
  const [project, out] = [join(folder, "project"), join(folder, "out")];
  let files: string[];

  beforeAll(async () => {
    cpSync(join(root, "tests/problems/base"), project, { recursive: true });
    spoil(project);
    await build({ project, out, singleFile: true }, () => {});
    files = readdirSync(out, { recursive: true, encoding: "utf8" });
  }, 120_000);

  it("runs none, asks for nothing, and opens no dialog, on screen and on paper", async () => {
    const visits = new Visits(browser(), out);
    const tab = await visits.tab();
    const troubles: string[] = [];
    tab.on("dialog", (dialog) => {
      troubles.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    const pages = pagesOf(out);
    expect(pages.length).toBeGreaterThan(payloads.length);
    for (const page of pages) {
      await visits.go(tab, page);
      await tab.emulateMedia({ media: "print" });
      const found = await tab.evaluate(
        `[globalThis.owned, document.querySelectorAll("iframe,object,embed,base,foreignObject,[onload],[onerror],[onfocus],[onmouseover],a[href^='javascript' i],a[href^='data:' i]").length]`,
      );
      if (JSON.stringify(found) !== "[null,0]") troubles.push(`${page}: ${JSON.stringify(found)}`);
      await tab.emulateMedia({ media: null });
    }
    expect([...troubles, ...visits.troubles]).toEqual([]);
  }, 240_000);

  it("has pictures that are XML, without script", async () => {
    const tab = await browser().newPage({ offline: true });
    const pictures = files.filter((file) => file.endsWith(".svg"));
    expect(pictures.length).toBeGreaterThan(5);
    const bad = await tab.evaluate(
      (texts: string[]) =>
        texts.filter((text) => {
          const picture = new DOMParser().parseFromString(text, "image/svg+xml");
          return picture.querySelector("parsererror, script, foreignObject, iframe, [onload], [onbegin]") !== null;
        }),
      pictures.map((file) => readFileSync(join(out, file), "utf8")),
    );
    expect(bad).toEqual([]);
  });

  it("has no formula in any CSV file or workbook", () => {
    for (const file of files.filter((one) => one.endsWith(".csv")))
      for (const { fields } of csvRecords(readFileSync(join(out, file), "utf8"), { ...commaSeparated, padded: false }))
        for (const field of fields)
          if (!Number.isFinite(Number(field))) expect(field).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
    const book = unzipSync(readFileSync(join(out, files.find((file) => file.endsWith(".xlsx"))!)));
    const sheets = Object.entries(book).filter(([name]) => name.includes("worksheets/sheet"));
    expect(sheets.length).toBeGreaterThan(3);
    for (const [, sheet] of sheets) expect(Buffer.from(sheet).toString()).not.toMatch(/<f[ >]|t="str"/);
    const content = unzipSync(readFileSync(join(out, files.find((file) => file.endsWith(".ods"))!)))["content.xml"]!;
    expect(Buffer.from(content).toString()).not.toContain("table:formula");
  });

  it("draws a card", async () => {
    const { png } = await makeCard("claims", { project, out: join(folder, "card.png") });
    expect(readFileSync(png).subarray(1, 4).toString()).toBe("PNG");
  });

  it("prints no control character to a terminal", async () => {
    for (const command of [["list"], ["list", "--json"], ["explain", "claims"], ["check"]]) {
      const { code, out: printed, err } = await run([...command, "--project", project]);
      expect(code, err).toBe(0);
      expect(printed + err).not.toMatch(/(?!\n)\p{Cc}/u);
    }
  });

  it.each(payloads.filter((text) => /^\s*(java|vb|data:|\/\/|file:|\\\\|JaVa)/i.test(text)))(
    "is refused %j as an address",
    async (address) => {
      const other = join(folder, "address");
      cpSync(join(root, "tests/problems/base"), other, { recursive: true });
      const path = join(other, "tempcheck.yaml");
      const document = parseDocument(readFileSync(join(root, "tests/problems/base/tempcheck.yaml"), "utf8"));
      document.set("licence", document.createNode({ title: "L", url: address }));
      document.set("url", address);
      document.setIn(["themes", 0, "actions"], document.createNode([{ id: "a", title: "A", url: address }]));
      writeFileSync(path, String(document));
      await expect(build({ project: other, out: join(folder, "never") }, () => {})).rejects.toMatchObject({
        faults: [{}, {}, {}],
      });
    },
  );
});

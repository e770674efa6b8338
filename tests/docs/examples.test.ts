import { describe, expect, it } from "vitest";
import { estimates, summarise } from "../../src/index.ts";
import { run } from "../support/command.ts";
import { pageAt } from "./pages.ts";

const { text } = pageAt("docs/partners.md");
const block = (language: string): string =>
  text.match(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "m"))![1]!;

describe("the examples of docs/partners.md", () => {
  it("from a shell: a CSV that is measured", async () => {
    const [, csv, args] = text.match(/printf '(.+)' \|\n\s+npx tempcheck (.+)/)!;
    const { code, out } = await run(args!.split(" "), { input: csv!.replaceAll("\\n", "\n") });
    expect(code).toBe(0);
    expect(JSON.parse(out).measures.sii.oriented.value).toBeGreaterThan(0);
  });

  it("from R: columns that are the keys of a request, and an answer under the names it is read by", () => {
    const column = (name: string): number[] => {
      const cells = block("r").match(new RegExp(`${name} = (?:c\\(([^)]*)\\)|(\\d+):(\\d+))`))!;
      if (cells[1] !== undefined) return cells[1].split(",").map(Number);
      return Array.from({ length: Number(cells[3]) - Number(cells[2]) + 1 }, (_, i) => Number(cells[2]) + i);
    };
    const [orders, sizes, values, errors] = ["order", "population", "value", "se"].map(column);
    const groups = orders!.map((order, i) => ({ order, population: sizes![i]!, value: values![i]!, se: errors![i]! }));
    const { measures } = summarise({ favourable: false, ordered: true, scale: 100, kind: "proportion", groups });
    expect(measures["sii"]).toHaveProperty("oriented");
  });

  it("from Python: estimates at the levels that are asked for", async () => {
    const python = block("python");
    const request = python.match(/request = (.+)/)![1]!;
    const args = [...python.match(/\["npx", ([^\]]+)\]/)![1]!.matchAll(/"([^"]+)"/g)].map((match) => match[1]!);
    expect(args.shift()).toBe("tempcheck");
    const { code, out } = await run(args, { input: request });
    expect(code).toBe(0);
    const [first] = JSON.parse(out).rate;
    for (const key of text.match(/\(keys ([^)]+)\)/)![1]!.matchAll(/`(\w+)`/g)) expect(first).toHaveProperty(key[1]!);
  });

  it("from JSON: what analysts ask for beside the report", async () => {
    const { code, out } = await run(["estimate"], { input: block("json") });
    expect(code).toBe(0);
    const { standardisedRatio, funnel, smallAreas } = JSON.parse(out);
    expect(standardisedRatio[0].value).toBe(150);
    expect(funnel[0].areas.map((area: { z: number }) => Math.sign(area.z))).toEqual([-1, 1, -1]);
    const [, east] = smallAreas[0].areas;
    expect(east.modelled.value).toBeLessThan(east.raw.value);
  });

  it("from TypeScript: what is imported gives what is read", () => {
    const code = block("ts").replace(/^import .*$/m, "");
    const { measures, proportion } = new Function(
      "summarise",
      "estimates",
      `${code}; return { measures, proportion };`,
    )(summarise, estimates);
    expect(measures.sii.oriented.value).toBeGreaterThan(0);
    expect(proportion).toHaveLength(1);
  });
});

import type { CDPSession, Locator, Page } from "playwright-core";

/** What was heard on the way through the marks of one chart. */
export interface Heard {
  chart: string;
  /** What the chart as a whole is called, and how it is to be used, as the accessibility tree has them. */
  name: string;
  how: string;
  /** What was spoken at each stop, in order. */
  spoken: string[];
  faults: string[];
}

/** What the accessibility tree says of a node. */
interface Told {
  role: string;
  name: string;
  description: string;
  focused: boolean;
}

interface Value {
  value?: unknown;
}

const said = (value: Value | undefined): string => (typeof value?.value === "string" ? value.value : "");

/** What is held for asking about it, until a chart has been walked through. */
const TOLD = "told";

/** What a screen reader is told of what an expression of the page gives. */
async function told(keys: CDPSession, expression: string): Promise<Told> {
  const { result } = await keys.send("Runtime.evaluate", { expression, objectGroup: TOLD });
  const { objectId = "" } = result;
  const { nodes } = await keys.send("Accessibility.getPartialAXTree", { objectId, fetchRelatives: false });
  const [node] = nodes;
  const focused = node?.properties?.find(({ name }) => name === "focused")?.value;
  return {
    role: said(node?.role),
    name: said(node?.name),
    description: said(node?.description),
    focused: focused?.value === true,
  };
}

/** Most stops of one chart: more would be a circle without an end. */
const MOST = 2000;

/** A name, a comma, a time, a colon and a figure; or words of several figures with the years they are of. */
const isWhole = (text: string): boolean =>
  /^.+, [^:]*\d[^:]*: .*(\d|no figure)/.test(text) || /\b\d{4}\b.*\d/.test(text);

/** Opens with Enter, from the outermost in, every fold that a chart stands in. */
async function unfold(tab: Page, figure: Locator): Promise<void> {
  const fold = figure.locator("xpath=ancestor::details[not(@open)]").first();
  while ((await fold.count()) > 0) {
    await fold.locator("> summary").focus();
    await tab.keyboard.press("Enter");
  }
}

/** Opens one chart of a page by keys, goes to every mark by keys, and leaves it by keys. */
export async function walkChart(tab: Page, keys: CDPSession, figure: Locator): Promise<Heard> {
  const chart = (await figure.locator("[data-chart]").getAttribute("data-chart")) ?? "";
  const faults: string[] = [];
  const spoken: string[] = [];
  await unfold(tab, figure);
  const button = figure.locator(".explore");
  await button.focus();
  await tab.keyboard.press("Enter");
  await figure.locator(".stop:focus").waitFor();
  const list = await told(keys, "document.activeElement.closest('[role=listbox]')");
  const all = Number(await figure.locator(".stop").first().getAttribute("aria-setsize"));
  for (let i = 0; i < Math.min(all, MOST); i++) {
    const { role, name, focused } = await told(keys, "document.activeElement");
    const shown = (await figure.locator(".tip").innerText()).split("\n");
    const at = `stop ${i + 1}`;
    if (role !== "option" || !focused) faults.push(`${at} is ${role || "nothing"} without the focus`);
    if (name.trim() === "") faults.push(`${at} has no words`);
    else if (!isWhole(name)) faults.push(`${at} lacks a name, a figure or a time: ${name}`);
    if (name === spoken.at(-1)) faults.push(`${at} says what the one before said: ${name}`);
    if (shown[0] !== name || shown[1] !== `${i + 1} of ${all}`) faults.push(`${at} shows ${shown.join(" | ")}`);
    spoken.push(name);
    await tab.keyboard.press("ArrowRight");
  }
  await keys.send("Runtime.releaseObjectGroup", { objectGroup: TOLD });
  faults.push(...(await unreached(figure, spoken)), ...(await misplaced(figure)));
  await tab.keyboard.press("Escape");
  if ((await figure.locator(".live").count()) > 0) faults.push("Escape does not leave");
  if (!(await button.evaluate((one) => one === document.activeElement))) faults.push("the focus is lost with Escape");
  return { chart, name: list.name, how: list.description, spoken, faults };
}

/** Marks of the drawing, and figures of the table below it, that no stop spoke of. */
async function unreached(figure: Locator, spoken: readonly string[]): Promise<string[]> {
  const words = new Set(spoken);
  const marks = await figure.locator(".canvas").evaluate((canvas) =>
    [...canvas.querySelectorAll("svg *")].flatMap((drawn) => {
      const bound: unknown = Reflect.get(drawn, "__data__");
      const items: unknown[] = Array.isArray(bound) ? bound : [bound];
      return items.flatMap((item) => {
        const text: unknown = typeof item === "object" && item !== null ? Reflect.get(item, "tooltip") : undefined;
        return typeof text === "string" ? [text] : [];
      });
    }),
  );
  const rows = await figure
    .locator("table")
    .evaluate((table) =>
      [...table.querySelectorAll("tbody tr")].map((row) =>
        [...row.children].map((cell) => cell.textContent?.trim() ?? ""),
      ),
    );
  const chart = (await figure.locator("[data-chart]").getAttribute("data-chart")) ?? "";
  const figures = rows.flatMap(([heading = "", ...cells]) =>
    (chart.endsWith("--over-time") ? cells : cells.slice(0, 1))
      .map((cell) => /\d[\d,.]*/.exec(cell.replace(/^\[[^\]]*\]/, ""))?.[0] ?? "")
      .filter((number) => number !== "")
      .map((number) => ({ heading, number })),
  );
  const isSpoken = ({ heading, number }: { heading: string; number: string }): boolean =>
    spoken.some((text) => text.toLowerCase().includes(heading.toLowerCase()) && text.includes(number));
  return [
    ...[...new Set(marks)].filter((text) => !words.has(text)).map((text) => `a mark is never reached: ${text}`),
    ...(chart === "gaps-and-levels" ? [] : figures.filter((one) => !isSpoken(one))).map(
      ({ heading, number }) => `a figure of the table is never spoken: ${heading}, ${number}`,
    ),
  ];
}

/** Stops that do not stand where their mark is drawn. Points of a line without a dot have no drawing of their own. */
const misplaced = (figure: Locator): Promise<string[]> =>
  figure.locator(".live").evaluate((live) => {
    const drawn = [...live.querySelectorAll("svg *")].flatMap((one) => {
      const item: unknown = Reflect.get(one, "__data__");
      if (typeof item !== "object" || item === null || Array.isArray(item) || one.closest(".mark-line")) return [];
      return [{ text: String(Reflect.get(item, "tooltip")), box: one.getBoundingClientRect() }];
    });
    return [...live.querySelectorAll(".stop")].flatMap((stop) => {
      const text = stop.getAttribute("aria-label");
      const at = stop.getBoundingClientRect();
      const own = drawn.filter((one) => one.text === text);
      const isThere = own.some(
        ({ box }) =>
          Math.hypot(at.left + at.right - box.left - box.right, at.top + at.bottom - box.top - box.bottom) < 6,
      );
      return own.length === 0 || isThere ? [] : [`a stop stands away from its mark: ${text}`];
    });
  });

/** Walks every chart of the page that is open in a tab. */
export async function walkPage(tab: Page): Promise<Heard[]> {
  const keys = await tab.context().newCDPSession(tab);
  const figures = tab.locator("figure", { has: tab.locator("[data-chart]") });
  const heard: Heard[] = [];
  for (const figure of await figures.all()) heard.push(await walkChart(tab, keys, figure));
  await keys.detach();
  return heard;
}

/**
 * Charts to explore: a button under each picture puts a live view in its place, drawn by vega with the interpreter that
 * needs no eval. All its parts are loaded only then, from the report's own folder. Without this script nothing is lost.
 *
 * Each mark with something to say has an option of a list box laid over it, which takes the focus. What is spoken, shown
 * and ringed is that option, made of the mark itself: nothing depends on what an event at its place would hit.
 */
(() => {
  const words = globalThis.tempcheckWords;
  const folder = new URL(".", document.currentScript.src);
  const specs = new Map();
  const loading = new Map();

  globalThis.tempcheckChart = (name, spec) => specs.set(name, spec);

  /** A plain script works from disk too, where a page may not fetch. */
  function load(path) {
    if (!loading.has(path))
      loading.set(
        path,
        new Promise((resolve, reject) => {
          const script = document.createElement("script");
          script.src = new URL(path, folder);
          script.onload = resolve;
          script.onerror = () => {
            loading.delete(path);
            reject(new Error(path));
          };
          document.head.append(script);
        }),
      );
    return loading.get(path);
  }

  function element(tag, properties, attributes = {}, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }

  /** Points of a line stand where they are drawn; other marks in the middle of their box. */
  function boxOf({ mark, x, y, bounds }) {
    if (mark.marktype === "line") return { x, y, width: 0, height: 0 };
    return {
      x: (bounds.x1 + bounds.x2) / 2,
      y: (bounds.y1 + bounds.y2) / 2,
      width: bounds.width(),
      height: bounds.height(),
    };
  }

  /** Marks that have something to say, what lies on top first, with their places in the whole picture. */
  function marksIn(item, [left, top]) {
    const { mark } = item;
    if (mark === undefined) return [...item.items].reverse().flatMap((one) => marksIn(one, [left, top]));
    if (mark.marktype === "group") {
      const inside = [left + (item.x ?? 0), top + (item.y ?? 0)];
      return [...item.items].reverse().flatMap(({ items }) => items.flatMap((one) => marksIn(one, inside)));
    }
    if (typeof item.tooltip !== "string" || item.tooltip === "") return [];
    const box = boxOf(item);
    return [{ item, text: item.tooltip, series: item.datum?.series, ...box, x: box.x + left, y: box.y + top }];
  }

  /** A dot and the line through it are one stop. */
  const once = (marks) => {
    const seen = new Set();
    return marks.filter(({ text }) => !seen.has(text) && seen.add(text));
  };

  /** Lines from the one that ends highest to the one that ends lowest, each along its time. Marks of no line keep their order. */
  function inSeries(marks) {
    const series = new Map();
    for (const one of marks) series.set(one.series, [...(series.get(one.series) ?? []), one]);
    if (series.size < 2) return [{ name: undefined, marks }];
    const lines = [...series].map(([name, own]) => ({ name, marks: own.sort((a, b) => a.x - b.x) }));
    return lines.sort((a, b) => a.marks.at(-1).y - b.marks.at(-1).y);
  }

  /** The list of marks, laid over the picture in shares of its size, so that both shrink alike. */
  function listOf(view, picture, how) {
    const { width, height } = view.container().querySelector("svg").viewBox.baseVal;
    const { left, top } = view.padding();
    const [x, y] = view.origin();
    const series = inSeries(once(marksIn(view.scenegraph().root, [left + x, top + y])));
    const all = series.reduce((n, { marks }) => n + marks.length, 0);
    const stops = [];
    const option = (mark, line) => {
      const made = element(
        "div",
        { className: "stop", tabIndex: -1 },
        {
          role: "option",
          "aria-label": mark.text,
          "aria-selected": "false",
          "aria-posinset": stops.length + 1,
          "aria-setsize": all,
        },
      );
      const share = (n, of) => `${((100 * n) / of).toFixed(3)}%`;
      Object.assign(made.style, {
        left: share(mark.x, width),
        top: share(mark.y, height),
        width: share(mark.width, width),
        height: share(mark.height, height),
      });
      stops.push({ ...mark, option: made, line });
      return made;
    };
    const list = element(
      "div",
      { className: "stops" },
      { role: "listbox", "aria-label": picture.dataset.caption, "aria-describedby": how.id },
      ...series.map(({ name, marks }, line) => {
        const options = marks.map((mark) => option(mark, line));
        if (name === undefined) return element("div", {}, { role: "presentation" }, ...options);
        return element("div", {}, { role: "group", "aria-label": name }, ...options);
      }),
    );
    return { list, stops, lines: series.length };
  }

  /** Above or below a mark, which it leaves to be seen, and within the chart. */
  function setTip(tip, { x, top, bottom }) {
    const box = tip.parentElement.getBoundingClientRect();
    const room = box.width - tip.offsetWidth;
    tip.style.left = `${Math.max(0, Math.min(room, x - box.left - tip.offsetWidth / 2))}px`;
    const above = top - box.top - tip.offsetHeight - 8;
    tip.style.top = `${above < 0 ? bottom - box.top + 8 : above}px`;
  }

  /** The point of a line that is nearest to the pointer, or the mark itself. */
  function pointedIn(stops, item, { clientX }) {
    const left = ({ option }) => option.getBoundingClientRect().left;
    const own = stops.filter(
      (stop) => stop.item === item || (item.mark.marktype === "line" && stop.item.mark === item.mark),
    );
    return own.sort((a, b) => Math.abs(left(a) - clientX) - Math.abs(left(b) - clientX))[0];
  }

  async function liveView(picture, how) {
    const { chart: name } = picture.dataset;
    await load("vega.js");
    await Promise.all([load("vega-interpreter.js"), load(`charts/${name}.js`)]);
    const canvas = element("div", { className: "canvas" });
    const tip = element("div", { className: "tip", hidden: true }, { "aria-hidden": "true" });
    const live = element("div", { className: "live" }, {}, canvas, tip);
    picture.append(live);
    const shown = { live, tip };
    shown.say = ({ text }, at, place = "") => {
      tip.replaceChildren(text, ...(place === "" ? [] : [element("span", { className: "of", textContent: place })]));
      tip.hidden = false;
      setTip(tip, at);
    };
    shown.view = new vega.View(vega.parse(specs.get(name), null, { ast: true }), {
      expr: vega.expressionInterpreter,
      renderer: "svg",
      container: canvas,
      hover: true,
      // What was said stays until another mark speaks or the chart is left: it can be read at leisure.
      tooltip: (_, event, item) => {
        const stop = item && event.isTrusted && pointedIn(shown.stops, item, event);
        if (stop) shown.say(stop, { x: event.clientX, top: event.clientY - 6, bottom: event.clientY + 8 });
      },
    });
    await shown.view.runAsync();
    canvas.firstElementChild.setAttribute("aria-hidden", "true");
    Object.assign(shown, listOf(shown.view, picture, how));
    canvas.after(shown.list);
    return shown;
  }

  /** Lights a mark up as a pointer does. */
  function light({ item }, type) {
    item._svg?.dispatchEvent(new PointerEvent(type, { bubbles: true }));
  }

  function steps({ live, list, stops, lines, tip, say }) {
    let at = 0;
    /** The stop of the next line up or down that is nearest in time. */
    const across = (step) => {
      if (lines < 2) return at + step;
      const line = (stops[at].line + step + lines) % lines;
      const away = (i) => Math.abs(stops[i].x - stops[at].x);
      return stops.reduce((best, stop, i) => (stop.line === line && (best < 0 || away(i) < away(best)) ? i : best), -1);
    };
    const moves = {
      ArrowRight: () => at + 1,
      ArrowLeft: () => at - 1,
      ArrowDown: () => across(1),
      ArrowUp: () => across(-1),
      Home: () => 0,
      End: () => -1,
    };
    const rest = (stop) => {
      light(stop, "pointerout");
      stop.option.setAttribute("aria-selected", "false");
      tip.hidden = true;
    };
    const to = (index) => stops[(index + stops.length) % stops.length].option.focus({ preventScroll: true });
    stops[0].option.tabIndex = 0;
    list.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || !(event.key in moves)) return;
      event.preventDefault();
      to(moves[event.key]());
    });
    list.addEventListener("focusin", ({ target }) => {
      stops[at].option.tabIndex = -1;
      at = stops.findIndex(({ option }) => option === target);
      target.tabIndex = 0;
      target.setAttribute("aria-selected", "true");
      light(stops[at], "pointerover");
      const { left, top, bottom, width } = target.getBoundingClientRect();
      const place = words.place.replace("{n}", at + 1).replace("{all}", stops.length);
      say(stops[at], { x: left + width / 2, top, bottom }, place);
      target.scrollIntoView({ block: "nearest", inline: "nearest" });
    });
    list.addEventListener("focusout", () => rest(stops[at]));
    live.addEventListener("pointerleave", () => {
      tip.hidden = true;
    });
    to(0);
  }

  function explorable(picture) {
    const button = element("button", { type: "button", className: "explore", textContent: words.explore });
    const name = element("span", { className: "unseen", textContent: `: ${picture.dataset.caption}` });
    const how = element("p", { className: "small how", hidden: true, id: `how-${picture.dataset.chart}` });
    const said = element("p", { className: "unseen" }, { "aria-live": "polite" });
    const row = picture.closest("figure")?.querySelector(".beneath");
    const explorer = element("p", { className: "explorer" }, {}, button);
    picture.after(how, ...(row ? [] : [explorer]), said);
    row?.prepend(explorer);
    button.append(name);
    const still = picture.querySelector("svg");
    let shown;

    const label = (text) => {
      button.firstChild.textContent = text;
    };
    const close = () => {
      shown.view.finalize();
      shown.live.remove();
      shown = undefined;
      still.removeAttribute("hidden");
      how.hidden = true;
      label(words.explore);
      button.focus();
    };
    const open = async () => {
      button.disabled = true;
      said.textContent = words.loading;
      try {
        shown = await liveView(picture, how);
        still.setAttribute("hidden", "");
        label(words.leave);
        how.textContent = shown.lines > 1 ? words.howLines : words.how;
        how.hidden = false;
        said.textContent = "";
        steps(shown);
      } catch {
        said.textContent = words.failed;
        said.className = "small";
      }
      button.disabled = false;
    };
    button.addEventListener("click", () => (shown === undefined ? open() : close()));
    picture.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && shown !== undefined) close();
    });
  }

  for (const picture of document.querySelectorAll(".picture[data-chart]")) explorable(picture);
})();

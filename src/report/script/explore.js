/**
 * Charts to explore: a button under each picture puts a live view in its place, drawn by vega with the interpreter that
 * needs no eval. All its parts are loaded only then, from the report's own folder. Without this script nothing is lost.
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

  function element(tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  /** Marks that have something to say, in the order they are drawn. */
  function stopsIn(item) {
    const own = item.tooltip && item._svg ? [item] : [];
    return [...own, ...(item.items ?? []).flatMap(stopsIn)];
  }

  /** The same events as a pointer makes, so that keys and pointers show and light up the same. */
  function point(stop, type) {
    const { left, top, width, height } = stop._svg.getBoundingClientRect();
    const place = { clientX: left + width / 2, clientY: top + height / 2 };
    stop._svg.dispatchEvent(new PointerEvent(type, { bubbles: true, ...place }));
  }

  function place(tip, picture, { clientX, clientY }) {
    const box = picture.getBoundingClientRect();
    const room = box.width - tip.offsetWidth;
    tip.style.left = `${Math.max(0, Math.min(room, clientX - box.left - tip.offsetWidth / 2))}px`;
    const above = clientY - box.top - tip.offsetHeight - 12;
    tip.style.top = `${above < 0 ? clientY - box.top + 14 : above}px`;
  }

  async function liveView(picture) {
    const { chart: name } = picture.dataset;
    await load("vega.js");
    await Promise.all([load("vega-interpreter.js"), load(`charts/${name}.js`)]);
    const canvas = element("div", { className: "canvas" });
    const tip = element("div", { className: "tip", hidden: true });
    const live = element("div", { className: "live", tabIndex: 0 }, canvas, tip);
    live.setAttribute("role", "application");
    live.setAttribute("aria-label", `${words.chart}: ${picture.querySelector("title").textContent}. ${words.how}`);
    picture.append(live);
    const view = new vega.View(vega.parse(specs.get(name), null, { ast: true }), {
      expr: vega.expressionInterpreter,
      renderer: "svg",
      container: canvas,
      hover: true,
      // What was said stays until another mark speaks or the chart is left: it can be read at leisure.
      tooltip: (_, event, __, text) => {
        if (!text) return;
        tip.textContent = text;
        tip.hidden = false;
        place(tip, picture, event);
      },
    });
    await view.runAsync();
    canvas.firstElementChild.setAttribute("aria-hidden", "true");
    return { view, live, tip, stops: stopsIn(view.scenegraph().root) };
  }

  function steps({ live, tip, stops }, said) {
    let at = -1;
    const leave = () => {
      if (at >= 0) point(stops[at], "pointerout");
      tip.hidden = true;
    };
    const to = (index) => {
      leave();
      at = (index + stops.length) % stops.length;
      point(stops[at], "pointerover");
      point(stops[at], "pointermove");
      said.textContent = `${tip.textContent}. ${words.place.replace("{n}", at + 1).replace("{all}", stops.length)}.`;
    };
    const moves = {
      ArrowRight: () => at + 1,
      ArrowDown: () => at + 1,
      ArrowLeft: () => (at < 0 ? -1 : at - 1),
      ArrowUp: () => (at < 0 ? -1 : at - 1),
      Home: () => 0,
      End: () => -1,
    };
    live.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || !(event.key in moves)) return;
      event.preventDefault();
      to(moves[event.key]());
    });
    live.addEventListener("blur", leave);
    live.addEventListener("pointerleave", leave);
  }

  function explorable(picture) {
    const button = element("button", { type: "button", className: "explore", textContent: words.explore });
    const name = element("span", { className: "unseen", textContent: `: ${picture.dataset.caption}` });
    const said = element("p", { className: "unseen" });
    said.setAttribute("aria-live", "polite");
    picture.after(element("p", { className: "explorer" }, button), said);
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
      said.textContent = "";
      label(words.explore);
      button.focus();
    };
    const open = async () => {
      button.disabled = true;
      said.textContent = words.loading;
      try {
        shown = await liveView(picture);
        still.setAttribute("hidden", "");
        steps(shown, said);
        label(words.leave);
        said.textContent = words.how;
        shown.live.focus({ preventScroll: true });
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

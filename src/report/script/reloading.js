/** In a preview alone: loads the page again when the report was made anew, and shows what is wrong with the project over it. */
(() => {
  const own = document.currentScript;
  const shown = own?.dataset["generation"];
  const home = "tempcheck-faults";

  /**
   * @param {string} name
   * @param {string} text
   */
  const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });

  /** @param {{ title: string, behind: string, hide: string, faults: { where: string, lines: { label: string, text: string }[] }[] }} told */
  function show({ title, behind, hide, faults }) {
    const over = document.createElement("section");
    over.id = home;
    over.setAttribute("role", "alert");
    over.setAttribute("aria-labelledby", `${home}-title`);
    over.tabIndex = 0;
    const button = element("button", hide);
    button.setAttribute("type", "button");
    button.addEventListener("click", () => over.remove());
    const heading = element("h2", title);
    heading.id = `${home}-title`;
    over.append(heading, button);
    for (const { where, lines } of faults) {
      const list = document.createElement("dl");
      for (const { label, text } of lines) list.append(element("dt", label), element("dd", text));
      over.append(element("h3", where), list);
    }
    over.append(element("p", behind));
    document.body.append(over);
  }

  const events = new EventSource("/.preview/events");
  events.addEventListener("message", ({ data }) => {
    const { generation, told } = JSON.parse(data);
    if (generation !== shown) {
      events.close();
      location.reload();
      return;
    }
    document.getElementById(home)?.remove();
    if (told !== null) show(told);
  });
  addEventListener("pagehide", () => events.close());
})();

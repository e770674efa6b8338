// Adds filters to the list of topics. Without it the list is whole. What is chosen stands in the address.
(() => {
  const template = document.getElementById("topic-filters");
  const list = template?.parentElement;
  if (!(template instanceof HTMLTemplateElement) || !list) return;
  const controls = template.content.firstElementChild;
  if (!(controls instanceof HTMLElement)) return;
  template.replaceWith(controls);
  const topics = [...list.querySelectorAll(".topic")].filter((topic) => topic instanceof HTMLElement);
  const selects = [...controls.querySelectorAll("select")];
  const [status, none, reset] = ['[role="status"]', ".empty", "button"].map((one) => controls.querySelector(one));
  if (!(status instanceof HTMLElement && none instanceof HTMLElement && reset instanceof HTMLElement)) return;
  const fold = list.querySelector("details");
  const start = "#topics?";

  /** What the address says is chosen; a value that is no choice of this report chooses nothing. */
  const read = () => {
    const chosen = new URLSearchParams(location.hash.startsWith(start) ? location.hash.slice(start.length) : "");
    for (const select of selects) {
      const value = chosen.get(select.dataset.key ?? "") ?? "";
      select.value = [...select.options].some((option) => option.value === value) ? value : "";
    }
    show();
  };

  const show = () => {
    const chosen = selects.filter(({ value }) => value !== "");
    for (const topic of topics)
      topic.hidden = chosen.some(
        ({ value, dataset }) => !(topic.dataset[dataset.key ?? ""] ?? "").split(" ").includes(value),
      );
    const left = topics.filter(({ hidden }) => !hidden);
    status.textContent = (status.dataset.shown ?? "")
      .replace("{shown}", String(left.length))
      .replace("{all}", String(topics.length));
    none.hidden = left.length > 0;
    if (fold !== null) {
      const inside = left.filter((topic) => fold.contains(topic)).length;
      fold.hidden = inside === 0;
      if (chosen.length > 0 && inside > 0) fold.open = true;
    }
  };

  /** @param {string} text */
  const go = (text) => {
    if (location.hash === text || (text === "#topics" && location.hash === "")) show();
    else location.hash = text;
  };

  for (const select of selects)
    select.addEventListener("change", () => {
      const chosen = selects
        .filter(({ value }) => value !== "")
        .map(({ dataset, value }) => [dataset.key ?? "", value]);
      go(chosen.length === 0 ? "#topics" : `${start}${new URLSearchParams(chosen)}`);
    });
  reset.addEventListener("click", () => {
    for (const select of selects) select.value = "";
    if (fold !== null) fold.open = true;
    go("#topics");
    show();
  });
  addEventListener("hashchange", read);
  read();
})();

/** Charts whose figures can be copied: a button that puts the table on the clipboard, as text that spreadsheets take. */
(() => {
  /** @param {HTMLTableElement} table */
  const textOf = (table) =>
    [...table.rows]
      .map((row) => [...row.cells].map((cell) => (cell.textContent ?? "").replace(/\s+/g, " ").trim()).join("\t"))
      .join("\n");

  /** @param {string} text */
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const area = Object.assign(document.createElement("textarea"), { value: text, readOnly: true });
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      return done;
    }
  }

  for (const button of document.querySelectorAll(".acts > button")) {
    const table = button.closest("figure")?.querySelector("table");
    if (!(button instanceof HTMLButtonElement) || !table) continue;
    button.hidden = false;
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    button.after(said);
    button.addEventListener("click", async () => {
      const done = await copy(textOf(table));
      said.textContent = (done ? button.dataset["copied"] : button.dataset["failed"]) ?? "";
      button.focus();
    });
  }
})();

// Adds sorting and filtering to the table of every comparison. Without it the table is whole.
(() => {
  const table = document.querySelector("table.findings");
  const body = table instanceof HTMLTableElement ? table.tBodies[0] : undefined;
  if (!(table instanceof HTMLTableElement) || body === undefined) return;
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  const first = [...body.rows];
  const { group = "", all = "", reset = "", shown = "" } = table.dataset;

  /** @param {HTMLTableRowElement} row @param {number} column */
  const dataOf = (row, column) => row.cells[column]?.dataset ?? {};

  const status = document.createElement("p");
  status.setAttribute("role", "status");

  /** @type {{ column: number, select: HTMLSelectElement }[]} */
  const filters = [];
  const apply = () => {
    for (const row of first)
      row.hidden = filters.some(
        ({ column, select }) => select.value !== "" && dataOf(row, column).value !== select.value,
      );
    const left = first.filter((row) => !row.hidden).length;
    status.textContent = shown.replace("{shown}", String(left)).replace("{all}", String(first.length));
  };

  /** @param {number} column @param {string} kind @param {1 | -1} direction */
  const sort = (column, kind, direction) => {
    const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
    const rows = first.map((row) => ({ row, data: dataOf(row, column) }));
    const has = rows.filter(({ data }) => (kind === "number" ? data.order : data.value) !== undefined);
    const blank = rows.filter((one) => !has.includes(one));
    has.sort(({ data: a }, { data: b }) =>
      kind === "number"
        ? direction * (Number(a.order) - Number(b.order))
        : direction * collator.compare(a.value ?? "", b.value ?? ""),
    );
    body.append(...[...has, ...blank].map(({ row }) => row));
  };

  heads.forEach((head, column) => {
    const name = head.textContent ?? "";
    const kind = head.dataset.sort;
    if (kind !== undefined) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = name;
      button.addEventListener("click", () => {
        const direction = head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", direction);
        sort(column, kind, direction === "ascending" ? 1 : -1);
      });
      head.replaceChildren(button);
    }
    if (head.dataset.filter === undefined) return;
    const select = document.createElement("select");
    const values = [...new Set(first.map((row) => dataOf(row, column).value ?? ""))];
    select.append(new Option(all, ""), ...values.map((value) => new Option(value, value)));
    select.id = `filter-${column}`;
    select.addEventListener("change", apply);
    filters.push({ column, select });
  });

  const clear = document.createElement("button");
  clear.type = "button";
  clear.textContent = reset;
  clear.addEventListener("click", () => {
    for (const { select } of filters) select.value = "";
    for (const head of heads) head.removeAttribute("aria-sort");
    body.append(...first);
    apply();
  });

  const controls = document.createElement("div");
  controls.className = "controls";
  controls.setAttribute("role", "group");
  controls.setAttribute("aria-label", group);
  controls.append(
    ...filters.map(({ column, select }) => {
      const label = document.createElement("label");
      label.htmlFor = select.id;
      label.textContent = heads[column]?.textContent ?? "";
      const filter = document.createElement("div");
      filter.append(label, select);
      return filter;
    }),
    clear,
    status,
  );
  table.parentElement?.before(controls);
  apply();
})();

// Adds a box to type the name of an area into, and one for a postcode where the report has them. Nothing leaves the page:
// the postcodes lie beside it as scripts, one for each first half, and the one that is asked for is loaded.
(() => {
  /** @type {Map<string, Record<string, string>>} */
  const known = new Map();
  /** @param {string} outward @param {Record<string, string>} found */
  const take = (outward, found) => known.set(outward, found);
  Object.assign(window, { tempcheckPostcodes: take });

  /** @param {string} text */
  const plain = (text) =>
    text
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .toLowerCase()
      .replace(/&/g, " and ")
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();

  /** @param {HTMLElement} section @param {string} id @param {string} text */
  const field = (section, id, text) => {
    const label = document.createElement("label");
    label.htmlFor = id;
    label.textContent = text;
    const input = document.createElement("input");
    input.type = "text";
    input.id = id;
    input.autocomplete = "off";
    input.spellcheck = false;
    const status = document.createElement("p");
    status.setAttribute("role", "status");
    section.querySelector(".typed")?.append(label, input, status);
    return { label, input, status };
  };

  /** @param {HTMLAnchorElement} to */
  const linkTo = (to) => {
    const link = document.createElement("a");
    link.href = to.href;
    link.textContent = to.textContent;
    return link;
  };

  /** @param {HTMLElement} section */
  const byName = (section) => {
    const { typed = "", none = "", found = "" } = section.dataset;
    const links = [...section.querySelectorAll("a")].filter((link) => link.dataset.slug !== undefined);
    const { input, status } = field(section, `${section.id}-name`, typed);
    const list = document.createElement("ul");
    list.className = "plain matches";
    status.after(list);
    const matches = () => {
      const asked = plain(input.value);
      return asked === "" ? [] : links.filter((link) => ` ${plain(link.textContent ?? "")}`.includes(` ${asked}`));
    };
    input.addEventListener("input", () => {
      const own = matches();
      list.replaceChildren(
        ...own.map((link) => {
          const item = document.createElement("li");
          item.append(linkTo(link));
          return item;
        }),
      );
      status.textContent =
        plain(input.value) === "" ? "" : own.length === 0 ? none : found.replace("{n}", String(own.length));
    });
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== "ArrowDown") return;
      const own = matches();
      const exact = own.find((link) => plain(link.textContent ?? "") === plain(input.value));
      const first = list.querySelector("a");
      if (event.key === "Enter" && (exact !== undefined || own.length === 1)) (exact ?? own[0])?.click();
      else first?.focus();
      event.preventDefault();
    });
    list.addEventListener("keydown", (event) => {
      /** @type {(Element | null)[]} */
      const all = [...list.querySelectorAll("a")];
      const at = all.indexOf(document.activeElement);
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      event.preventDefault();
      const next = event.key === "ArrowDown" ? at + 1 : at - 1;
      const to = next < 0 ? input : all[next];
      if (to instanceof HTMLElement) to.focus();
    });
  };

  /** @param {HTMLElement} section */
  const byPostcode = (section) => {
    const { postcode = "", go = "", here = "", unknown = "", notOne = "", folder = "", outward = "" } = section.dataset;
    if (folder === "") return;
    const { input, status } = field(section, `${section.id}-postcode`, postcode);
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = go;
    input.after(button);
    const note = section.querySelector(".by-postcode");
    if (note instanceof HTMLElement) note.hidden = false;

    /** @param {string} first @param {string} second */
    const tell = (first, second) => {
      const slug = Object.entries(known.get(first) ?? {}).find(([, all]) => {
        for (let at = 0; at < all.length; at += 3) if (all.startsWith(second, at)) return true;
        return false;
      })?.[0];
      const link = [...section.querySelectorAll("a")].find((one) => slug !== undefined && one.dataset.slug === slug);
      if (link === undefined) status.textContent = unknown;
      else status.replaceChildren(`${here.replace("{postcode}", `${first} ${second}`)} `, linkTo(link));
    };
    const look = () => {
      const [, first, second] =
        /^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})$/.exec(input.value.replace(/[^a-z0-9]/gi, "").toUpperCase()) ?? [];
      if (first === undefined || second === undefined) {
        status.textContent = notOne;
        return;
      }
      if (known.has(first) || !outward.split(" ").includes(first)) {
        tell(first, second);
        return;
      }
      const script = document.createElement("script");
      script.src = `${folder}/${first}.js`;
      script.addEventListener("load", () => tell(first, second));
      script.addEventListener("error", () => tell(first, second));
      document.head.append(script);
    };
    button.addEventListener("click", look);
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      look();
    });
  };

  for (const section of document.querySelectorAll(".find-area")) {
    if (!(section instanceof HTMLElement)) continue;
    byName(section);
    byPostcode(section);
    // On a phone the list would stand between the box and the map.
    if (window.matchMedia("(max-width: 44rem)").matches)
      for (const names of section.querySelectorAll("details")) names.open = false;
  }
})();

/** What makes a page quicker for axe to look at without a change in what it finds. Nothing of it is part of the report. */
globalThis.forAxe = {
  /** Takes away what is inside pictures but for their names. */
  emptyPictures() {
    for (const one of document.querySelectorAll("svg[role=img] > :not(title, desc)")) one.remove();
  },

  /** Leaves four of the rows of a table that have the same elements and attributes: even and odd, first and later. */
  thinTables() {
    for (const body of document.querySelectorAll("tbody")) {
      const alike = new Map();
      for (const row of [...body.rows]) {
        // A text of one character is no text to axe, which takes it for a picture.
        const shape = row.outerHTML.replace(/>([^<]+)/g, (_, text) => `>${Math.min(text.trim().length, 2)}`);
        alike.set(shape, (alike.get(shape) ?? 0) + 1);
        if (alike.get(shape) > 4) row.remove();
      }
    }
  },

  /**
   * Elements with text, at most three of each look. What decides on contrast is the colour and size of the text, its
   * shadow, and every background behind it; on a link, also the text around it. Equal looks give equal answers.
   */
  looks() {
    const behind = new Map();
    const alike = new Map();
    for (const one of document.querySelectorAll("body, body *:not(svg *)")) {
      const style = getComputedStyle(one);
      const { backgroundColor, backgroundImage, opacity, position } = style;
      const own = [backgroundColor, backgroundImage, opacity, position].join();
      const paper = (behind.get(one.parentElement) ?? "") + (own === "rgba(0, 0, 0, 0),none,1,static" ? "" : own);
      behind.set(one, paper);
      const isText = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "";
      const hasText = one.textContent.trim().length > 1 && [...one.childNodes].some(isText);
      if (!(hasText || one.matches("input, select")) || !one.checkVisibility({ visibilityProperty: true })) continue;
      const { color, fontSize, fontWeight, textShadow, textDecorationLine } = style;
      const link = one.tagName === "A" ? getComputedStyle(one.parentElement).color + textDecorationLine : "";
      const look = [paper, color, fontSize, fontWeight, textShadow, link].join();
      alike.set(look, [...(alike.get(look) ?? []), one].slice(0, 3));
    }
    return [...alike.values()].flat();
  },
};

/** What the tests ask of a page while it is open, put into it by Visits. Nothing of it is part of the report. */
globalThis.audit = (() => {
  const name = (element) => {
    const text = (element.getAttribute("aria-label") ?? element.textContent).trim().replace(/\s+/g, " ");
    return `<${element.tagName.toLowerCase()}${element.className && !element.ownerSVGElement ? `.${element.className}` : ""}> ${text.slice(0, 60)}`;
  };
  const isUnseen = (element) => element.closest(".unseen, .skip") !== null;
  const clips = (element, axis) => /hidden|clip/.test(getComputedStyle(element)[`overflow${axis}`]);

  /** Elements outside pictures, which have many more inside them. */
  const elements = () => [...document.querySelectorAll("body, body *:not(svg *)")];

  function* textNodes() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (node.data.trim() !== "" && !node.parentElement.closest("svg") && node.parentElement.checkVisibility())
        yield node;
  }

  /** Boxes of a node's lines, without what its scroll regions hide. */
  function boxesOf(node, regions) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const around = regions.filter((region) => region.contains(node)).map((region) => region.getBoundingClientRect());
    return [...range.getClientRects()].map(({ left, right, top, bottom }) => ({
      node,
      top,
      bottom,
      left: Math.max(left, ...around.map((box) => box.left)),
      right: Math.min(right, ...around.map((box) => box.right)),
    }));
  }

  const scrollRegions = () => elements().filter((one) => /auto|scroll/.test(getComputedStyle(one).overflowX));

  return {
    /** Whether the page is wider than the window. */
    beyond() {
      const { scrollWidth } = document.documentElement;
      return scrollWidth > innerWidth ? [`${scrollWidth - innerWidth} pixels beyond ${innerWidth}`] : [];
    },

    /** What is found while text is set as WCAG 1.4.12 lets readers set it; a sheet made by script is beyond the page's policy. */
    spaced(look) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }",
      );
      document.adoptedStyleSheets = [sheet];
      const found = look();
      document.adoptedStyleSheets = [];
      return found;
    },

    /** Text that reaches beyond a box which hides what is beyond it. */
    cutText() {
      return elements()
        .filter((one) => {
          if (one.tagName === "svg" || one === document.body || isUnseen(one)) return false;
          const isCutX = clips(one, "X") && one.scrollWidth > one.clientWidth + 1;
          return isCutX || (clips(one, "Y") && one.scrollHeight > one.clientHeight + 1);
        })
        .map(name);
    },

    /** Pairs of texts of which one covers the other. */
    overlaps() {
      const regions = scrollRegions();
      const boxes = [...textNodes()]
        .filter((node) => !isUnseen(node.parentElement))
        .flatMap((node) => boxesOf(node, regions))
        .filter(({ left, right, top, bottom }) => right - left > 1 && bottom - top > 1)
        .sort((a, b) => a.top - b.top);
      const found = [];
      boxes.forEach((box, index) => {
        for (let next = index + 1; next < boxes.length && boxes[next].top < box.bottom - 3; next++) {
          const other = boxes[next];
          const width = Math.min(box.right, other.right) - Math.max(box.left, other.left);
          const height = Math.min(box.bottom, other.bottom) - other.top;
          if (other.node !== box.node && width > 2 && height > 3)
            found.push(`${name(box.node.parentElement)} / ${name(other.node.parentElement)}`);
        }
      });
      return found;
    },

    /** Everything the Tab key must reach, in the order of the page. */
    reachable: () =>
      [...document.querySelectorAll("a[href], button:not(:disabled), summary, select, input, [tabindex='0']")].filter(
        (one) => one.checkVisibility({ visibilityProperty: true }),
      ),

    /** Notes how everything looks without focus, and from now on what every press of a key leads to. */
    remember() {
      this.unfocused = new Map(this.reachable().map((one) => [one, this.ringOf(one)]));
      this.stops = [];
      // When the key comes up again the focus has moved and what it is on has scrolled into sight.
      addEventListener("keyup", ({ key }) => key === "Tab" && this.stops.push(this.focus()), true);
    },

    /** How many stops are ahead of the focus, as far as the next part that folds: what is inside is not seen as yet. */
    ahead() {
      const all = this.reachable();
      this.places = new Map(all.map((one, index) => [one, index]));
      const isAhead = (one) => document.activeElement.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING;
      const rest = all.filter(isAhead);
      const fold = rest.findIndex(({ tagName }) => tagName === "SUMMARY");
      return fold === -1 ? rest.length : fold + 1;
    },

    /** The stops made since they were last taken; after the last of a page the focus leaves it. */
    taken() {
      const stops = this.stops.filter((stop) => stop !== null);
      this.stops = [];
      return stops;
    },

    ringOf(element) {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
      const outline = outlineStyle === "none" ? "" : `${outlineStyle} ${outlineWidth} ${outlineColor}`;
      return `${outline} ${boxShadow === "none" ? "" : boxShadow}`.trim();
    },

    /** Where the focus is and what is wrong with how it shows. */
    focus() {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      const { left, right, top, bottom } = element.getClientRects()[0] ?? element.getBoundingClientRect();
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      const faults = [];
      const ring = this.ringOf(element);
      if (ring === "" || ring === this.unfocused.get(element)) faults.push("no ring");
      if (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth) faults.push("out of sight");
      else {
        const over = document.elementFromPoint(
          Math.min(Math.max(x, 0), innerWidth - 1),
          Math.min(Math.max(y, 0), innerHeight - 1),
        );
        if (!element.contains(over) && !over?.contains(element)) faults.push(`covered by ${over && name(over)}`);
      }
      // The ring lies outside the box: of its four sides no box around may hide more than one.
      const hidden = [
        [left - 2, y],
        [right + 2, y],
        [x, top - 2],
        [x, bottom + 2],
      ].filter(([sideX, sideY]) => {
        for (let box = element.parentElement; box !== null && box !== document.body; box = box.parentElement) {
          const { overflowX, overflowY } = getComputedStyle(box);
          if (overflowX === "visible" && overflowY === "visible") continue;
          const edge = box.getBoundingClientRect();
          if (sideX < edge.left || sideX > edge.right || sideY < edge.top || sideY > edge.bottom) return true;
        }
        return false;
      });
      if (hidden.length > 1) faults.push(`${hidden.length} sides of its ring are cut off`);
      return { index: this.places.get(element) ?? -1, name: name(element), tag: element.tagName, faults };
    },

    /** Names of what the Tab key should have reached. */
    missed(visited) {
      return this.reachable()
        .filter((_, index) => !visited.includes(index))
        .map(name);
    },

    /** Visible texts, and whether each is part of a control. */
    texts: () =>
      [...textNodes()].map((node) => ({
        text: node.data.trim(),
        isControl: node.parentElement.closest("button, select, label, legend, [role=status], [aria-live]") !== null,
      })),

    /** Elements that move: animations, transitions and smooth scrolling. */
    moving: () =>
      [...document.querySelectorAll("*")]
        .filter((one) => {
          const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(one);
          return animationName !== "none" || /[1-9]/.test(transitionDuration) || scrollBehavior === "smooth";
        })
        .map(name),

    /** Pictures whose every shape fades into what is behind it: small ones, and charts that lost their paper. */
    faded() {
      const channels = (colour) =>
        /rgba?\((.*)\)/
          .exec(colour)?.[1]
          .split(/[ ,/]+/)
          .map(Number) ?? [0, 0, 0, 0];
      const luminance = ([r, g, b]) => {
        const [x, y, z] = [r, g, b].map((c) =>
          c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4,
        );
        return 0.2126 * x + 0.7152 * y + 0.0722 * z;
      };
      const contrast = (a, b) => {
        const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
        return (high + 0.05) / (low + 0.05);
      };
      const backOf = (element) => {
        for (let one = element; one !== null; one = one.parentElement) {
          const colour = channels(getComputedStyle(one).backgroundColor);
          if ((colour[3] ?? 1) === 1) return colour;
        }
        return matchMedia("(prefers-color-scheme: dark)").matches ? [0, 0, 0] : [255, 255, 255];
      };
      const stands = (svg) => {
        const back = backOf(svg);
        const shapes = svg.querySelectorAll("path, use, rect, circle, line, polyline, polygon, text");
        return [...shapes].some((shape) => {
          if (shape.closest("defs") !== null) return false;
          const { fill, stroke } = getComputedStyle(shape);
          return [fill, stroke].some((paint) => paint.startsWith("rgb") && contrast(channels(paint), back) >= 3);
        });
      };
      return [...document.querySelectorAll("svg")]
        .filter((svg) => svg.checkVisibility() && !stands(svg))
        .map((svg) => `${svg.getAttribute("class")} ${name(svg.parentElement)}`);
    },
  };
})();

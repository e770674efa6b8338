const PARTS = /<[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>|[^<]+/g;

/** SVG as every reader of XML takes it: HTML leaves > in text, of which XML forbids ]]>. */
export const xmlText = (svg: string): string =>
  svg.replace(PARTS, (part) => (part.startsWith("<") ? part : part.replaceAll(">", "&gt;")));

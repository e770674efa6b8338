/** Widths of Arial, Helvetica and Liberation Sans in thousandths of the type size, by character, from the Adobe font metrics of Helvetica. */
const byWidth: Record<number, string> = {
  191: "'",
  222: "ijl\u2018\u2019",
  260: "|",
  278: " !,./:;I[\\]ft",
  333: "()-`r\u201c\u201d",
  355: '"',
  389: "*",
  469: "^",
  500: "Jcksvxyz",
  584: "+<=>~\u2212",
  611: "FTZ",
  667: "&ABEKPSVXY",
  722: "CDHNRUw",
  778: "GOQ",
  833: "Mm",
  889: "%",
  944: "W",
  1000: "\u2026\u2014",
  1015: "@",
};

const widths = new Map(
  Object.entries(byWidth).flatMap(([width, characters]) => [...characters].map((c) => [c, Number(width)] as const)),
);

/** Width of a line of text in pixels. Characters not listed count as wide as a digit. */
export function textWidth(text: string, fontSize: number): number {
  let thousandths = 0;
  for (const character of text) thousandths += widths.get(character) ?? 556;
  return (thousandths * fontSize) / 1000;
}

/** Breaks text at spaces into lines no wider than given; a longer word keeps a line to itself. */
export function wrap(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && textWidth(`${line} ${word}`, fontSize) <= width)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

import { renderToString } from "preact-render-to-string";
import { colours } from "../../charts/layout/chart-theme.ts";
import { textWidth } from "../../charts/layout/text-width.ts";
import { dataAddress, type Look } from "../brand.ts";
import { cardSize } from "./card-size.ts";
import type { CardContent } from "./content.ts";
import { fitText } from "./fit-text.ts";
import { Plot } from "./plot.tsx";
import { heightOf, Lines } from "./text-lines.tsx";

const margin = 56;
const full = cardSize.width - 2 * margin;
const left = 500;
const plotX = margin + left + 60;
const plotWidth = cardSize.width - margin - plotX;
const band = 58;
const logoWidth = 180;
const foot = 60;
const soft = "#4A4A4A";

/** The card as an SVG: band, title, headline; the gap and the verdict on the left, the groups on the right; where it is from. */
export function cardPicture(content: CardContent, look?: Look): string {
  const brand = look?.colours.brand ?? colours.blue;
  const report = fitText(content.report, {
    width: look?.logo == null ? full : full - logoWidth - 24,
    lines: 1,
    sizes: [24, 22, 20, 18],
    bold: true,
  });
  const title = fitText(content.title, { width: full, lines: 2, sizes: [44, 40, 36, 32, 28], bold: true });
  const by = fitText(content.by, { width: full, lines: 1, sizes: [24, 22, 20, 18] });
  const headline = fitText(content.headline, { width: full, lines: 2, sizes: [28, 26, 24, 22, 20, 18] });
  const source = fitText(content.source, { width: full, lines: 2, sizes: [18, 17, 16] });
  const detail = fitText(content.detail, { width: plotWidth, lines: 5, sizes: [22, 20, 18, 16] });
  const titleTop = band + 16;
  const byTop = titleTop + heightOf(title) + 2;
  const headlineTop = byTop + heightOf(by) + 10;
  const bodyTop = headlineTop + heightOf(headline) + 16;
  const bodyEnd = cardSize.height - foot - 12;
  const room = bodyEnd - bodyTop - boxHeight;
  const isTight = room < figureHeight + 60;
  const change = fitText(content.change, { width: left, lines: isTight ? 1 : 2, sizes: [20, 18, 17, 16] });
  return renderToString(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${cardSize.width} ${cardSize.height}`}
      width={cardSize.width}
      height={cardSize.height}
    >
      <title>{content.report}</title>
      <rect width={cardSize.width} height={cardSize.height} fill={colours.paper} />
      <rect width={cardSize.width} height={band} fill={brand} />
      <Lines
        text={report}
        x={margin}
        y={band / 2 + report.size * 0.35}
        bold
        fill={look?.colours["on-brand"] ?? colours.paper}
      />
      {look?.logo != null && (
        <image
          href={dataAddress(look.logo)}
          x={cardSize.width - margin - logoWidth}
          y={10}
          width={logoWidth}
          height={band - 20}
          preserveAspectRatio="xMaxYMid meet"
        />
      )}
      <Lines text={title} x={margin} y={titleTop + title.size} bold />
      <Lines text={by} x={margin} y={byTop + by.size} fill={soft} />
      <Lines text={headline} x={margin} y={headlineTop + headline.size} />
      <Figure figure={content.figure} top={bodyTop} />
      <Lines text={change} x={margin} y={bodyEnd - boxHeight - 12 - heightOf(change) + change.size} fill={soft} />
      <VerdictBox verdict={content.verdict} end={bodyEnd} />
      {content.chart.rows.length === 0 ? (
        <Lines text={detail} x={plotX} y={bodyTop + detail.size} fill={soft} />
      ) : (
        <Plot chart={content.chart} box={{ x: plotX, y: bodyTop, width: plotWidth, height: bodyEnd - bodyTop }} />
      )}
      <rect y={cardSize.height - foot} width={cardSize.width} height={foot} fill="#F2F4F7" />
      <Lines text={source} x={margin} y={cardSize.height - foot / 2 - heightOf(source) / 2 + source.size} fill={soft} />
    </svg>,
  );
}

function Figure({ figure: { label, number, unit, under }, top }: { figure: CardContent["figure"]; top: number }) {
  const name = fitText(label, { width: left, lines: 1, sizes: [20, 18, 16] });
  const big = fitText(number, { width: left, lines: 1, sizes: [72, 64, 56, 48, 40, 32], bold: true });
  const beside = textWidth(number, big.size) * 1.08 + 14;
  const small = fitText(unit, { width: left - beside, lines: 1, sizes: [28, 24, 22, 20, 18, 16] });
  const below = fitText(under, { width: left, lines: 2, sizes: [22, 20, 18, 16] });
  const baseline = top + name.size + 10 + big.size * 0.78;
  return (
    <>
      <Lines text={name} x={margin} y={top + name.size} fill={soft} />
      <Lines text={big} x={margin} y={baseline} bold fill={colours.blue} />
      {unit !== "" && <Lines text={small} x={margin + beside} y={baseline} fill={colours.blue} />}
      <Lines text={below} x={margin} y={baseline + 16 + below.size} fill={soft} />
    </>
  );
}

const boxHeight = 54;
/** The gap in large with its name and its interval. */
const figureHeight = 140;

function VerdictBox({
  verdict: { label, word, path, colour, filled },
  end,
}: {
  verdict: CardContent["verdict"];
  end: number;
}) {
  const named = fitText(label, { width: 300, lines: 1, sizes: [24, 22, 20], bold: true });
  const textX = margin + 56;
  const after = textX + textWidth(label, named.size) * 1.08 + 10;
  const y = end - boxHeight;
  const middle = y + boxHeight / 2 + named.size * 0.35;
  return (
    <>
      <rect
        x={margin + 1}
        y={y}
        width={left - 2}
        height={boxHeight - 1}
        rx="6"
        fill="none"
        stroke={soft}
        stroke-width="2"
      />
      <path
        d={path}
        transform={`translate(${margin + 18},${y + 15}) scale(1.5)`}
        fill={filled ? colour : "none"}
        stroke={colour}
        stroke-width="2"
      />
      <Lines text={named} x={textX} y={middle} bold />
      {word !== null && (
        <Lines
          text={fitText(word, { width: margin + left - 16 - after, lines: 1, sizes: [22, 20, 18] })}
          x={after}
          y={middle}
          fill={soft}
        />
      )}
    </>
  );
}

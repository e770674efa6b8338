import type { Axis } from "../../charts/layout/axis.ts";
import { colours } from "../../charts/layout/chart-theme.ts";
import { textWidth } from "../../charts/layout/text-width.ts";
import type { CardContent, Row } from "./content.ts";
import { fitText } from "./fit-text.ts";
import { heightOf, Lines } from "./text-lines.tsx";

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const labelWidth = 200;
const valueWidth = 96;
const tallest = 48;
const axisHeight = 26;

/** Groups below one another: name, dot with its interval, figure. */
export function Plot({ chart: { caption, rows, axis }, box }: { chart: CardContent["chart"]; box: Box }) {
  const words = fitText(caption, { width: box.width, lines: 2, sizes: [20, 18, 17, 16] });
  const top = box.y + heightOf(words) + 12;
  const step = Math.min(tallest, (box.y + box.height - top - (axis === null ? 0 : axisHeight)) / rows.length);
  const scale = scaleOf(axis, box.x + labelWidth + 24, box.x + box.width - valueWidth - 12);
  return (
    <>
      <Lines text={words} x={box.x} y={box.y + words.size} fill="#4A4A4A" />
      {axis !== null && <Ticks axis={axis} scale={scale} top={top} end={top + step * rows.length} />}
      {rows.map((row, i) => (
        <PlotRow key={row.label} row={row} box={box} middle={top + step * (i + 0.5)} step={step} scale={scale} />
      ))}
    </>
  );
}

/** Pixels of a value, from one end of the axis to the other. */
function scaleOf(axis: Axis | null, from: number, to: number): (value: number) => number {
  const [least, most] = axis?.domain ?? [0, 1];
  return (value) => Math.round(10 * (from + ((value - least) / (most - least)) * (to - from))) / 10;
}

/** Lines of the axis behind the rows, with their figures below. */
function Ticks({ axis: { values, labels }, scale, top, end }: TicksProps) {
  const first = values[0] ?? 0;
  return (
    <>
      {values.map((value) => (
        <line
          key={value}
          x1={scale(value)}
          x2={scale(value)}
          y1={top}
          y2={end}
          stroke={value === 0 && first === 0 ? colours.context : colours.faint}
          stroke-width={value === 0 && first === 0 ? 2 : 1}
        />
      ))}
      {values.map((value, i) => {
        const text = fitText(labels[i] ?? "", { width: 80, lines: 1, sizes: [16] });
        return (
          <Lines
            key={value}
            text={text}
            x={scale(value) - textWidth(labels[i] ?? "", text.size) / 2}
            y={end + 20}
            fill="#4A4A4A"
          />
        );
      })}
    </>
  );
}

interface TicksProps {
  axis: Axis;
  scale: (value: number) => number;
  top: number;
  end: number;
}

interface PlotRowProps {
  row: Row;
  box: Box;
  middle: number;
  step: number;
  scale: (value: number) => number;
}

function PlotRow({ row: { label, limits, text }, box, middle, step, scale }: PlotRowProps) {
  const name = fitText(label, {
    width: labelWidth,
    lines: step >= 40 ? 2 : 1,
    sizes: step >= 40 ? [18, 16] : [18, 16, 15, 14],
  });
  const figure = fitText(text, { width: valueWidth, lines: 1, sizes: [20, 18, 16], bold: true });
  const first = middle - ((name.lines.length - 1) * name.size * 1.22) / 2 + name.size * 0.35;
  return (
    <>
      <Lines text={name} x={box.x} y={first} />
      <line
        x1={box.x + labelWidth + 14}
        x2={box.x + box.width - valueWidth - 2}
        y1={middle}
        y2={middle}
        stroke={colours.faint}
        stroke-width="1"
      />
      {limits !== null && limits.lower !== null && limits.upper !== null && (
        <line
          x1={scale(limits.lower)}
          x2={scale(limits.upper)}
          y1={middle}
          y2={middle}
          stroke={colours.blue}
          stroke-width="5"
          stroke-opacity="0.45"
        />
      )}
      {limits !== null && <circle cx={scale(limits.value)} cy={middle} r="8" fill={colours.blue} />}
      <Lines
        text={figure}
        x={box.x + box.width - valueWidth + 6}
        y={middle + figure.size * 0.35}
        bold={limits !== null}
      />
    </>
  );
}

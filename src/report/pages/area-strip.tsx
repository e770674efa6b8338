import { textWidth } from "../../charts/layout/text-width.ts";
import type { AreaFigure, Strip } from "../../narrate/figures-of-area.ts";

const width = 240;
const edge = 7;
const labelSize = 11;
const at = (share: number): number => Math.round(10 * (edge + share * (width - 2 * edge))) / 10;

/** One figure among those of all areas, on a line; the words beside it say the same. */
export function AreaStrip({ strip: { others, own, place, lowest, highest } }: { strip: Strip }) {
  const ticks = others.map((share) => `M${at(share)} 8V18`).join("");
  return (
    <div class="strip" aria-hidden="true">
      <svg viewBox={`0 0 ${width} 26`} focusable="false" aria-hidden="true">
        <path class="axis" d={`M${at(0)} 13H${at(1)}`} />
        <path class="others" d={ticks} />
        {place !== null && <path class="whole" d={`M${at(place)} 2V24`} />}
        <circle cx={at(own)} cy="13" r="6" />
      </svg>
      <p>
        <span>{lowest}</span> <span>{highest}</span>
      </p>
    </div>
  );
}

/** Then and now, of the area and of the whole place, on one line each. */
export function ThenAndNow({ figure: { earlier, now }, names }: { figure: AreaFigure; names: readonly string[] }) {
  if (earlier === null || earlier.values.length !== now.length) return null;
  const all = [0, ...earlier.values, ...now];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  if (high <= low) return null;
  const labels = names.slice(0, now.length);
  const left = Math.min(width / 2, Math.max(...labels.map((name) => textWidth(name, labelSize))) + 4);
  const x = (value: number): number =>
    Math.round(10 * (left + at((value - low) / (high - low)) * (1 - left / width))) / 10;
  return (
    <svg class="then-now" viewBox={`0 0 ${width} ${now.length * 18}`} aria-hidden="true" focusable="false">
      {now.map((value, i) => {
        const then = earlier.values[i] ?? value;
        const y = i * 18 + 9;
        return (
          <g key={i === 0 ? "own" : "place"} class={i === 0 ? "own" : "place"}>
            <text x="0" y={y + 4} font-size={labelSize}>
              {labels[i]}
            </text>
            <path d={`M${x(then)} ${y}H${x(value)}`} />
            <circle class="then" cx={x(then)} cy={y} r="4.5" />
            <circle cx={x(value)} cy={y} r="5" />
          </g>
        );
      })}
    </svg>
  );
}

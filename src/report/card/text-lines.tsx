import { font } from "../../charts/layout/chart-theme.ts";
import type { Fitted } from "./fit-text.ts";

interface LinesProps {
  text: Fitted;
  x: number;
  /** Baseline of the first line. */
  y: number;
  bold?: boolean;
  fill?: string;
}

const lineHeight = 1.22;

/** Height of lines set below one another. */
export const heightOf = ({ size, lines }: Fitted): number => Math.round(lines.length * size * lineHeight);

/** Lines of text below one another. */
export function Lines({ text: { size, lines }, x, y, bold, fill = "#1D1D1D" }: LinesProps) {
  return (
    <>
      {lines.map((line, i) => (
        <text
          key={line}
          x={x}
          y={Math.round(y + i * size * lineHeight)}
          font-family={font}
          font-size={size}
          font-weight={bold ? "bold" : undefined}
          fill={fill}
        >
          {line}
        </text>
      ))}
    </>
  );
}

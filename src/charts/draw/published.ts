import type { TopLevelSpec } from "vega-lite";
import type { Chart } from "../chart.ts";
import { chartWidth, config, size } from "../layout/chart-theme.ts";
import { wrap } from "../layout/text-width.ts";

const margin = 16;
const titleSize = { title: 15, subtitle: size.small, line: 4 } as const;

/** The spec as published: with its title above it, and with what the report's theme adds. */
export function published({ title, subtitle, description, spec }: Chart): TopLevelSpec {
  const { padding, ...rest } = spec;
  const room = chartWidth - 2 * margin;
  const text = wrap(title, room / 1.08, titleSize.title);
  const below = wrap(subtitle, room, titleSize.subtitle);
  const height =
    text.length * (titleSize.title + titleSize.line) + below.length * (titleSize.subtitle + titleSize.line) + margin;
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description,
    title: {
      text,
      subtitle: below,
      fontSize: titleSize.title,
      lineHeight: titleSize.title + titleSize.line,
      subtitleFontSize: titleSize.subtitle,
      subtitleLineHeight: titleSize.subtitle + titleSize.line,
      anchor: "start",
      frame: "group",
      align: "left",
      dx: margin - padding.left,
      offset: 12,
    },
    padding: { top: padding.top + height, right: padding.right, bottom: padding.bottom, left: padding.left },
    ...rest,
    config,
  } as TopLevelSpec;
}

import { LINE_HEIGHT, type Outline, type Outlines } from "../../charts/area-outlines.ts";

interface OutlineMapProps {
  map: Outlines;
  /** What the map is of, for those who do not see it. */
  name: string;
  /** Where an area leads to; null for one that leads nowhere. */
  pageOf: (id: string) => string | null;
  /** The area that the page is about. */
  here?: string;
}

/** A map of names on which areas are links: by mouse, by finger and by keyboard, with no script. */
export function OutlineMap({ map: { width, height, outlines }, name, pageOf, here }: OutlineMapProps) {
  const kind = ({ id }: Outline): string => (id === here ? "here" : "there");
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a drawing
    <svg
      class="outlines"
      viewBox={`-2 -2 ${width + 4} ${height + 4}`}
      width={width + 4}
      height={height + 4}
      role="group"
      aria-label={name}
    >
      {outlines.map((area) => {
        const href = pageOf(area.id);
        const drawn = (
          <>
            <path d={area.path} />
            {area.label !== null && <Label label={area.label} />}
          </>
        );
        return href === null || area.id === here ? (
          <g key={area.id} class={kind(area)}>
            {drawn}
          </g>
        ) : (
          <a key={area.id} class={kind(area)} href={href} aria-label={area.name}>
            {area.label === null && <title>{area.name}</title>}
            {drawn}
          </a>
        );
      })}
    </svg>
  );
}

/** Where an area lies in the whole, in small; the words and the map beside it say which it is. */
export function Locator({ map: { width, height, outlines }, here }: { map: Outlines; here: string }) {
  return (
    <svg class="locator" viewBox={`-1 -1 ${width + 2} ${height + 2}`} aria-hidden="true" focusable="false">
      {outlines.map(({ id, path }) => (
        <path key={id} class={id === here ? "here" : undefined} d={path} />
      ))}
    </svg>
  );
}

function Label({ label: { lines, x, y, fontSize } }: { label: NonNullable<Outline["label"]> }) {
  const top = y - ((lines.length - 1) / 2) * fontSize * LINE_HEIGHT + fontSize * 0.35;
  return (
    <text font-size={fontSize} text-anchor="middle">
      {lines.map((line, i) => (
        <tspan key={line} x={x} y={Math.round(10 * (top + i * fontSize * LINE_HEIGHT)) / 10}>
          {i < lines.length - 1 ? `${line} ` : line}
        </tspan>
      ))}
    </text>
  );
}

import { temperatureMarks } from "../../charts/layout/chart-theme.ts";
import type { Verdict } from "../../model.ts";
import { useSay } from "./surroundings.ts";

/** A sign drawn beside its word; the word carries the meaning, so the sign is silent. */
export function Sign({ path, filled }: { path: string; filled: boolean }) {
  return (
    <svg class="sign" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
      <path d={path} fill={filled ? "currentColor" : "none"} stroke="currentColor" stroke-width={2} />
    </svg>
  );
}

/** The verdict: shape, words, temperature. */
export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  const { verdict: words, temperatures } = useSay();
  const label = words.label(verdict);
  const { word } = temperatures[verdict.temperature];
  return (
    <span class={`badge ${verdict.temperature}`}>
      <Sign {...temperatureMarks[verdict.temperature]} />
      <span>
        <strong>{label}</strong>
        {label !== word && (
          <span class="temperature">
            <span class="unseen">,</span> {word.toLowerCase()}
          </span>
        )}
      </span>
    </span>
  );
}

export function Bullets({ items }: { items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <ul>
      {items.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

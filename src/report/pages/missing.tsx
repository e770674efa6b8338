import type { Publishable } from "../../results/results.ts";
import { useSay } from "./surroundings.ts";

/** What a theme cannot measure yet, and what would fill the gap. */
export function Missing({ theme }: { theme: Publishable["themes"][number] }) {
  const { gaps } = useSay();
  return (
    <dl class="missing">
      {theme.missing.map(({ what, needs }) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{gaps.needs(needs)}</dd>
        </div>
      ))}
    </dl>
  );
}

import type { Publishable } from "../../disclose/publishable.ts";

/** What a theme cannot measure yet, and what would fill the gap. */
export function Missing({ theme }: { theme: Publishable["themes"][number] }) {
  return (
    <dl class="missing">
      {theme.missing.map(({ what, needs }) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>Needs: {needs}</dd>
        </div>
      ))}
    </dl>
  );
}

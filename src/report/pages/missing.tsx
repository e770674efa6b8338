import { byState } from "../../narrate/measured-or-not.ts";
import type { Publishable } from "../../results/results.ts";
import { useSay } from "./surroundings.ts";

interface Props {
  theme: Publishable["themes"][number];
  /** The heading that parts take, below that of the theme. */
  heading: "h3" | "h4";
}

/** What a theme does not measure yet, parted by what stands in the way, and what would fill the gap. */
export function Missing({ theme, heading: Heading }: Props) {
  const { gaps, page } = useSay();
  return (
    <>
      {byState(theme.missing).map(({ state, things }) => (
        <>
          <Heading>
            {gaps.missing[state].heading}
            <span class="unseen">{page.unseen(theme.title)}</span>
          </Heading>
          <p>{gaps.missing[state].about}</p>
          <dl class="missing">
            {things.map(({ what, needs }) => (
              <div key={what}>
                <dt>{what}</dt>
                <dd>{gaps.needs(needs)}</dd>
              </div>
            ))}
          </dl>
        </>
      ))}
    </>
  );
}

import type { Breakdown } from "../../narrate/breakdown.ts";
import { type Step, working } from "../../narrate/working.ts";
import { NamedHeading } from "./named-heading.tsx";
import { DataTable } from "./scrolling-table.tsx";

/** Every number of `tempcheck explain`, on the page. */
export function WorkingSteps({ b }: { b: Breakdown }) {
  const { working: words, page } = b.say;
  const { about, steps } = working(b.results, b.indicator, b.dimension.id);
  return (
    <details class="working">
      <summary>
        {words.title}
        <span class="unseen">{page.unseen(b.dimension.title, b.indicator.title)}</span>
      </summary>
      <p>{words.about}</p>
      <p>{about}</p>
      {steps.map((step, i) => (
        <div key={step.heading}>
          <NamedHeading as="h4" of={b.dimension.title}>
            {step.heading}
          </NamedHeading>
          <Parts b={b} step={step} id={`working-${b.name}-${i + 1}`} />
        </div>
      ))}
    </details>
  );
}

/** Lines that follow one another stand in one list, tables between them. */
function Parts({ b, step, id }: { b: Breakdown; step: Step; id: string }) {
  const runs: Step["parts"][] = [];
  for (const part of step.parts) {
    const run = runs.at(-1);
    if (typeof part === "string" && typeof run?.[0] === "string") run.push(part);
    else runs.push([part]);
  }
  let tables = 0;
  return (
    <>
      {runs.map((run) => {
        const [part] = run;
        if (part === undefined) return null;
        if (typeof part === "string")
          return (
            <ul key={part} class="plain steps">
              {run.map((line) => (
                <li key={String(line)}>{String(line)}</li>
              ))}
            </ul>
          );
        const caption = b.say.working.caption(step.heading, tables, b.indicator.title, b.dimension.title);
        tables += 1;
        return (
          <DataTable
            key={caption}
            id={`${id}-${tables}`}
            root="../"
            table={{
              caption,
              head: part.head,
              rows: part.rows.map(([heading = "", ...cells]) => ({ heading, cells })),
            }}
          />
        );
      })}
    </>
  );
}

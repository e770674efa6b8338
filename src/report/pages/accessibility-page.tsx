import { sayIn } from "../../catalogue/say.ts";
import type { Page, Place } from "../page.ts";
import { Bullets } from "./elements.tsx";
import { Contact } from "./foot.tsx";
import { Statement } from "./statement-text.tsx";

/** How the report can be read by everybody, how that was tested, and what does not work yet. */
export function accessibilityPage(place: Place, hasPictures: boolean): Page {
  const { results, build } = place;
  const { accessibility: words } = sayIn(results);
  const { contact, frame } = results;
  const own = frame?.accessibility ?? null;
  return {
    ...place,
    file: "accessibility.html",
    title: words.title,
    description: words.description,
    current: null,
    content: (
      <>
        <h1>{words.title}</h1>
        {own !== null ? (
          <Statement statement={own} />
        ) : (
          <>
            <p class="lead">{words.lead}</p>
            <section aria-labelledby="can">
              <h2 id="can">{words.can.heading}</h2>
              <Bullets items={words.can.items} />
            </section>
            <section aria-labelledby="tested">
              <h2 id="tested">{words.tested.heading}</h2>
              <Bullets items={words.tested.items(build.version)} />
            </section>
            <section aria-labelledby="limits">
              <h2 id="limits">{words.limits.heading}</h2>
              <Bullets items={[...words.limits.items, ...(hasPictures ? [words.limits.pictures] : [])]} />
            </section>
            <section aria-labelledby="tell">
              <h2 id="tell">{words.tell.heading}</h2>
              <p>
                {contact === null ? (
                  words.tell.none(results.publisher)
                ) : (
                  <>
                    {words.tell.ask.before}
                    <Contact contact={contact} />
                    {words.tell.ask.after}
                  </>
                )}
              </p>
              {contact === null && (
                <p class="small">
                  {words.tell.declare.before}
                  <code>contact</code>
                  {words.tell.declare.after}
                </p>
              )}
              <p class="small">{words.of(String(results.year))}</p>
            </section>
          </>
        )}
      </>
    ),
  };
}

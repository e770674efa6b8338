import { sayIn } from "../../catalogue/say.ts";
import { easyCounts, easyThemes, easyUnknown, easyWords } from "../../narrate/easy-lines.ts";
import type { Publishable } from "../../results/results.ts";
import type { Page, Place } from "../page.ts";
import { Contact } from "./foot.tsx";
import { Statement } from "./statement-text.tsx";
import { useSay } from "./surroundings.ts";

/** The report in very simple words: those of the project, or made from its figures. */
export function easyReadPage(place: Place): Page {
  const { results } = place;
  const { easyRead: words } = sayIn(results);
  const own = results.frame?.easyRead ?? null;
  return {
    ...place,
    file: "easy-read.html",
    title: words.title,
    description: words.description(results.place.name),
    current: null,
    content: (
      <div class="easy">
        <h1>{words.title}</h1>
        {own === null ? <Made results={results} /> : <Statement statement={own} />}
      </div>
    ),
  };
}

/** One thought to a line, each on a line of its own. */
const Thoughts = ({ lines }: { lines: readonly string[] }) => (
  <>
    {lines.map((line) => (
      <p key={line}>{line}</p>
    ))}
  </>
);

function Made({ results }: { results: Publishable }) {
  const say = useSay();
  const { easyRead: words } = say;
  const { contact } = results;
  return (
    <>
      <section aria-labelledby="about" data-first-screen="">
        <h2 id="about">{words.about.heading}</h2>
        <Thoughts lines={words.about.items(results.place.name)} />
      </section>
      <section aria-labelledby="found" data-first-screen="">
        <h2 id="found">{words.found.heading}</h2>
        <Thoughts lines={easyCounts(say, results)} />
      </section>
      <section aria-labelledby="words">
        <h2 id="words">{words.words.heading}</h2>
        <Thoughts lines={easyWords(say, results)} />
      </section>
      {easyThemes(say, results).map(({ id, title, findings }) => (
        <section key={id} aria-labelledby={`easy-${id}`}>
          <h2 id={`easy-${id}`}>{words.theme(title)}</h2>
          {findings.length === 0 && <p>{words.none}</p>}
          <ul class="easy-findings">
            {findings.map((one) => (
              <li key={one.name} id={`easy-${one.name}`}>
                <h3>{one.title}</h3>
                <Thoughts lines={one.lines} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section aria-labelledby="not-known">
        <h2 id="not-known">{words.notKnown.heading}</h2>
        <Thoughts lines={easyUnknown(say, results)} />
        <p>
          <a href="data-gaps.html">{words.notKnown.link}</a>
        </p>
      </section>
      <section aria-labelledby="more">
        <h2 id="more">{words.more.heading}</h2>
        <p>
          {words.more.before}
          <a href="index.html">{words.more.link}</a>
          {words.more.after}
        </p>
        {contact !== null && (
          <p>
            {words.ask.before}
            <Contact contact={contact} />
            {words.ask.after}
          </p>
        )}
      </section>
    </>
  );
}

import { sayIn } from "../../catalogue/say.ts";
import type { Publishable } from "../../results/results.ts";
import type { Page } from "../page.ts";
import { useSay } from "./surroundings.ts";

export const isMail = (contact: string): boolean => contact.includes("@");
export const hrefOf = (contact: string): string => (isMail(contact) ? `mailto:${contact}` : contact);

/** Whom to ask, as a link where it is an address. */
export function Contact({ contact }: { contact: string }) {
  return isMail(contact) || /^https?:\/\//.test(contact) ? (
    <a href={hrefOf(contact)}>{contact}</a>
  ) : (
    <span>{contact}</span>
  );
}

/** A mail that names the page; the page to ask on, where that is no mail. */
function usefulHref({ results, title }: Pick<Page, "results" | "title">, contact: string): string | null {
  if (!isMail(contact)) return /^https?:\/\//.test(contact) ? contact : null;
  const { foot } = sayIn(results);
  return `mailto:${contact}?subject=${encodeURIComponent(foot.subject(title, results.title, String(results.year)))}`;
}

/** Who answers for the report, whom to ask, when the next one comes, and what helps with reading it. */
export function Responsible({ results }: { results: Publishable }) {
  const { foot, month } = useSay();
  const { contact, frame } = results;
  return (
    <p>
      {frame?.owner != null && `${foot.owner(frame.owner)} `}
      {contact === null ? (
        foot.noContact
      ) : (
        <>
          {foot.ask.before}
          <Contact contact={contact} />
          {foot.ask.after}
        </>
      )}
      {frame?.nextEdition != null && ` ${foot.next(month(frame.nextEdition))}`}
    </p>
  );
}

/** What leads on from the foot of a page of the folder. */
export function FootLinks({ page }: { page: Pick<Page, "results" | "root" | "title"> }) {
  const { foot, accessibility, easyRead, comparison } = useSay();
  const { results, root } = page;
  const useful = results.contact === null ? null : usefulHref(page, results.contact);
  const editions = results.frame?.editions ?? [];
  const links = [
    ...(useful === null ? [] : [{ href: useful, text: foot.useful }]),
    { href: `${root}easy-read.html`, text: easyRead.title },
    { href: `${root}accessibility.html`, text: accessibility.short },
    ...(results.frame?.placeOf === undefined
      ? []
      : [{ href: `${root}../../comparison/report/index.html`, text: comparison.link(results.frame.placeOf) }]),
  ];
  return (
    <>
      <nav aria-label={foot.links}>
        <ul class="foot-links">
          {links.map(({ href, text }) => (
            <li key={href}>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      </nav>
      {editions.length > 0 && (
        <nav aria-label={foot.earlier}>
          <ul class="foot-links">
            <li aria-hidden="true">{foot.earlier}</li>
            {editions.map(({ year, title, url }) => (
              <li key={url}>
                <a href={/^https:/i.test(url) ? url : `${root}${url}`}>
                  {foot.edition(title ?? results.title, String(year))}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}

import { useSay } from "./surroundings.ts";

interface CrumbsProps {
  /** Between the first page and this one. */
  way?: readonly { href: string; text: string }[];
  here: string;
}

/** The way back from a page that lies in a folder. */
export function Crumbs({ way = [], here }: CrumbsProps) {
  const { page } = useSay();
  return (
    <nav aria-label={page.breadcrumb} class="crumbs">
      <ol>
        {[{ href: "../index.html", text: page.menu["index.html"] }, ...way].map(({ href, text }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}

/** The theme of a page, on the way to it. */
export const throughTheme = (theme: { id: string; title: string } | undefined) =>
  theme === undefined ? [] : [{ href: `../themes/${theme.id}.html`, text: theme.title }];

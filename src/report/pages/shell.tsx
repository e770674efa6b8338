import type { ComponentChildren } from "preact";

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

interface ShellProps {
  language: string;
  name: string;
  description: string;
  /** The way to the folder of the stylesheet. */
  root: string;
  /** What the link over the page's head says. */
  skip: string;
  links?: ComponentChildren;
  /** What stands in the head after the stylesheet, and at its end. */
  styled?: ComponentChildren;
  last?: ComponentChildren;
  head: ComponentChildren;
  foot: ComponentChildren;
  children: ComponentChildren;
}

/** A page by itself: works without script and from disk, and asks for nothing outside of its folder. */
export function Shell({
  language,
  name,
  description,
  root,
  skip,
  links,
  styled,
  last,
  head,
  foot,
  children,
}: ShellProps) {
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content={description} />
        <title>{name}</title>
        {links}
        <link rel="stylesheet" href={`${root}style.css`} />
        {styled}
        <link rel="icon" href="data:," />
        {last}
      </head>
      <body>
        <a class="skip" href="#content">
          {skip}
        </a>
        <header class="head">
          <div class="wide">{head}</div>
        </header>
        <main id="content" class="wide" tabindex={-1}>
          {children}
        </main>
        {foot}
      </body>
    </html>
  );
}

import type { Look } from "../brand.ts";

/** What a project's look changes of the stylesheet: its colours and its typeface. Print keeps its own ink. */
export function lookStyle(look: Look | undefined): string {
  if (look === undefined) return "";
  const { colours, fonts, given } = look;
  const set = (names: readonly string[]): string => names.join(" ");
  const own = (name: "brand" | "on-brand" | "link"): string[] =>
    given.includes(name) ? [`--${name}: ${colours[name]};`] : [];
  const light = set([...own("brand"), ...own("on-brand"), ...own("link")]);
  const dark = set([...own("brand"), ...own("on-brand"), `--link: ${colours["link-dark"]};`]);
  const faces =
    fonts === null
      ? ""
      : (
          [
            [400, fonts.regular.path],
            [700, fonts.bold.path],
          ] as const
        )
          .map(
            ([weight, path]) =>
              `@font-face { font-family: "${fonts.family}"; font-weight: ${weight}; font-display: swap; src: url(${path}); }`,
          )
          .join("\n");
  return `${faces}
${fonts === null ? "" : `body { font-family: "${fonts.family}", Arimo, Arial, Helvetica, sans-serif; }`}
@media screen { :root { ${light} } }
@media screen and (prefers-color-scheme: dark) { :root { ${dark} } }
`;
}

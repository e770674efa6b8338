import { useSay } from "./surroundings.ts";

/** The way back from the page of a community or an area. */
export function PeopleCrumbs({ title, here }: { title: string; here: string }) {
  const { page } = useSay();
  return (
    <nav aria-label={page.breadcrumb} class="crumbs">
      <ol>
        <li>
          <a href="../index.html">{page.menu["index.html"]}</a>
        </li>
        <li>
          <a href="../communities.html">{title}</a>
        </li>
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}

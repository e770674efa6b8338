/** The way back from the page of a community or an area. */
export function PeopleCrumbs({ title, here }: { title: string; here: string }) {
  return (
    <nav aria-label="Breadcrumb" class="crumbs">
      <ol>
        <li>
          <a href="../index.html">At a glance</a>
        </li>
        <li>
          <a href="../communities.html">{title}</a>
        </li>
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}

import { cardSize } from "./card/card-size.ts";
import type { Page } from "./page.ts";

/** Path of the picture of an indicator that a shared link shows. */
export const sharePath = (indicator: string): string => `report/share/${indicator}.png`;

const localeOf = (language: string): string => language.replace("-", "_");

/** How a link to the page shows where it is shared, and its one address; addresses only where the report has one. */
export function HeadLinks({ page, shared }: { page: Page; shared: ReadonlyMap<string, string> }) {
  const { results, file, title, description, indicators } = page;
  const { url } = results;
  const address = url === null ? null : `${url}report/${file === "index.html" ? "" : file}`;
  const only = indicators?.length === 1 ? indicators[0] : undefined;
  const alt = file.startsWith("indicators/") && only !== undefined ? shared.get(only.id) : undefined;
  const picture = url === null || only === undefined || alt === undefined ? null : `${url}${sharePath(only.id)}`;
  return (
    <>
      <meta property="og:type" content={file === "index.html" ? "website" : "article"} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:site_name" content={`${results.title} ${results.year}`} />
      <meta property="og:locale" content={localeOf(results.language)} />
      <meta name="twitter:card" content={picture === null ? "summary" : "summary_large_image"} />
      {results.disclosure.internal === true && <meta name="robots" content="noindex, nofollow" />}
      {address !== null && <link rel="canonical" href={address} />}
      {address !== null && <meta property="og:url" content={address} />}
      {picture !== null && (
        <>
          <meta property="og:image" content={picture} />
          <meta property="og:image:type" content="image/png" />
          <meta property="og:image:width" content={String(cardSize.width)} />
          <meta property="og:image:height" content={String(cardSize.height)} />
          <meta property="og:image:alt" content={alt} />
        </>
      )}
    </>
  );
}

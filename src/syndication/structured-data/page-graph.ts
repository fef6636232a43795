import type { BreadcrumbList, Graph, Thing } from "schema-dts";
import { dataCatalog, dataset } from "./dataset.ts";
import { newsArticle } from "./news-article.ts";
import type { PageMetadata, SiteContext } from "./page-metadata.ts";
import { publisherDetails, webSite } from "./publisher.ts";
import { collectionPage, profilePage, webPage } from "./web-page.ts";

/** The structured data of a page: its subject and its breadcrumbs, in the vocabulary of schema.org. */
export function pageGraph(page: PageMetadata, context: SiteContext): Graph {
  const breadcrumbs = page.crumbs.length > 0 ? [breadcrumbList(page, context)] : [];
  return { "@context": "https://schema.org", "@graph": [...subjectNodes(page, context), ...breadcrumbs] };
}

function subjectNodes(page: PageMetadata, context: SiteContext): readonly Thing[] {
  const { subject } = page;
  switch (subject.kind) {
    case "publication":
      return [webSite(context), publisherDetails(context)];
    case "story":
      return [newsArticle(subject, page, context)];
    case "stories":
      return [collectionPage(subject.articles, page, context)];
    case "listings":
      return [collectionPage(subject.listings, page, context)];
    case "author":
      return [profilePage(subject.author, page, context)];
    case "series":
      return [dataset(subject.series, context)];
    case "allSeries":
      return [dataCatalog(subject.series, page, context)];
    case "text":
      return [webPage(subject.type, page, context)];
  }
}

/**
 * The breadcrumbs and, last and without an address, the page itself: Google requires at least two items
 * (https://developers.google.com/search/docs/appearance/structured-data/breadcrumb).
 */
function breadcrumbList({ crumbs, title }: PageMetadata, { href }: SiteContext): BreadcrumbList {
  const above = crumbs.map(({ name, path }) => ({ name, item: href(path) }));
  return {
    "@type": "BreadcrumbList",
    itemListElement: [...above, { name: title }].map((crumb, index) => ({ "@type": "ListItem", position: index + 1, ...crumb })),
  };
}

/** Characters that could end a script element or start an HTML comment, and line ends that are legal in JSON but not in old scripts. */
const UNSAFE = /[<>&\u2028\u2029]/g;

/**
 * Serialises a JSON-LD 1.1 graph for `<script type="application/ld+json">`. HTML does not decode entities there
 * (https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements), so it uses JSON escapes.
 */
export function jsonLd(graph: Graph): string {
  return JSON.stringify(graph).replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

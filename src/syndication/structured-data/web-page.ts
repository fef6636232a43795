import type { CollectionPage, ItemList, ProfilePage, WebPage } from "schema-dts";
import type { Author } from "../../model/taxonomy.ts";
import type { SitePath } from "../../model/urls.ts";
import type { PageMetadata, SiteContext } from "./page-metadata.ts";
import { authorDetails, siteId } from "./publisher.ts";

/** A plain page of text. */
export function webPage(
  type: "WebPage" | "AboutPage" | "ContactPage" | "SearchResultsPage",
  page: PageMetadata,
  context: SiteContext,
): WebPage {
  return { "@type": type, ...commonFields(page, context) };
}

/** A page that lists others, in the order shown. */
export function collectionPage(
  listed: readonly { readonly path: SitePath }[],
  page: PageMetadata,
  context: SiteContext,
): CollectionPage {
  return {
    "@type": "CollectionPage",
    ...commonFields(page, context),
    ...(listed.length > 0 && { mainEntity: itemList(listed, context) }),
  };
}

/** The page of an author (https://developers.google.com/search/docs/appearance/structured-data/profile-page). */
export function profilePage(author: Author, page: PageMetadata, context: SiteContext): ProfilePage {
  return { "@type": "ProfilePage", ...commonFields(page, context), mainEntity: authorDetails(author, context) };
}

function commonFields({ path, title, description }: PageMetadata, context: SiteContext) {
  return { url: context.href(path), name: title, description, inLanguage: context.site.language, isPartOf: siteId(context) };
}

function itemList(listed: readonly { readonly path: SitePath }[], { href }: SiteContext): ItemList {
  return {
    "@type": "ItemList",
    itemListElement: listed.map(({ path }, index) => ({ "@type": "ListItem", position: index + 1, url: href(path) })),
  };
}

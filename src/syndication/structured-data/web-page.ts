import type { CollectionPage, ItemList, ProfilePage, WebPage } from "schema-dts";
import type { Author } from "../../model/taxonomy.ts";
import type { SitePath } from "../../model/urls.ts";
import { wholeAuthor } from "./author-object.ts";
import type { DescribedPage, Whole } from "./described-page.ts";
import { siteId } from "./publication.ts";

/** A page that is no more than its words. */
export function webPage(
  type: "WebPage" | "AboutPage" | "ContactPage" | "SearchResultsPage",
  page: DescribedPage,
  whole: Whole,
): WebPage {
  return { "@type": type, ...about(page, whole) };
}

/** A page that lists others, in the order in which it shows them. */
export function collectionPage(
  listed: readonly { readonly path: SitePath }[],
  page: DescribedPage,
  whole: Whole,
): CollectionPage {
  return {
    "@type": "CollectionPage",
    ...about(page, whole),
    ...(listed.length > 0 && { mainEntity: itemList(listed, whole) }),
  };
}

/** The page of an author (https://developers.google.com/search/docs/appearance/structured-data/profile-page). */
export function profilePage(author: Author, page: DescribedPage, whole: Whole): ProfilePage {
  return { "@type": "ProfilePage", ...about(page, whole), mainEntity: wholeAuthor(author, whole) };
}

function about({ path, title, description }: DescribedPage, whole: Whole) {
  return { url: whole.href(path), name: title, description, inLanguage: whole.site.language, isPartOf: siteId(whole) };
}

function itemList(listed: readonly { readonly path: SitePath }[], { href }: Whole): ItemList {
  return {
    "@type": "ItemList",
    itemListElement: listed.map(({ path }, index) => ({ "@type": "ListItem", position: index + 1, url: href(path) })),
  };
}

import type { Listing } from "../../../src/model/catalog.ts";
import { FIXED_PAGES, type FooterColumn, fixedPages, OFFLINE } from "../../../src/model/fixed-pages.ts";
import type { Site } from "../../../src/model/site.ts";
import type { StaticPage } from "../../../src/model/static-page.ts";
import { sectionPath } from "../../../src/model/urls.ts";
import type { NamedPath } from "./LinkList.tsx";

/** A script opens the target of this link as a dialog. */
export const downloadLink: NamedPath = { name: "Save for offline", path: `${OFFLINE}#take_along` };

/** The fixed pages in the menu. */
export function menuLinks(): readonly NamedPath[] {
  return fixedPages(true)
    .filter(({ menu }) => menu !== undefined)
    .sort((a, b) => (a.menu ?? 0) - (b.menu ?? 0));
}

/** The fixed pages in a column of the footer. */
export function footerLinks(column: FooterColumn, hasAddress: boolean): readonly NamedPath[] {
  return fixedPages(hasAddress)
    .filter(({ footer }) => footer?.column === column)
    .sort((a, b) => (a.footer?.position ?? 0) - (b.footer?.position ?? 0));
}

export function sectionLinks({ sections }: Site): readonly NamedPath[] {
  return sections.map(({ id, name }) => ({ name, path: sectionPath(id) }));
}

export function staticPageLinks(pages: readonly Pick<StaticPage, "path" | "title">[]): readonly NamedPath[] {
  return pages.map(({ title, path }) => ({ name: title, path }));
}

/** The breadcrumbs between the home page and a listing. */
export function listingCrumbs(kind: Listing["kind"]): readonly NamedPath[] {
  return LISTING_CRUMBS[kind];
}

const LISTING_CRUMBS: Readonly<Record<Listing["kind"], readonly NamedPath[]>> = {
  publication: [],
  section: [],
  topic: [FIXED_PAGES.topics],
  author: [FIXED_PAGES.authors],
};

import type { BreadcrumbList } from "schema-dts";
import type { DescribedPage, Whole } from "./described-page.ts";

/**
 * The visible way to a page, and the page itself by its headline: Google wants at least two names, the last without an
 * address (https://developers.google.com/search/docs/appearance/structured-data/breadcrumb).
 */
export function breadcrumbList({ crumbs, title }: DescribedPage, { href }: Whole): BreadcrumbList {
  const above = crumbs.map(({ name, path }) => ({ name, item: href(path) }));
  return {
    "@type": "BreadcrumbList",
    itemListElement: [...above, { name: title }].map((crumb, index) => ({ "@type": "ListItem", position: index + 1, ...crumb })),
  };
}

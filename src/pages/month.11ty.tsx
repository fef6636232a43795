import { listingCrumbs } from "../../_includes/components/link-list/site-links.ts";
import { MonthPage } from "../../_includes/layouts/MonthPage.tsx";
import { type GlobalData, pageContext } from "../../_includes/page-context.ts";
import type { MonthArchive } from "../model/catalog.ts";

interface MonthData extends GlobalData {
  readonly archive: MonthArchive;
}

export const data = {
  pagination: { data: "catalog.archives", size: 1, alias: "archive" },
  permalink: ({ archive }: MonthData) => archive.path,
  eleventyExcludeFromCollections: true,
};

export default function Month(global: MonthData) {
  const { archive } = global;
  const { kind, name, path } = archive.listing;
  const crumbs = kind === "publication" ? [] : [...listingCrumbs(kind), { name, path }];
  return <MonthPage archive={archive} context={pageContext(global, archive.path)} crumbs={crumbs} />;
}

import { TextPage } from "../../_includes/layouts/TextPage.tsx";
import { type GlobalData, pageContext } from "../../_includes/page-context.ts";
import type { StaticPage } from "../model/static-page.ts";

interface StaticPageData extends GlobalData {
  readonly staticPage: StaticPage;
}

export const data = {
  pagination: { data: "staticPages", size: 1, alias: "staticPage" },
  permalink: ({ staticPage }: StaticPageData) => staticPage.path,
  eleventyExcludeFromCollections: true,
};

export default function StaticPageTemplate(global: StaticPageData) {
  const { staticPage } = global;
  return <TextPage page={staticPage} context={pageContext(global, staticPage.path)} />;
}

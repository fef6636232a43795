import { TextPage } from "../../_includes/layouts/TextPage.tsx";
import { type GlobalData, pageContext } from "../../_includes/page-context.ts";
import type { StaticPage } from "../model/static-page.ts";

interface StandingData extends GlobalData {
  readonly staticPage: StaticPage;
}

export const data = {
  pagination: { data: "staticPages", size: 1, alias: "staticPage" },
  permalink: ({ staticPage }: StandingData) => staticPage.path,
  eleventyExcludeFromCollections: true,
};

export default function Standing(global: StandingData) {
  const { staticPage } = global;
  return <TextPage page={staticPage} context={pageContext(global, staticPage.path)} />;
}

import { TextPage } from "../../_includes/layouts/TextPage.tsx";
import { type GlobalData, placeOf } from "../../_includes/page-context.ts";
import type { StandingPage } from "../model/static-page.ts";

interface StandingData extends GlobalData {
  readonly standingPage: StandingPage;
}

export const data = {
  pagination: { data: "standing", size: 1, alias: "standingPage" },
  permalink: ({ standingPage }: StandingData) => standingPage.path,
  eleventyExcludeFromCollections: true,
};

export default function Standing(global: StandingData) {
  const { standingPage } = global;
  return <TextPage page={standingPage} place={placeOf(global, standingPage.path)} />;
}

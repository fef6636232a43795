import { CorrectionList } from "../../_includes/components/corrections/CorrectionList.tsx";
import { corrections } from "../../_includes/components/link-list/site-links.ts";
import { Page } from "../../_includes/layouts/Page.tsx";
import { type GlobalData, pageContext } from "../../_includes/page-context.ts";
import type { CorrectionsYear } from "../model/corrections-by-year.ts";

interface YearData extends GlobalData {
  readonly ofYear: CorrectionsYear;
}

export const data = {
  pagination: { data: "catalog.corrections.years", size: 1, alias: "ofYear" },
  permalink: ({ ofYear }: YearData) => ofYear.path,
  eleventyExcludeFromCollections: true,
};

export default function CorrectionsOfYear(global: YearData) {
  const { ofYear } = global;
  const context = pageContext(global, ofYear.path);
  const title = `Corrections, ${ofYear.year}`;
  return (
    <Page context={context} title={title} description={`Every correction of ${ofYear.year}.`} crumbs={[corrections]}>
      <header class="listing-head">
        <h1>{title}</h1>
      </header>
      <CorrectionList corrections={ofYear.corrections} href={context.href} />
    </Page>
  );
}

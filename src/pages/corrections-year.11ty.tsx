import { CorrectionList } from "../../_includes/components/corrections/CorrectionList.tsx";
import { Page } from "../../_includes/layouts/Page.tsx";
import { type GlobalData, pageContext } from "../../_includes/page-context.ts";
import type { CorrectionsYear } from "../model/correction-archive.ts";
import { FIXED_PAGES } from "../model/fixed-pages.ts";

interface YearData extends GlobalData {
  readonly correctionsYear: CorrectionsYear;
}

export const data = {
  pagination: { data: "catalog.corrections.years", size: 1, alias: "correctionsYear" },
  permalink: ({ correctionsYear }: YearData) => correctionsYear.path,
  eleventyExcludeFromCollections: true,
};

export default function CorrectionsOfYear(global: YearData) {
  const { year, path, corrections } = global.correctionsYear;
  const context = pageContext(global, path);
  const title = `Corrections, ${year}`;
  return (
    <Page context={context} title={title} description={`Every correction of ${year}.`} crumbs={[FIXED_PAGES.corrections]}>
      <header class="listing-head">
        <h1>{title}</h1>
      </header>
      <CorrectionList corrections={corrections} href={context.href} />
    </Page>
  );
}

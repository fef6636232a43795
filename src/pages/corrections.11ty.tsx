import { CorrectionList, CorrectionYears } from "../../_includes/components/corrections/CorrectionList.tsx";
import { Page } from "../../_includes/layouts/Page.tsx";
import { type GlobalData, pageContext } from "../../_includes/page-context.ts";
import { CORRECTIONS, FIXED_PAGES } from "../model/fixed-pages.ts";

export const data = { permalink: CORRECTIONS, eleventyExcludeFromCollections: true };

/** Corrections on the page; the pages of years have all of them. */
const MAX_CORRECTIONS = 100;

const DESCRIPTION = "What was wrong in our stories, what is right, and when we corrected it.";

export default function Corrections(global: GlobalData) {
  const context = pageContext(global, CORRECTIONS);
  const { all, years } = global.catalog.corrections;
  return (
    <Page context={context} title="Corrections" description={DESCRIPTION} crumbs={[]} feeds={FIXED_PAGES.corrections}>
      <header class="listing-head">
        <h1>Corrections</h1>
        <p>{DESCRIPTION}</p>
      </header>
      <p class="corrections-policy">
        A story that was wrong is put right where it stands and keeps its address. Below it we say what was wrong, with the date
        of the correction, and list it here.
      </p>
      {all.length === 0 ? (
        <p class="quiet">No corrections so far.</p>
      ) : (
        <CorrectionList corrections={all.slice(0, MAX_CORRECTIONS)} href={context.href} />
      )}
      <CorrectionYears years={years} href={context.href} />
    </Page>
  );
}

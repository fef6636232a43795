import { CorrectionList } from "../../_includes/components/corrections/CorrectionList.tsx";
import { CorrectionYears } from "../../_includes/components/corrections/CorrectionYears.tsx";
import { corrections } from "../../_includes/components/link-list/site-links.ts";
import { Page } from "../../_includes/layouts/Page.tsx";
import { type GlobalData, pageContext } from "../../_includes/page-context.ts";
import { CORRECTIONS } from "../model/urls.ts";

export const data = { permalink: CORRECTIONS, eleventyExcludeFromCollections: true };

/** Corrections on the page; its years hold the others. */
const NEWEST = 100;

const DESCRIPTION = "What was wrong in our stories, what is right, and when readers were told.";

export default function Corrections(global: GlobalData) {
  const context = pageContext(global, CORRECTIONS);
  const { all, years } = global.catalog.corrections;
  return (
    <Page context={context} title="Corrections" description={DESCRIPTION} crumbs={[]} feeds={corrections}>
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
        <CorrectionList corrections={all.slice(0, NEWEST)} href={context.href} />
      )}
      <CorrectionYears years={years} href={context.href} />
    </Page>
  );
}

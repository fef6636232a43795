import { DataFormats } from "../../_includes/components/open-data/DataFormats.tsx";
import { DataTerms } from "../../_includes/components/open-data/DataTerms.tsx";
import { SeriesFiles } from "../../_includes/components/open-data/SeriesFiles.tsx";
import { Page } from "../../_includes/layouts/Page.tsx";
import { type GlobalData, pageContext } from "../../_includes/page-context.ts";
import { OPEN_DATA } from "../model/fixed-pages.ts";

export const data = { permalink: OPEN_DATA, eleventyExcludeFromCollections: true };

const DESCRIPTION = "Every market series as a file to download, with its unit, source and licence.";

export default function OpenData(global: GlobalData) {
  const context = pageContext(global, OPEN_DATA);
  const { series } = global.markets;
  return (
    <Page context={context} title="Open data" description={DESCRIPTION} crumbs={[]} subject={{ kind: "allSeries", series }}>
      <header class="listing-head">
        <h1>Open data</h1>
        <p>{DESCRIPTION}</p>
      </header>
      {series.length === 0 ? (
        <p>No figures have been published yet, so there is nothing to download.</p>
      ) : (
        <SeriesFiles series={series} context={context} />
      )}
      <div class="prose open-data">
        <DataFormats href={context.href} hasSeries={series.length > 0} />
        <DataTerms series={series} site={context.site} />
      </div>
    </Page>
  );
}

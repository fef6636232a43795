import type { DescribedPage, Whole } from "../../../src/syndication/structured-data/described-page.ts";
import { jsonLd } from "../../../src/syndication/structured-data/json-ld.ts";
import { pageGraph } from "../../../src/syndication/structured-data/page-graph.ts";

interface StructuredDataProps {
  readonly page: DescribedPage;
  readonly whole: Whole;
}

/** What machines are told of a page, as a data block: it is no script, so the content-security policy lets it stand. */
export function StructuredData({ page, whole }: StructuredDataProps) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonLd(pageGraph(page, whole)) }} />;
}

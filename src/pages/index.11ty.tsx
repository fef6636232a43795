import { ListingLinks } from "../../_includes/components/listing/ListingLinks.tsx";
import { Page } from "../../_includes/layouts/Page.tsx";
import { type GlobalData, pageContext } from "../../_includes/page-context.ts";
import { AUTHORS, TOPICS } from "../model/fixed-pages.ts";
import type { SitePath } from "../model/urls.ts";

interface Index {
  readonly path: SitePath;
  readonly of: "topics" | "authors";
  readonly title: string;
  readonly description: string;
}

interface IndexData extends GlobalData {
  readonly index: Index;
}

const indexes: readonly Index[] = [
  { path: TOPICS, of: "topics", title: "Topics", description: "What stories are about, across all sections." },
  { path: AUTHORS, of: "authors", title: "Authors", description: "The desks that write and check the stories." },
];

export const data = {
  indexes,
  pagination: { data: "indexes", size: 1, alias: "index" },
  permalink: ({ index }: IndexData) => index.path,
  eleventyExcludeFromCollections: true,
};

export default function TopicsOrAuthors(global: IndexData) {
  const { path, of, title, description } = global.index;
  const context = pageContext(global, path);
  const listings = global.catalog[of];
  return (
    <Page context={context} title={title} description={description} crumbs={[]} subject={{ kind: "listings", listings }}>
      <header class="listing-head">
        <h1>{title}</h1>
        <p>{description}</p>
      </header>
      <ListingLinks listings={listings} href={context.href} />
    </Page>
  );
}

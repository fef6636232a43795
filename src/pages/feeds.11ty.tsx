import { FeedList } from "../../_includes/components/feeds/FeedList.tsx";
import { Page } from "../../_includes/layouts/Page.tsx";
import { type GlobalData, pageContext } from "../../_includes/page-context.ts";
import { FEEDS, FIXED_PAGES, HOME } from "../model/fixed-pages.ts";

export const data = {
  permalink: ({ site }: GlobalData) => (site.address === undefined ? false : FEEDS),
  eleventyExcludeFromCollections: true,
};

const DESCRIPTION = "Follow the whole publication, a section, a topic or an author in a feed reader.";

export default function Feeds(global: GlobalData) {
  const { catalog, site } = global;
  const context = pageContext(global, FEEDS);
  const publicationFeeds = [{ name: "All stories", path: HOME }, FIXED_PAGES.corrections];
  return (
    <Page context={context} title="Feeds" description={DESCRIPTION} crumbs={[]}>
      <header class="listing-head">
        <h1>Feeds</h1>
        <p>{DESCRIPTION}</p>
      </header>
      <div class="prose feeds-intro">
        <p>
          A feed reader collects new stories from the publications you choose, without an account, an e-mail address or tracking.
          Copy the address of a feed into your reader, or the address of any page of {site.name}: most readers find its feed by
          themselves. Atom, RSS and JSON Feed all carry the full text of the thirty newest stories; use whichever your reader
          supports.
        </p>
      </div>
      <FeedList title="The whole publication" listings={publicationFeeds} href={context.href} />
      <FeedList title="Sections" listings={catalog.sections} href={context.href} />
      <FeedList title="Topics" listings={catalog.topics} href={context.href} />
      <FeedList title="Authors" listings={catalog.authors} href={context.href} />
    </Page>
  );
}

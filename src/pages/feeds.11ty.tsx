import { FeedList } from "../../_includes/components/feeds/FeedList.tsx";
import { Page } from "../../_includes/layouts/Page.tsx";
import { type GlobalData, pageContext } from "../../_includes/page-context.ts";
import { FEEDS, FIXED_PAGES, HOME } from "../model/fixed-pages.ts";

export const data = {
  permalink: ({ site }: GlobalData) => (site.address === undefined ? false : FEEDS),
  eleventyExcludeFromCollections: true,
};

const DESCRIPTION = "Every new story in a feed reader: of the whole publication, a section, a topic or an author.";

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
          A feed reader gathers what is new from the publications that you choose: no account with them, no e-mail address, no
          tracking. Copy the address of a feed into yours; given the address of any page of {site.name}, most find its feed
          themselves. Atom, RSS and JSON Feed carry the same, the whole text of the thirty newest stories, so take whichever your
          reader knows.
        </p>
      </div>
      <FeedList title="The whole publication" listings={publicationFeeds} href={context.href} />
      <FeedList title="Sections" listings={catalog.sections} href={context.href} />
      <FeedList title="Topics" listings={catalog.topics} href={context.href} />
      <FeedList title="Authors" listings={catalog.authors} href={context.href} />
    </Page>
  );
}

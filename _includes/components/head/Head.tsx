import type { Article } from "../../../src/model/article.ts";
import { THEME_COLOR } from "../../../src/model/assets.ts";
import { HOME } from "../../../src/model/fixed-pages.ts";
import type { Site } from "../../../src/model/site.ts";
import { APP_MANIFEST, FEED_FORMATS, feedPath, type Href, hrefAbsolute, OPEN_SEARCH } from "../../../src/model/urls.ts";
import { openGraphTags } from "../../../src/syndication/structured-data/open-graph.ts";
import { jsonLd, pageGraph } from "../../../src/syndication/structured-data/page-graph.ts";
import type { PageMetadata, SiteContext } from "../../../src/syndication/structured-data/page-metadata.ts";
import type { PageContext } from "../../page-context.ts";
import type { NamedPath } from "../link-list/LinkList.tsx";

/** Relative dates are set before the first paint: later, they would shift the layout (HTML, blocking attributes). */
const BEFORE_FIRST_PAINT = { blocking: "render" };

/** What search engines may do with a page: https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag */
const ROBOTS = { listed: "max-image-preview:large", unlisted: "noindex" } as const;

interface HeadProps {
  readonly context: PageContext;
  /** The document's title, for browser tabs and search results. */
  readonly name: string;
  readonly page: PageMetadata;
  readonly robots: keyof typeof ROBOTS;
  /** A listing with feeds of its own. */
  readonly feeds: NamedPath | undefined;
}

/** The `head` of a page. Tags with absolute addresses are left out where the site has no address. */
export function Head({ context, name, page, robots, feeds }: HeadProps) {
  const { site, assets, href } = context;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{name}</title>
      <meta name="description" content={page.description} />
      <meta name="robots" content={ROBOTS[robots]} />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content={THEME_COLOR.light} media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content={THEME_COLOR.dark} media="(prefers-color-scheme: dark)" />
      {assets.preloadedFonts.map((font) => (
        <link rel="preload" href={href(font)} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      <link rel="stylesheet" href={href(assets.stylesheet)} />
      <script src={href(assets.schemeScript)} />
      <script type="module" src={href(assets.script)} {...BEFORE_FIRST_PAINT} />
      <link rel="icon" href={href(assets.icon)} type="image/svg+xml" />
      <link rel="apple-touch-icon" href={href(assets.appIcons.apple)} />
      <link rel="manifest" href={href(APP_MANIFEST)} />
      {site.address ? (
        <AbsoluteTags address={site.address} context={context} page={page} feeds={feeds} />
      ) : (
        page.subject.kind === "story" && <AuthorTag authors={page.subject.article.authors} />
      )}
    </head>
  );
}

/** The authors of a story whose site has no structured data: reader views would take a part of the byline for them. */
function AuthorTag({ authors }: Pick<Article, "authors">) {
  return <meta name="author" content={authors.map(({ name }) => name).join(", ")} />;
}

/** The tags that need absolute addresses. */
function AbsoluteTags({
  address,
  context,
  page,
  feeds,
}: Pick<HeadProps, "context" | "page" | "feeds"> & { readonly address: string }) {
  const { site, assets, href } = context;
  const siteContext = { site, href: hrefAbsolute(address), logo: assets.feedIcons.large };
  return (
    <>
      <link rel="canonical" href={siteContext.href(page.path)} />
      <FeedLinks own={feeds} site={site} href={href} />
      <link rel="search" type="application/opensearchdescription+xml" title={site.name} href={href(OPEN_SEARCH)} />
      <SocialTags page={page} siteContext={siteContext} />
      <StructuredData page={page} siteContext={siteContext} />
    </>
  );
}

interface FeedLinksProps {
  /** A listing with feeds of its own. They come first: feed readers take the first link (HTML, link type "alternate"). */
  readonly own: NamedPath | undefined;
  readonly site: Site;
  readonly href: Href;
}

/** Feed autodiscovery: every format of the page's own feed, and of the publication's. */
function FeedLinks({ own, site, href }: FeedLinksProps) {
  const publication = { name: site.name, path: HOME };
  const listings = own ? [{ name: `${site.name}: ${own.name}`, path: own.path }, publication] : [publication];
  return (
    <>
      {listings.flatMap(({ name, path }) =>
        FEED_FORMATS.map((format) => (
          <link rel="alternate" type={format.type} title={`${name} (${format.name})`} href={href(feedPath(path, format))} />
        )),
      )}
    </>
  );
}

interface MetadataProps {
  readonly page: PageMetadata;
  readonly siteContext: SiteContext;
}

/** Open Graph tags. X reads them too, except for the size of the card. */
function SocialTags({ page, siteContext }: MetadataProps) {
  return (
    <>
      {openGraphTags(page, siteContext).map(([property, content]) => (
        <meta property={property} content={content} />
      ))}
      {page.card && <meta name="twitter:card" content="summary_large_image" />}
    </>
  );
}

/** JSON-LD in a data block, which the content-security policy allows because it is not a script. */
function StructuredData({ page, siteContext }: MetadataProps) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonLd(pageGraph(page, siteContext)) }} />;
}

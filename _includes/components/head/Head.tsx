import { PAPER } from "../../../src/model/assets.ts";
import { APP_MANIFEST, hrefAbsolute, OPEN_SEARCH } from "../../../src/model/urls.ts";
import type { DescribedPage } from "../../../src/syndication/structured-data/described-page.ts";
import type { PageContext } from "../../page-context.ts";
import type { NamedPath } from "../link-list/LinkList.tsx";
import { FeedLinks } from "./FeedLinks.tsx";
import { ShareTags } from "./ShareTags.tsx";
import { StructuredData } from "./StructuredData.tsx";

/** Dates become relative before they are first seen: afterwards the text beside them would move (HTML, blocking attributes). */
const BEFORE_FIRST_PAINT = { blocking: "render" };

/** What search engines may do with a page: https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag */
const ROBOTS = { listed: "max-image-preview:large", unlisted: "noindex" } as const;

interface HeadProps {
  readonly context: PageContext;
  /** The name of the document, for tabs and search results. */
  readonly name: string;
  readonly page: DescribedPage;
  readonly robots: keyof typeof ROBOTS;
  /** A listing with feeds of its own. */
  readonly feeds: NamedPath | undefined;
}

/** The head of a document. What needs the publication's address is left out where it has none. */
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
      <meta name="theme-color" content={PAPER.light} media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content={PAPER.dark} media="(prefers-color-scheme: dark)" />
      {assets.preloadedFonts.map((font) => (
        <link rel="preload" href={href(font)} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      <link rel="stylesheet" href={href(assets.stylesheet)} />
      <script src={href(assets.schemeScript)} />
      <script type="module" src={href(assets.script)} {...BEFORE_FIRST_PAINT} />
      <link rel="icon" href={href(assets.icon)} type="image/svg+xml" />
      <link rel="apple-touch-icon" href={href(assets.appIcons.apple)} />
      <link rel="manifest" href={href(APP_MANIFEST)} />
      {site.address && <Addressed address={site.address} context={context} page={page} feeds={feeds} />}
    </head>
  );
}

function Addressed({
  address,
  context,
  page,
  feeds,
}: Pick<HeadProps, "context" | "page" | "feeds"> & { readonly address: string }) {
  const { site, assets, href } = context;
  const whole = { site, href: hrefAbsolute(address), logo: assets.feedIcons.large };
  return (
    <>
      <link rel="canonical" href={whole.href(page.path)} />
      <FeedLinks own={feeds} site={site} href={href} />
      <link rel="search" type="application/opensearchdescription+xml" title={site.name} href={href(OPEN_SEARCH)} />
      <ShareTags page={page} whole={whole} />
      <StructuredData page={page} whole={whole} />
    </>
  );
}

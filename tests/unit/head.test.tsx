import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { Head } from "../../_includes/components/head/Head.tsx";
import type { PageContext } from "../../_includes/page-context.ts";
import type { Site } from "../../src/model/site.ts";
import { hrefFrom } from "../../src/model/urls.ts";
import { openGraphLocale } from "../../src/syndication/structured-data/open-graph.ts";
import { story, taxonomyTerm } from "./sample-story.ts";
import { sampleSite, storyPage } from "./structured-data-sample.ts";

const ASSETS = {
  stylesheet: "/assets/site.css",
  script: "/assets/site.js",
  schemeScript: "/assets/scheme.js",
  preloadedFonts: [],
  icon: "/assets/icon.svg",
  notFoundStyles: "",
  feedStylesheet: "/assets/feed.xsl",
  feedIcons: { small: "/assets/icon-144.png", large: "/assets/icon-512.png" },
  publicationMark: "0123456789",
  isOfflineEnabled: true,
  appIcons: { apple: "/assets/icon-180.png", small: "/assets/icon-192.png", large: "/assets/icon-512.png" },
} as const;

const article = story({
  updated: "2026-01-08T08:00:00-05:00",
  topics: [taxonomyTerm("oil"), taxonomyTerm("gas")],
  authors: [taxonomyTerm("desk"), taxonomyTerm("other-desk")],
});

type Differences = Partial<Omit<Parameters<typeof Head>[0], "context">>;

function headOf(site: Site, differences: Differences = {}): string {
  const context: PageContext = {
    path: article.path,
    href: hrefFrom(article.path),
    site,
    assets: ASSETS,
    images: new Map(),
    markets: { series: [], unfiltered: new Map() },
    staticPages: [],
    socialCards: undefined,
  };
  return render(
    <Head context={context} name="A name" page={storyPage(article)} robots="listed" feeds={undefined} {...differences} />,
  );
}

const propertiesOf = (head: string) =>
  [...head.matchAll(/<meta (?:property|name)="((?:og|article|twitter):[^"]+)" content="([^"]*)"/g)].map(([, name, content]) => [
    name,
    content,
  ]);
const feedsOf = (head: string) =>
  [...head.matchAll(/<link rel="alternate" type="([^"]+)" title="([^"]+)" href="([^"]+)"/g)].map(([, ...each]) => each);

describe("the head of a story", () => {
  it("has Open Graph tags", () => {
    expect(propertiesOf(headOf(sampleSite()))).toEqual([
      ["og:type", "article"],
      ["og:title", "Talks open a channel"],
      ["og:description", "Two delegations met."],
      ["og:url", "https://example.org/news/2026/01/07/paris-talks/"],
      ["og:site_name", "The Gazette"],
      ["og:locale", "en_GB"],
      ["og:image", "https://example.org/news/pictures/card.jpg"],
      ["og:image:type", "image/jpeg"],
      ["og:image:width", "1200"],
      ["og:image:height", "630"],
      ["og:image:alt", "A “card” picture"],
      ["article:published_time", "2026-01-07T09:30:00-05:00"],
      ["article:modified_time", "2026-01-08T08:00:00-05:00"],
      ["article:section", "Politics"],
      ["article:tag", "The oil"],
      ["article:tag", "The gas"],
      ["article:author", "https://example.org/news/authors/desk/"],
      ["article:author", "https://example.org/news/authors/other-desk/"],
      ["twitter:card", "summary_large_image"],
    ]);
  });

  it("has no modification time where nothing was changed", () => {
    const head = headOf(sampleSite(), { page: storyPage(story()) });
    expect(propertiesOf(head).map(([name]) => name)).not.toContain("article:modified_time");
  });
});

it("the head has no absolute address, and no feed, where the site has no address", () => {
  const { address: _, ...site } = sampleSite();
  const head = headOf(site, { feeds: { name: "Politics", path: "/politics/" } });
  expect(head).not.toMatch(/https?:|property=|rel="(?:canonical|alternate|search)"|application\/ld\+json/);
});

it("the head links to the feeds of the page's own listing first, then to those of the publication", () => {
  const siteContext = [
    ["application/atom+xml", "The Gazette (Atom)", "../../../../feed.xml"],
    ["application/rss+xml", "The Gazette (RSS)", "../../../../rss.xml"],
    ["application/feed+json", "The Gazette (JSON Feed)", "../../../../feed.json"],
  ];
  expect(feedsOf(headOf(sampleSite()))).toEqual(siteContext);
  expect(feedsOf(headOf(sampleSite(), { feeds: { name: "Politics", path: "/politics/" } }))).toEqual([
    ["application/atom+xml", "The Gazette: Politics (Atom)", "../../../../politics/feed.xml"],
    ["application/rss+xml", "The Gazette: Politics (RSS)", "../../../../politics/rss.xml"],
    ["application/feed+json", "The Gazette: Politics (JSON Feed)", "../../../../politics/feed.json"],
    ...siteContext,
  ]);
});

it("search engines may show large pictures of listed pages, and must not index unlisted ones", () => {
  expect(headOf(sampleSite())).toContain('<meta name="robots" content="max-image-preview:large"/>');
  expect(headOf(sampleSite(), { robots: "unlisted" })).toContain('<meta name="robots" content="noindex"/>');
});

it.each([
  ["en-GB", "en_GB"],
  ["de", "de_DE"],
  ["zh-Hant", "zh_TW"],
  ["pt-BR", "pt_BR"],
])("%s is %s in Open Graph", (tag, locale) => {
  expect(openGraphLocale(tag)).toBe(locale);
});

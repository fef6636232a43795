import { describe, expect, it } from "vitest";
import { buildMarkets } from "../../src/markets/markets.ts";
import type { Article } from "../../src/model/article.ts";
import type { Body } from "../../src/model/body.ts";
import { buildCatalog } from "../../src/model/catalog.ts";
import { instant } from "../../src/model/dates.ts";
import type { PublishedImage } from "../../src/model/images.ts";
import type { PartnerFeed } from "../../src/model/site.ts";
import { hrefAbsolute, hrefFrom } from "../../src/model/urls.ts";
import { renderMarkdown } from "../../src/node/ingest/markdown/render-markdown.ts";
import { absoluteHtml } from "../../src/syndication/feeds/absolute-html.ts";
import { listingFeeds, partnerFeed, storyItems } from "../../src/syndication/feeds/story-feeds.ts";
import { contentErrors } from "./feed-rules.ts";
import { ADDRESS } from "./sample-feed.ts";
import { sampleFigureContext, sampleSeries } from "./sample-series.ts";
import { CALENDAR, ECONOMY, POLITICS, story, taxonomyTerm } from "./sample-story.ts";

const PUBLICATION = { name: "The Paper", description: "News.", sections: [POLITICS, ECONOMY] };
const BRENT = sampleSeries({ "2025-10": 60, "2025-11": 62.54, "2025-12": 61 });
const STRAIT: PublishedImage = {
  name: "strait",
  alt: "A strait & its ships",
  caption: "Where ships pass.",
  credit: "The Paper",
  licence: "CC BY 4.0",
  source: "own work",
  widthPx: 1600,
  heightPx: 900,
  sources: [],
  fallback: {
    type: "image/png",
    files: [
      { path: "/pictures/strait-480.png", widthPx: 480 },
      { path: "/pictures/strait-1200.png", widthPx: 1200 },
    ],
  },
  uses: [],
};
const SOURCES = {
  site: { name: "The Paper", language: "en-GB" },
  images: new Map([["strait", STRAIT]]),
  markets: buildMarkets([BRENT], Date.parse("2026-01-10T00:00:00Z")),
  href: hrefAbsolute(ADDRESS),
};
const STORY = `${ADDRESS}2026/01/07/paris-talks/`;

const itemOf = (article: Article) => storyItems(SOURCES)(article);
const contentOf = (about: Parameters<typeof story>[0]) => itemOf(story(about)).contentHtml;

/** A body as the build renders it for the page of the sample story. */
function rendered(markdown: string): Body {
  const { body, diagnostics } = renderMarkdown(
    markdown,
    hrefFrom("/2026/01/07/paris-talks/"),
    new Set(["strait"]),
    sampleFigureContext([BRENT], "2026-01-07"),
  );
  expect(diagnostics).toEqual([]);
  return body;
}

describe("a story in a feed", () => {
  it("is identified by its address, and changes when it is updated", () => {
    const item = itemOf(story({ updated: "2026-01-08T10:00:00-05:00", topics: [taxonomyTerm("energy")] }));
    expect(item).toMatchObject({ id: STORY, url: STORY, title: "Talks open a channel", summary: "Two delegations met." });
    expect(item.published.toISO()).toBe("2026-01-07T09:30:00.000-05:00");
    expect(item.updated.toISO()).toBe("2026-01-08T10:00:00.000-05:00");
    expect(item.authors).toEqual([{ name: "The politics-desk", url: `${ADDRESS}authors/politics-desk/` }]);
    expect(item.categories.map(({ scheme, term }) => `${scheme}${term}/`)).toEqual([
      `${ADDRESS}politics/`,
      `${ADDRESS}topics/energy/`,
    ]);
  });

  it("is rendered once for all its feeds", () => {
    const make = storyItems(SOURCES);
    const article = story();
    expect(make(article)).toBe(make(article));
    expect(make(story())).not.toBe(make(article));
  });

  it("starts with its picture, in the widest file of the fallback format", () => {
    const item = itemOf(story({ picture: { name: "strait", alt: undefined, caption: undefined } }));
    expect(item.picture).toEqual({
      url: `${ADDRESS}pictures/strait-1200.png`,
      type: "image/png",
      widthPx: 1200,
      heightPx: 675,
      alt: "A strait & its ships",
      credit: "The Paper",
    });
    expect(item.contentHtml).toMatch(
      `<figure><img src="${ADDRESS}pictures/strait-1200.png" width="1200" height="675" alt="A strait &amp; its ships">` +
        "<figcaption>Where ships pass. <small>The Paper. CC BY 4.0</small></figcaption></figure>\n<p>Two delegations met.</p>",
    );
    const own = contentOf({ picture: { name: "strait", alt: "Hormuz", caption: "Seen from above." } });
    expect(own).toContain('alt="Hormuz"><figcaption>Seen from above. ');
  });

  it("has its key points and, at the end, its corrections with their dates", () => {
    const html = contentOf({
      keyPoints: ["One <b>", "Two"],
      corrections: [{ date: instant("2026-01-08T10:00:00-05:00", CALENDAR), text: "Not 5 but 6." }],
    });
    expect(html).toContain("<h2>Key points</h2>\n<ul><li>One &lt;b&gt;</li><li>Two</li></ul>");
    expect(html.trimEnd()).toMatch(
      /<h2>Corrections<\/h2>\n<ul><li><time datetime="2026-01-08T10:00:00-05:00">8 January 2026, 10:00 EST<\/time>: Not 5 but 6\.<\/li><\/ul>$/,
    );
  });

  it("describes a chart in words, and links to it", () => {
    const body = rendered(
      "Before.\n\n```chart\nseries: brent\ntitle: Oil since autumn\nnote: In dollars of the day.\n```\n\nAfter.\n",
    );
    expect(contentOf({ body })).toContain(
      "<figure><p>Oil since autumn. US dollars a barrel, monthly. First 60.00 (October 2025), last 61.00 (December 2025), " +
        "lowest 60.00 (October 2025), highest 62.54 (November 2025).</p><p>In dollars of the day.</p><figcaption>" +
        `<a href="${STORY}#chart_1">See the chart on The Paper</a> <small>Source: US Energy Information Administration</small>` +
        "</figcaption></figure>",
    );
  });

  it("lists the sources of its figures, and later revisions", () => {
    const notes = {
      kind: "figureNotes",
      series: [
        { id: "brent", name: "Brent", source: "EIA" },
        { id: "gas", name: "Gas", source: "EIA" },
        { id: "eur", name: "Euro", source: "ECB" },
      ],
      revisions: [{ sentence: "Brent was 61 < 62.", isInBody: true }],
    } as const;
    const link = (id: string, name: string) => `<a href="${ADDRESS}market-data/${id}/">${name}</a>`;
    expect(contentOf({ body: [notes] })).toContain(
      `<p><small>Sources of figures: ${link("brent", "Brent")}, ${link("gas", "Gas")} (EIA); ${link("eur", "Euro")} (ECB).</small></p>\n` +
        "<ul><li>Brent was 61 &lt; 62.</li></ul>",
    );
  });

  it("has everything that Markdown can express, as safe HTML with absolute addresses only", () => {
    const html = contentOf({
      body: rendered(
        [
          "## What *it* is \\{#x}\n\nA [story](/2025/12/31/other/#law), [the same](#law), a [mail](mailto:a@b.example),",
          '[out](https://other.example/?a=1&b=2 "A > B"), `code <b>`, a note[^1], [61]{brent=2025-12} and a  \nbreak.\n',
          "![Ships](strait 'Their way')\n\n3. three\n4. four\n\n| A | B |\n|---|--:|\n| 1 | 2 |\n",
          "::: pullquote\nWords.\n:::\n\n```js\nlet a = 1 < 2;\n```\n\n---\n\n[^1]: The [note](/politics/).\n",
        ].join("\n"),
      ),
    });
    expect(contentErrors(html)).toEqual([]);
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      `${ADDRESS}2025/12/31/other/#law`,
      `${STORY}#law`,
      "mailto:a@b.example",
      "https://other.example/?a=1&amp;b=2",
      `${STORY}#fn1`,
      `${ADDRESS}market-data/brent/#at-2025-12`,
      `${ADDRESS}politics/`,
      `${STORY}#fnref1`,
    ]);
    expect(html).toContain("<h2>What <em>it</em> is");
    expect(html).toContain('<ol start="3">');
    expect(html).toContain('<th scope="col">B</th>');
    expect(html).toContain('title="A &gt; B"');
    expect(html).toContain("<figcaption>Their way <small>");
    expect(html).toContain("<pre><code>let a = 1 &lt; 2;\n</code></pre>");
    expect(html).not.toMatch(/class=|id=|aria-|tabindex/);
  });
});

it("a heading that contains a link keeps that link and loses its own", () => {
  const html = '<h2><span id="a"></span><a class="anchor" href="#a"><span>A <a href="../b/">b</a></span></a></h2>';
  expect(absoluteHtml(html, STORY)).toBe(`<h2>A <a href="${ADDRESS}2026/01/07/b/">b</a></h2>`);
});

describe("the feeds of a publication", () => {
  const at = (day: number) => `2026-01-${String(day).padStart(2, "0")}T09:00:00-05:00`;
  const catalogOf = (articles: readonly Article[]) =>
    buildCatalog(articles, instant("2027-01-01T00:00:00Z", CALENDAR), PUBLICATION);
  const feedsOf = (articles: readonly Article[]) => listingFeeds(catalogOf(articles), PUBLICATION, storyItems(SOURCES));

  it("are one of all stories, and one of every section, topic and author", () => {
    const feeds = feedsOf([story({ topics: [taxonomyTerm("energy")] })]);
    expect(feeds.map(({ title, page, folder, items }) => [title, page, folder, items.length])).toEqual([
      ["The Paper", "/", "/", 1],
      ["The Paper: Politics", "/politics/", "/politics/", 1],
      ["The Paper: Economy", "/economy/", "/economy/", 0],
      ["The Paper: The energy", "/topics/energy/", "/topics/energy/", 1],
      ["The Paper: The politics-desk", "/authors/politics-desk/", "/authors/politics-desk/", 1],
    ]);
  });

  it("have the thirty newest stories", () => {
    const [whole] = feedsOf(Array.from({ length: 31 }, (_, index) => story({ slug: `s-${index}`, published: at(index + 1) })));
    expect(whole?.items).toHaveLength(30);
    expect(whole?.items[0]?.url).toBe(`${ADDRESS}2026/01/31/s-30/`);
    expect(whole?.items.at(-1)?.url).toBe(`${ADDRESS}2026/01/02/s-1/`);
  });

  it("have the date of their latest change, not that of their newest story", () => {
    const old = story({ slug: "old", published: at(2), updated: at(20) });
    const [whole] = feedsOf([story(), old]);
    expect(whole?.updated?.toISODate()).toBe("2026-01-20");
  });

  it("have the date of the first story of all if they have none, and no date before that", () => {
    const feeds = feedsOf([story({ slug: "first", published: at(1) }), story({ published: at(5) })]);
    expect(feeds.find(({ page }) => page === "/economy/")?.updated?.toISODate()).toBe("2026-01-01");
    expect(feedsOf([])[0]?.updated).toBeUndefined();
  });

  describe("for partners", () => {
    const articles = [
      story({ slug: "p-1", published: at(10) }),
      story({ slug: "p-2", published: at(8) }),
      story({ slug: "e-1", published: at(9), section: ECONOMY }),
    ];
    const catalog = catalogOf(articles);
    const partner = (settings: Partial<PartnerFeed>, clock = at(10)) =>
      partnerFeed(
        { id: "acme", name: "Acme", hours: 24, ...settings },
        catalog,
        PUBLICATION,
        instant(clock, CALENDAR),
        storyItems(SOURCES),
      );
    const slugs = (feed: ReturnType<typeof partner>) => feed.items.map(({ url }) => url.split("/").at(-2));

    it("have the stories of so many hours before the edition’s clock", () => {
      expect(slugs(partner({}))).toEqual(["p-1", "e-1"]);
      expect(slugs(partner({ hours: 23 }))).toEqual(["p-1"]);
      expect(slugs(partner({ hours: 48 }))).toEqual(["p-1", "e-1", "p-2"]);
      expect(slugs(partner({}, at(12)))).toEqual([]);
    });

    it("have the chosen sections, without the excluded ones", () => {
      expect(slugs(partner({ hours: 99, sections: ["economy"] }))).toEqual(["e-1"]);
      expect(slugs(partner({ hours: 99, without: ["economy"] }))).toEqual(["p-1", "p-2"]);
      expect(slugs(partner({ hours: 99, sections: ["economy", "politics"], without: ["politics"] }))).toEqual(["e-1"]);
    });

    it("are in a folder of their own, and keep the date of their last story after it has expired", () => {
      const feed = partner({}, at(30));
      expect(feed).toMatchObject({ title: "The Paper: Acme", page: "/", folder: "/partners/acme/", items: [] });
      expect(feed.updated?.toISODate()).toBe("2026-01-10");
    });
  });
});

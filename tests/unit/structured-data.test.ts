import { parse } from "parse5";
import type { Graph } from "schema-dts";
import { describe, expect, it } from "vitest";
import { instant } from "../../src/model/dates.ts";
import type { Author } from "../../src/model/taxonomy.ts";
import { licenceUrl } from "../../src/syndication/licences.ts";
import { imageObject } from "../../src/syndication/structured-data/image-object.ts";
import { newsArticle } from "../../src/syndication/structured-data/news-article.ts";
import { jsonLd, pageGraph } from "../../src/syndication/structured-data/page-graph.ts";
import type { PageMetadata, PageSubject } from "../../src/syndication/structured-data/page-metadata.ts";
import { marketSeries } from "./open-data-sample.ts";
import { CALENDAR, story, taxonomyTerm } from "./sample-story.ts";
import { samplePublishedImage, sampleSiteContext, sampleSocialCard, storyPage } from "./structured-data-sample.ts";

const siteContext = sampleSiteContext();

const page = (subject: PageSubject, differences: Partial<PageMetadata> = {}): PageMetadata => ({
  path: "/somewhere/",
  title: "Somewhere",
  description: "What is there.",
  crumbs: [{ name: "Home", path: "/" }],
  subject,
  card: undefined,
  ...differences,
});

const subjectOf = (subject: PageSubject) => pageGraph(page(subject), siteContext)["@graph"][0];

describe("a data block", () => {
  const HOSTILE = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "-->",
    "]]>",
    "&lt;/script&gt; &amp; &#60;",
    "\u2028\u2029",
    "\ud800 and \udfff",
    "\u0000\u0008\u001f\u007f",
    "\"'`\\</ScRiPt >",
    "😀 \u202eright to left",
  ];

  it.each(HOSTILE)("contains %j without ending, and round-trips it", (text) => {
    const graph: Graph = { "@context": "https://schema.org", "@graph": [{ "@type": "WebPage", name: text, url: text }] };
    const block = jsonLd(graph);
    expect(block).not.toMatch(/[<>&\u2028\u2029]/);
    const document = parse(
      `<!DOCTYPE html><html><head><script type="application/ld+json">${block}</script></head><body></body></html>`,
    );
    const html = document.childNodes.find((node) => node.nodeName === "html");
    const head = html && "childNodes" in html ? html.childNodes[0] : undefined;
    const children = head && "childNodes" in head ? head.childNodes : [];
    expect(children.map(({ nodeName }) => nodeName)).toEqual(["script"]);
    const [script] = children;
    const [content] = script && "childNodes" in script ? script.childNodes : [];
    expect(content && "value" in content ? JSON.parse(content.value) : undefined).toEqual(graph);
  });
});

describe("a story", () => {
  const crops = [
    sampleSocialCard("wide", 1200, 675),
    sampleSocialCard("classic", 1200, 900),
    sampleSocialCard("square", 1200, 1200),
  ];
  const articleOf = (...[article, pictures]: Parameters<typeof storyPage>) => {
    const described = storyPage(article, pictures);
    return newsArticle(described.subject, described, siteContext);
  };

  it("has dates with the offset, and the date of publication as the last change where nothing was updated", () => {
    expect(articleOf(story())).toMatchObject({
      datePublished: "2026-01-07T09:30:00-05:00",
      dateModified: "2026-01-07T09:30:00-05:00",
    });
    expect(articleOf(story({ updated: "2026-07-08T10:00:00-04:00" }))).toMatchObject({
      datePublished: "2026-01-07T09:30:00-05:00",
      dateModified: "2026-07-08T10:00:00-04:00",
    });
  });

  it("has a desk as an organisation and a person as a person, each by name only", () => {
    const jane: Author = { ...taxonomyTerm("jane-doe"), name: "Jane Doe", kind: "person" };
    expect(articleOf(story({ authors: [taxonomyTerm("desk"), jane] }))).toMatchObject({
      author: [
        { "@type": "Organization", name: "The desk", url: "https://example.org/news/authors/desk/" },
        { "@type": "Person", name: "Jane Doe", url: "https://example.org/news/authors/jane-doe/" },
      ],
    });
  });

  it("has its crops and its lead picture, or the social card where there is none", () => {
    const pictures = articleOf(story(), { crops, lead: samplePublishedImage() });
    expect(pictures).toMatchObject({
      image: [
        { url: "https://example.org/news/pictures/wide.jpg", width: "1200 px", height: "675 px" },
        { url: "https://example.org/news/pictures/classic.jpg", width: "1200 px", height: "900 px" },
        { url: "https://example.org/news/pictures/square.jpg", width: "1200 px", height: "1200 px" },
        { contentUrl: "https://example.org/news/pictures/port-1200.jpg", width: "1200 px", height: "800 px" },
      ],
    });
    const card = { url: "https://example.org/news/pictures/card.jpg", width: "1200 px", height: "630 px" };
    expect(articleOf(story())).toMatchObject({ image: [card], thumbnailUrl: card.url });
  });

  it("has its own caption for its lead picture, or the picture’s", () => {
    const captioned = story({ picture: { name: "port", caption: "Ships wait.", alt: undefined } });
    expect(articleOf(captioned, { lead: samplePublishedImage() })).toMatchObject({ image: [{}, { caption: "Ships wait." }] });
    expect(articleOf(story(), { lead: samplePublishedImage() })).toMatchObject({ image: [{}, { caption: "The port at dawn." }] });
  });

  it("has its corrections, and no such field where there are none", () => {
    const date = instant("2026-01-08T12:00:00-05:00", CALENDAR);
    const corrected = story({ updated: "2026-01-08T12:00:00-05:00", corrections: [{ date, text: "It was Tuesday." }] });
    expect(articleOf(corrected)).toMatchObject({
      correction: [{ "@type": "CorrectionComment", text: "It was Tuesday.", datePublished: "2026-01-08T12:00:00-05:00" }],
    });
    expect(articleOf(story())).not.toHaveProperty("correction");
    expect(articleOf(story())).not.toHaveProperty("keywords");
  });

  it("has its topics, section, length, language and publisher", () => {
    expect(articleOf(story({ topics: [taxonomyTerm("oil"), taxonomyTerm("gas")], words: 612 }))).toMatchObject({
      headline: "Talks open a channel",
      articleSection: "Politics",
      keywords: ["The oil", "The gas"],
      wordCount: 612,
      inLanguage: "en-GB",
      isAccessibleForFree: true,
      mainEntityOfPage: "https://example.org/news/2026/01/07/paris-talks/",
      publisher: { "@id": "https://example.org/news/#organization", name: "The Gazette" },
    });
  });
});

describe("a picture", () => {
  const terms = (differences: Parameters<typeof samplePublishedImage>[0]) =>
    imageObject(samplePublishedImage(differences), undefined, siteContext);

  it("has its credit, its licence and the page of its source", () => {
    expect(terms({})).toMatchObject({
      creditText: "Jane Doe",
      copyrightNotice: "Jane Doe. CC BY-SA 4.0",
      license: "https://creativecommons.org/licenses/by-sa/4.0/",
      acquireLicensePage: "https://example.com/port",
    });
  });

  it("links to its credit if it is own work under an open licence", () => {
    expect(terms({ source: "own work" })).toMatchObject({
      acquireLicensePage: "https://example.org/news/picture-credits/#port",
    });
  });

  it("has no licence whose address is unknown", () => {
    const license = terms({ source: "own work", licence: "All rights reserved" });
    expect(license).toMatchObject({ copyrightNotice: "Jane Doe. All rights reserved" });
    expect(license).not.toHaveProperty("license");
    expect(license).not.toHaveProperty("acquireLicensePage");
  });

  it("has the publication as its creator if the credit names it", () => {
    for (const credit of ["The Gazette", "The Gazette, map data of the atlas"]) {
      expect(terms({ credit })).toMatchObject({ creator: { name: "The Gazette" } });
    }
    for (const credit of ["Jane Doe", "The Gazette-Herald"]) expect(terms({ credit })).not.toHaveProperty("creator");
  });
});

it.each([
  ["CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"],
  ["cc by-nc-nd 2.0", "https://creativecommons.org/licenses/by-nc-nd/2.0/"],
  ["CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"],
  ["CC0", "https://creativecommons.org/publicdomain/zero/1.0/"],
  ["Public domain", "https://creativecommons.org/publicdomain/mark/1.0/"],
  ["US government public domain", "https://www.copyright.gov/title17/92chap1.html#105"],
  ["CC BY", undefined],
  ["constructor", undefined],
  ["All rights reserved", undefined],
])("the address of the licence %s is %s", (licence, deed) => {
  expect(licenceUrl(licence)).toBe(deed);
});

describe("a page", () => {
  it("has its visible breadcrumbs, and itself at the end", () => {
    const [, breadcrumbs] = pageGraph(storyPage(story()), siteContext)["@graph"];
    expect(breadcrumbs).toEqual({
      "@type": "BreadcrumbList",
      itemListElement: [
        { "@type": "ListItem", position: 1, name: "Home", item: "https://example.org/news/" },
        { "@type": "ListItem", position: 2, name: "Politics", item: "https://example.org/news/politics/" },
        { "@type": "ListItem", position: 3, name: "Talks open a channel" },
      ],
    });
  });

  it("of the whole publication has its search and its publisher", () => {
    const { "@graph": nodes } = pageGraph(page({ kind: "publication" }, { crumbs: [] }), siteContext);
    expect(nodes).toMatchObject([
      {
        "@type": "WebSite",
        potentialAction: { target: { urlTemplate: "https://example.org/news/search/?q={search_term_string}" } },
      },
      {
        "@type": "NewsMediaOrganization",
        "@id": "https://example.org/news/#organization",
        logo: { url: "https://example.org/news/assets/icon-0123456789.png" },
        correctionsPolicy: "https://example.org/news/corrections/",
      },
    ]);
  });

  it("without listed pages has no list", () => {
    expect(subjectOf({ kind: "stories", articles: [] })).not.toHaveProperty("mainEntity");
    expect(subjectOf({ kind: "stories", articles: [story()] })).toMatchObject({
      mainEntity: { itemListElement: [{ position: 1, url: "https://example.org/news/2026/01/07/paris-talks/" }] },
    });
  });

  it("of a desk has its parent organisation, and that of a person has none", () => {
    expect(subjectOf({ kind: "author", author: taxonomyTerm("desk") })).toMatchObject({
      "@type": "ProfilePage",
      mainEntity: { "@type": "Organization", parentOrganization: { "@id": "https://example.org/news/#organization" } },
    });
    const person = subjectOf({ kind: "author", author: { ...taxonomyTerm("jane"), kind: "person" } });
    expect(person).toMatchObject({ mainEntity: { "@type": "Person", name: "The jane", description: "About jane." } });
    expect(person).not.toHaveProperty("mainEntity.parentOrganization");
  });
});

describe("a market series", () => {
  it.each([
    ["monthly", "2026-04", "2026-07", "2026-04-01/2026-07-31"],
    ["quarterly", "2025-Q4", "2026-Q1", "2025-10-01/2026-03-31"],
    ["daily", "2026-02-27", "2026-03-02", "2026-02-27/2026-03-02"],
    ["annual", "2019", "2025", "2019-01-01/2025-12-31"],
  ] as const)("that is %s covers the days from its first to its last period", (frequency, first, last, coverage) => {
    const observations = [
      { date: first, value: 1 },
      { date: last, value: 2 },
    ];
    expect(subjectOf({ kind: "series", series: marketSeries(observations, { frequency }) })).toMatchObject({
      "@type": "Dataset",
      temporalCoverage: coverage,
    });
  });

  it("has a description of at least 50 characters, however short its name is", () => {
    const short = marketSeries([{ date: "2024", value: 1 }], {
      name: "X",
      frequency: "annual",
      source: { name: "Y", url: "https://y.example/" },
    });
    const set = subjectOf({ kind: "series", series: short });
    expect(set && typeof set === "object" && "description" in set ? `${set.description}`.length : 0).toBeGreaterThanOrEqual(50);
  });

  it("has both formats to download, and no licence whose address is unknown", () => {
    const observations = [{ date: "2026-04", value: 1 }];
    expect(subjectOf({ kind: "series", series: marketSeries(observations) })).toMatchObject({
      license: "https://www.copyright.gov/title17/92chap1.html#105",
      distribution: [
        { encodingFormat: "text/csv", contentUrl: "https://example.org/news/data/brent.csv" },
        { encodingFormat: "application/json", contentUrl: "https://example.org/news/data/brent.json" },
      ],
    });
    expect(subjectOf({ kind: "series", series: marketSeries(observations, { licence: "Ask us" }) })).not.toHaveProperty(
      "license",
    );
  });
});

import { describe, expect, it } from "vitest";
import { factsOf, searchRecord } from "../../src/formats/search/search-record.ts";
import { instant } from "../../src/model/dates.ts";
import type { Images } from "../../src/model/images.ts";
import { story, taxonomyTerm } from "./sample-story.ts";

const HOSTILE = `"><script>alert('x')</script>&amp;`;
const ESCAPED = "&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;";
const NO_PICTURES: Images = new Map();

const record = (article: ReturnType<typeof story>, images = NO_PICTURES) => searchRecord(article, 7, "en-GB", images);
/** The metadata of a record by name, still escaped. */
const metaOf = (content: string) =>
  Object.fromEntries([...content.matchAll(/data-pagefind-meta="(\w+)\[content\]" content="([^"]*)"/g)].map(([, k, v]) => [k, v]));
const filtersOf = (content: string) =>
  [...content.matchAll(/data-pagefind-filter="(\w+)\[content\]" content="([^"]*)"/g)].map(
    ([, name, value]) => `${name}: ${value}`,
  );

describe("the search record of a story", () => {
  it("suffices for a result card", () => {
    const { url, content } = record(story({ words: 700, topics: [taxonomyTerm("trade"), taxonomyTerm("law")] }));
    expect(metaOf(content)).toEqual({
      title: "Talks open a channel",
      standfirst: "Two delegations met.",
      section: "Politics",
      topics: "The trade, The law",
      authors: "The politics-desk",
    });
    expect(factsOf(url)).toEqual({
      path: "/2026/01/07/paris-talks/",
      facts: { published: "2026-01-07T09:30:00-05:00", date: "7 Jan 2026", minutes: "3", picture: "" },
    });
  });

  it("has its section, topics, authors and month as filters", () => {
    const { content } = record(story({ topics: [taxonomyTerm("trade"), taxonomyTerm("law")] }));
    expect(filtersOf(content)).toEqual([
      "section: politics",
      "topic: trade",
      "topic: law",
      "author: politics-desk",
      "month: 2026-01",
    ]);
  });

  it("marks tables, their rows and cells, so that no excerpt runs into them", () => {
    const html = "<p>One.</p><table><thead><tr><th>A</th></tr></thead><tbody><tr><td>B</td></tr></tbody></table><p>Two.</p>";
    const text = record(story({ body: [{ kind: "html", html }] })).content.replace(/<[^>]*>/g, " ");
    const words = text.split(/\s+/).slice(text.split(/\s+/).indexOf("One."));
    expect(words.join(" ").trim()).toBe("One. \u001D \u001E \u001F A \u001E \u001F B \u001D Two.");
  });

  it("has its headline, standfirst, key points and text, weighted, without its pictures", () => {
    const body = [
      { kind: "html", html: "<p>One.</p>" },
      { kind: "figure", picture: "paris", alt: "Unread", caption: "Unread" },
      { kind: "html", html: "<p>Two.</p>" },
    ] as const;
    const { content } = record(story({ body, keyPoints: ["A point."] }));
    expect(content).toContain(
      '<h1 data-pagefind-weight="10">Talks open a channel</h1><p data-pagefind-weight="3">Two delegations met.</p>' +
        '<p data-pagefind-weight="2">A point.</p><p>One.</p>\n\n<p>Two.</p></body>',
    );
    expect(content).not.toContain("Unread");
  });

  it("has the titles of its charts, and not the notes on its figures", () => {
    const chart = {
      series: ["brent"],
      from: "2026-01",
      to: "2026-06",
      type: "line" as const,
      rebase: false,
      title: "Oil & gas",
      note: "Unread",
      annotations: [],
      knownAtMs: 0,
    };
    const notes = { kind: "figureNotes" as const, series: [{ id: "brent", name: "Unread", source: "Unread" }], revisions: [] };
    const { content } = record(story({ body: [{ kind: "html", html: "<p>One.</p>" }, { kind: "chart", chart }, notes] }));
    expect(content).toContain("<p>One.</p>\n<p>Oil &amp; gas</p>\n</body>");
    expect(content).not.toContain("Unread");
  });

  it("has its text as written, dashes included, and the ids of headings on these", () => {
    const html = '<h2><span id="2026–27"></span>2026–27</h2>';
    expect(record(story({ body: [{ kind: "html", html }] })).content).toContain('<h2 id="2026–27">2026–27</h2>');
  });

  it("has the smallest copy of its picture", () => {
    const files = [240, 480].map((widthPx) => ({ path: `/pictures/paris-${widthPx}.webp` as const, widthPx }));
    const source = { type: "image/webp", files };
    const about = { name: "paris", alt: "Paris", credit: "Us", licence: "CC BY 4.0", source: "own work" as const, uses: [] };
    const images: Images = new Map([["paris", { ...about, widthPx: 480, heightPx: 270, sources: [source], fallback: source }]]);
    const picture = { name: "paris", caption: undefined, alt: undefined };
    expect(factsOf(record(story({ picture }), images).url).facts.picture).toBe("/pictures/paris-240.webp");
  });

  it("has its index in the shard as the sort key", () => {
    expect(record(story()).content).toContain('data-pagefind-sort="order[content]" content="7"');
  });

  it("has its month in Latin digits, in any language", () => {
    const published = instant("2025-12-31T23:40:00-05:00", { timeZone: "America/New_York", language: "ar-u-nu-arab" });
    expect(filtersOf(record({ ...story(), published }).content)).toContain("month: 2025-12");
  });
});

it("all texts of a story are escaped", () => {
  const hostile = { id: "x", name: HOSTILE, description: HOSTILE };
  const article = story({
    title: HOSTILE,
    standfirst: HOSTILE,
    section: hostile,
    topics: [hostile],
    authors: [{ ...hostile, kind: "desk" }],
  });
  const { content } = record(article);
  expect(content).not.toContain("<script");
  expect(metaOf(content)).toMatchObject({
    title: ESCAPED,
    standfirst: ESCAPED,
    section: ESCAPED,
    topics: ESCAPED,
    authors: ESCAPED,
  });
  expect(content).toMatch(new RegExp(`<h1[^>]*>${RegExp.escape(ESCAPED)}</h1><p[^>]*>${RegExp.escape(ESCAPED)}</p>`));
});

import { describe, expect, it } from "vitest";
import type { Article } from "../../src/model/article.ts";
import { relatedStories } from "../../src/model/related.ts";
import { seededRandom } from "../bench/archive/random.ts";
import { ECONOMY, POLITICS, story, taxonomyTerm } from "./sample-story.ts";

const TOPICS = ["gold", "oil", "rates", "trade", "debt", "law", "ships", "chips"].map(taxonomyTerm);

/** Stories with up to four topics, common and rare ones, many at the same instant; newest first. */
function randomStories(count: number, seed: number): readonly Article[] {
  const next = seededRandom(String(seed));
  const stories = Array.from({ length: count }, (_, index) => {
    const day = String(1 + Math.floor(next() * 28)).padStart(2, "0");
    const hour = next() < 0.5 ? "09" : "15";
    const wanted = Math.floor(next() * 5);
    const topics = new Set(
      Array.from({ length: wanted }, () => TOPICS[Math.floor(next() ** 2 * TOPICS.length)] ?? taxonomyTerm("gold")),
    );
    return story({
      slug: `story-${index}`,
      published: `2026-01-${day}T${hour}:00:00-05:00`,
      section: next() < 0.6 ? POLITICS : ECONOMY,
      topics: [...topics],
    });
  });
  return newestFirst(stories);
}

function newestFirst(stories: readonly Article[]): readonly Article[] {
  return stories.toSorted((a, b) => b.published.toMillis() - a.published.toMillis() || (a.path < b.path ? -1 : 1));
}

/** A brute-force reference: compares each story with every earlier one. */
function byBruteForce(article: Article, stories: readonly Article[]): readonly string[] {
  const earlier = stories.filter(({ published }) => published < article.published);
  const having = (id: string) => earlier.filter(({ topics }) => topics.some((topic) => topic.id === id));
  const weigh = (id: string) => Math.log(1 + earlier.length / (having(id).length || 1));
  const wanted = new Map(article.topics.map(({ id }) => [id, weigh(id)]));
  const shared = ({ topics }: Article) => Math.round(topics.reduce((sum, { id }) => sum + (wanted.get(id) ?? 0), 0) * 1e9);
  const inSection = ({ section }: Article) => Number(section.id === article.section.id);
  return earlier
    .toSorted(
      (a, b) =>
        shared(b) - shared(a) ||
        inSection(b) - inSection(a) ||
        b.published.toMillis() - a.published.toMillis() ||
        (a.path < b.path ? -1 : 1),
    )
    .slice(0, 3)
    .map(({ slug }) => slug);
}

const slugs = (articles: readonly Article[] | undefined) => articles?.map(({ slug }) => slug);

describe("related stories", () => {
  it.each(Array.from({ length: 24 }, (_, seed) => seed))("are those that a brute-force comparison finds (seed %i)", (seed) => {
    const stories = randomStories(10 + seed * 8, seed);
    const coverage = relatedStories(stories);
    expect(coverage.size).toBe(stories.length);
    for (const article of stories) expect(slugs(coverage.get(article.path))).toEqual(byBruteForce(article, stories));
  });

  it("are earlier than the story, and never the story itself, even with very many topics", () => {
    const many = Array.from({ length: 12 }, (_, index) => taxonomyTerm(`topic-${index}`));
    const stories = newestFirst(
      randomStories(120, 99).map((article, index) => ({ ...article, topics: index % 3 === 0 ? many : article.topics })),
    );
    for (const [path, suggestions] of relatedStories(stories)) {
      const article = stories.find((each) => each.path === path);
      expect(new Set(slugs(suggestions)).size).toBe(suggestions.length);
      for (const { published } of suggestions) {
        expect(published.toMillis()).toBeLessThan(article?.published.toMillis() ?? 0);
      }
    }
  });

  it("do not change when later stories are published", () => {
    const stories = randomStories(200, 7);
    const whole = relatedStories(stories);
    for (const publishedFrom of [20, 60, 120, 199]) {
      const [first] = stories.slice(publishedFrom);
      const until = stories.filter(({ published }) => first && published <= first.published);
      for (const [path, suggestions] of relatedStories(until)) {
        expect(slugs(suggestions)).toEqual(slugs(whole.get(path)));
      }
    }
  });

  it("do not include stories of the same instant", () => {
    const [a, b, older] = [
      story({ slug: "a", topics: [taxonomyTerm("gold")] }),
      story({ slug: "b", topics: [taxonomyTerm("gold")] }),
      story({ slug: "older", published: "2026-01-01T09:00:00-05:00" }),
    ];
    const coverage = relatedStories([a, b, older]);
    expect(slugs(coverage.get(a.path))).toEqual(["older"]);
    expect(slugs(coverage.get(b.path))).toEqual(["older"]);
    expect(slugs(coverage.get(older.path))).toEqual([]);
  });

  it("are ranked by rarity of topic, then section, then date", () => {
    const day = (number: number) => `2026-01-0${number}T09:00:00-05:00`;
    const stories = newestFirst([
      story({ slug: "wanted", published: day(9), topics: [taxonomyTerm("rare"), taxonomyTerm("common")] }),
      story({ slug: "later", published: day(8), section: ECONOMY }),
      story({ slug: "common", published: day(7), section: ECONOMY, topics: [taxonomyTerm("common")] }),
      story({ slug: "rare", published: day(2), section: ECONOMY, topics: [taxonomyTerm("rare")] }),
      story({ slug: "common-here", published: day(1), topics: [taxonomyTerm("common")] }),
    ]);
    const coverage = relatedStories(stories);
    expect(slugs(coverage.get("/2026/01/09/wanted/"))).toEqual(["rare", "common-here", "common"]);
  });
});

import type { Article } from "./article.ts";
import type { SitePath } from "./urls.ts";

const SUGGESTIONS = 3;
/** A story's topics are compared in every combination, 2 to the power of their number; its rarest six say enough. */
const MOST_TOPICS = 6;

/**
 * For every story, up to three earlier ones that a reader may want next. Order: the topics both share, each weighted
 * by its rarity; then the same section; then the later one.
 *
 * Only what was published before a story counts, for the choice and for the rarity, so that a page never changes
 * because of what came after it. Each story is filed under every combination of its topics (and each combination also
 * by section), keeping the latest three: those hold the best three for any later story, because three later ones that
 * share as much always stand before an older one. The time is linear in the number of stories.
 *
 * @param articles newest first, as in the catalogue
 */
export function earlierCoverage(articles: readonly Article[]): ReadonlyMap<SitePath, readonly Article[]> {
  const latest = new Map<string, Article[]>();
  const storiesWithTopic = new Map<string, number>();
  const suggestions = new Map<SitePath, readonly Article[]>();
  let stories = 0;

  for (const simultaneous of byInstantOldestFirst(articles)) {
    const weigh = (topic: string): number => Math.log(1 + stories / (storiesWithTopic.get(topic) ?? 1));
    const files = simultaneous.map((article) => ({ article, keys: filingKeys(article, weigh) }));

    for (const { article, keys } of files) {
      const candidates = new Set(keys.flatMap((key) => latest.get(key) ?? []));
      suggestions.set(article.path, best(article, [...candidates], weigh));
    }
    for (const { article, keys } of files) {
      stories += 1;
      for (const { id } of article.topics) storiesWithTopic.set(id, (storiesWithTopic.get(id) ?? 0) + 1);
      for (const key of keys) latest.set(key, [article, ...(latest.get(key) ?? [])].slice(0, SUGGESTIONS));
    }
  }
  return suggestions;
}

/** Groups the stories of one instant: none of them is before another. */
function byInstantOldestFirst(articles: readonly Article[]): readonly (readonly Article[])[] {
  const groups: Article[][] = [];
  for (const article of articles.toReversed()) {
    const group = groups.at(-1);
    if (group?.[0]?.published.toMillis() === article.published.toMillis()) group.push(article);
    else groups.push([article]);
  }
  return groups;
}

/** A key for each combination of the story's topics, the empty one included, at large and within its section. */
function filingKeys(article: Article, weigh: (topic: string) => number): readonly string[] {
  const rarest = article.topics
    .map(({ id }) => id)
    .sort((a, b) => weigh(b) - weigh(a) || (a < b ? -1 : 1))
    .slice(0, MOST_TOPICS)
    .sort();
  const combinations = [""];
  for (const topic of rarest) combinations.push(...combinations.map((set) => `${set} ${topic}`));
  return combinations.flatMap((set) => [set, `${article.section.id}:${set}`]);
}

function best(article: Article, candidates: readonly Article[], weigh: (topic: string) => number): readonly Article[] {
  const topics = new Set(article.topics.map(({ id }) => id));
  return candidates
    .map((candidate) => ({
      candidate,
      shared: sharedWeight(candidate, topics, weigh),
      sameSection: Number(candidate.section.id === article.section.id),
    }))
    .sort(
      (a, b) =>
        b.shared - a.shared ||
        b.sameSection - a.sameSection ||
        b.candidate.published.toMillis() - a.candidate.published.toMillis() ||
        (a.candidate.path < b.candidate.path ? -1 : 1),
    )
    .slice(0, SUGGESTIONS)
    .map(({ candidate }) => candidate);
}

/** Rounded, so that the order in which two stories name their topics cannot tell apart what weighs the same. */
function sharedWeight(candidate: Article, topics: ReadonlySet<string>, weigh: (topic: string) => number): number {
  const weight = candidate.topics.reduce((sum, { id }) => sum + (topics.has(id) ? weigh(id) : 0), 0);
  return Math.round(weight * 1e9);
}

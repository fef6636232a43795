import type { Article } from "./article.ts";
import type { SitePath } from "./urls.ts";

const MAX_RELATED = 3;
/** Only a story's rarest topics count: it has 2 to the power of their number combinations. */
const MAX_TOPICS = 6;

/**
 * Up to three earlier related stories for every story. They are ranked by their shared topics, each weighted by its inverse
 * document frequency; then by same section; then by date, newest first.
 *
 * Only stories published before a story count, as candidates and in the frequencies, so that a page never changes because
 * of later ones. Each story is indexed by every combination of its topics, in total and within its section, and the index
 * holds the latest three of each: these include the best three for any later story, since of stories with the same
 * combination the later ones rank first. The time is linear in the number of stories.
 *
 * @param articles newest first, as in the catalogue
 */
export function relatedStories(articles: readonly Article[]): ReadonlyMap<SitePath, readonly Article[]> {
  const latest = new Map<string, Article[]>();
  const storiesWithTopic = new Map<string, number>();
  const related = new Map<SitePath, readonly Article[]>();
  let stories = 0;

  for (const simultaneous of byInstantOldestFirst(articles)) {
    const weigh = (topic: string): number => Math.log(1 + stories / (storiesWithTopic.get(topic) ?? 1));
    const indexed = simultaneous.map((article) => ({ article, keys: indexKeys(article, weigh) }));

    for (const { article, keys } of indexed) {
      const candidates = new Set(keys.flatMap((key) => latest.get(key) ?? []));
      related.set(article.path, best(article, [...candidates], weigh));
    }
    for (const { article, keys } of indexed) {
      stories += 1;
      for (const { id } of article.topics) storiesWithTopic.set(id, (storiesWithTopic.get(id) ?? 0) + 1);
      for (const key of keys) latest.set(key, [article, ...(latest.get(key) ?? [])].slice(0, MAX_RELATED));
    }
  }
  return related;
}

/** Groups stories by instant: of those with the same one, none is earlier than another. */
function byInstantOldestFirst(articles: readonly Article[]): readonly (readonly Article[])[] {
  const groups: Article[][] = [];
  for (const article of articles.toReversed()) {
    const group = groups.at(-1);
    if (group?.[0]?.published.toMillis() === article.published.toMillis()) group.push(article);
    else groups.push([article]);
  }
  return groups;
}

/** A key for each combination of the story's topics, including the empty one, in total and within its section. */
function indexKeys(article: Article, weigh: (topic: string) => number): readonly string[] {
  const rarest = article.topics
    .map(({ id }) => id)
    .sort((a, b) => weigh(b) - weigh(a) || (a < b ? -1 : 1))
    .slice(0, MAX_TOPICS)
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
    .slice(0, MAX_RELATED)
    .map(({ candidate }) => candidate);
}

/** Rounded, so that the order of a story's topics does not affect the sum. */
function sharedWeight(candidate: Article, topics: ReadonlySet<string>, weigh: (topic: string) => number): number {
  const weight = candidate.topics.reduce((sum, { id }) => sum + (topics.has(id) ? weigh(id) : 0), 0);
  return Math.round(weight * 1e9);
}

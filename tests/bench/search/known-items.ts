import type { Article } from "../../../src/model/article.ts";
import type { SitePath } from "../../../src/model/urls.ts";
import { between, type Random, seededRandom } from "../archive/random.ts";
import { misspell } from "./misspell.ts";
import { storyWords } from "./story-words.ts";

/** A known story, with queries to find it. */
export interface KnownItem {
  readonly path: SitePath;
  /** Its three rarest words. */
  readonly words: string;
  readonly title: string;
  /** The same with one typing error. */
  readonly misspelt: string;
}

const DISTINCTIVE_WORDS = 3;
const DISTINCTIVE = /^\p{L}{4,}$/u;

/** Draws stories of an archive, with a seed. */
export function knownItems(articles: readonly Article[], count: number, seed: string): readonly KnownItem[] {
  const stories = storiesByWord(articles);
  return shuffled(articles, seededRandom(seed))
    .slice(0, count)
    .map((article) => {
      const random = seededRandom(`${seed} ${article.path}`);
      const words = distinctiveWords(article, stories, random).join(" ");
      return { path: article.path, words, title: article.title, misspelt: misspell(words, random) };
    });
}

/** The number of stories with each word. */
function storiesByWord(articles: readonly Article[]): ReadonlyMap<string, number> {
  const stories = new Map<string, number>();
  for (const article of articles) {
    for (const word of new Set(storyWords(article))) stories.set(word, (stories.get(word) ?? 0) + 1);
  }
  return stories;
}

function distinctiveWords(article: Article, stories: ReadonlyMap<string, number>, random: Random): readonly string[] {
  const words = [...new Set(storyWords(article))].filter((word) => DISTINCTIVE.test(word));
  return shuffled(words, random)
    .sort((a, b) => (stories.get(a) ?? 0) - (stories.get(b) ?? 0))
    .slice(0, DISTINCTIVE_WORDS);
}

function shuffled<T>(all: readonly T[], random: Random): T[] {
  const left = [...all];
  return all.flatMap(() => left.splice(between(random, 0, left.length - 1), 1));
}

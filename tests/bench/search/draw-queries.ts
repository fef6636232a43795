import type { Article } from "../../../src/model/article.ts";
import { between, type Random, seededRandom } from "../archive/random.ts";
import { storyWords } from "./story-words.ts";

const SEARCHED = /^\p{L}{4,}$/u;

/** Queries of two words of one story, drawn with their frequency in the text. */
export function drawQueries(articles: readonly Article[], count: number, seed: string): readonly string[] {
  const random = seededRandom(seed);
  const drawn = new Set<string>();
  while (drawn.size < count) {
    const words = storyWords(pick(articles, random)).filter((word) => SEARCHED.test(word));
    const [first, second] = [pick(words, random), pick(words, random)];
    if (first !== second) drawn.add(`${first} ${second}`);
  }
  return [...drawn];
}

function pick<T>(all: readonly T[], random: Random): T {
  const picked = all[between(random, 0, all.length - 1)];
  if (picked === undefined) throw new Error("There is nothing to draw from.");
  return picked;
}

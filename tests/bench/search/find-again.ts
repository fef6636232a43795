import type { SearchAnswer } from "../../../src/formats/search/search-answer.ts";
import type { SearchedArchive } from "../../search-archive.ts";
import type { KnownItem } from "./known-items.ts";

/** A way to look for a story that one knows to be there. */
export interface Way {
  /** What the story is looked for by. */
  readonly by: string;
  readonly query: (item: KnownItem) => string;
  /** How far down the story may stand. */
  readonly among: number;
  /** The share of stories that are to be found so. */
  readonly goal: number;
}

export const WAYS: readonly Way[] = [
  { by: "three of its words", query: ({ words }) => words, among: 1, goal: 0.98 },
  { by: "its whole title", query: ({ title }) => title, among: 1, goal: 1 },
  { by: "three words, one misspelt", query: ({ misspelt }) => misspelt, among: 3, goal: 0.95 },
];

/** How well known stories are found in one way. */
export interface FoundAgain {
  readonly way: Way;
  readonly share: number;
  /** What did not find its story, and the story. */
  readonly missed: readonly string[];
}

export async function findAgain(way: Way, items: readonly KnownItem[], archive: SearchedArchive): Promise<FoundAgain> {
  const missed = [];
  for (const item of items) {
    const query = way.query(item);
    const { stories } = await askAndFollow(archive, query);
    if (!stories.slice(0, way.among).some(({ path }) => path === item.path)) missed.push(`“${query}” for ${item.path}`);
  }
  return { way, share: 1 - missed.length / items.length, missed };
}

/** Asks, and follows the suggestion where there is one, as a reader would. */
async function askAndFollow(archive: SearchedArchive, query: string): Promise<SearchAnswer> {
  const answer = await archive.ask({ q: query });
  return answer.suggestion === undefined ? answer : archive.ask({ q: answer.suggestion });
}

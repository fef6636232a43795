import type { SearchAnswer } from "../../../src/formats/search/search-answer.ts";
import type { SearchedArchive } from "../../search-archive.ts";
import type { KnownItem } from "./known-items.ts";

/** A way to search for a known story. */
export interface Way {
  /** For the report: what the query consists of. */
  readonly by: string;
  readonly query: (item: KnownItem) => string;
  /** The story must be among so many first results. */
  readonly among: number;
  /** The share of stories to be found. */
  readonly goal: number;
}

export const WAYS: readonly Way[] = [
  { by: "three of its words", query: ({ words }) => words, among: 1, goal: 0.98 },
  { by: "its whole title", query: ({ title }) => title, among: 1, goal: 1 },
  { by: "three words, one misspelt", query: ({ misspelt }) => misspelt, among: 3, goal: 0.95 },
];

/** The recall of known stories by one kind of query. */
export interface FoundAgain {
  readonly way: Way;
  readonly share: number;
  /** The queries that did not find their story. */
  readonly missed: readonly string[];
}

export async function findAgain(way: Way, items: readonly KnownItem[], archive: SearchedArchive): Promise<FoundAgain> {
  const missed = [];
  for (const item of items) {
    const query = way.query(item);
    const { stories } = await searchAndCorrect(archive, query);
    if (!stories.slice(0, way.among).some(({ path }) => path === item.path)) missed.push(`“${query}” for ${item.path}`);
  }
  return { way, share: 1 - missed.length / items.length, missed };
}

/** Searches, and follows the spelling correction if there is one, as a reader would. */
async function searchAndCorrect(archive: SearchedArchive, query: string): Promise<SearchAnswer> {
  const answer = await archive.search({ q: query });
  const { correction } = answer;
  return correction && !correction.isApplied ? archive.search({ q: correction.query }) : answer;
}

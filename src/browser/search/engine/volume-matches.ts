import type { Query, Term } from "../../../formats/search/search-query.ts";
import type { Postings, StoryId, Volume } from "./volume.ts";

/** What a volume answers to a query, filters aside. */
export interface VolumeMatches {
  readonly volume: Volume;
  /** Every story, newest first. */
  readonly stories: readonly StoryId[];
  /** What stories are ranked by. */
  readonly terms: readonly Term[];
  /** For each of the terms. */
  readonly postings: readonly Postings[];
  /** The stories that hold all of the query, and those that hold at least a word of it. */
  readonly all: ReadonlySet<StoryId>;
  readonly some: ReadonlySet<StoryId>;
}

/**
 * The terms that stories are ranked by: those of the query, and where its last word counts as a beginning, that word
 * itself once more, so that a story with exactly it comes before those with longer ones.
 */
export function rankedTerms({ terms }: Query): readonly Term[] {
  return [...terms, ...terms.filter(({ isBeginning }) => isBeginning).map(({ word }) => ({ word, isBeginning: false }))];
}

/** A query whose last word is no beginning, whether it may have been meant for one or not. */
export function inWholeWords(query: Query): Query {
  return { ...query, terms: query.terms.map(({ word }) => ({ word, isBeginning: false })) };
}

/**
 * Asks one volume. A query of nothing but `-without` finds what is left; one without words, such as `???`, nothing.
 *
 * @param between called between one word and the next; what it throws ends the search
 */
export async function matchVolume(volume: Volume, query: Query, between = async () => {}): Promise<VolumeMatches> {
  const stories = await volume.stories();
  const terms = rankedTerms(query);
  const postings = await inOrder(terms, ({ word, isBeginning }: Term) => volume.find(word, isBeginning), between);
  const phrases = await inOrder(query.phrases, (words) => volume.findPhrase(words));
  const without = await inOrder(query.without, (words) => holders(volume, words));
  const isAllowed = (id: StoryId): boolean => !without.some((set) => set.has(id));
  const asksForNothing = query.terms.length === 0 && !query.isBlank && without.length === 0;

  const holdsAll = [...postings.slice(0, query.terms.length), ...phrases];
  const all = asksForNothing ? [] : stories.filter((id) => isAllowed(id) && holdsAll.every((held) => held.has(id)));
  const some = stories.filter((id) => isAllowed(id) && postings.some((held) => held.has(id)));
  return { volume, stories, terms, postings, all: new Set(all), some: new Set(some) };
}

async function holders(volume: Volume, words: readonly string[]): Promise<{ has(id: StoryId): boolean }> {
  const [word] = words;
  return words.length === 1 && word !== undefined ? volume.find(word, false) : volume.findPhrase(words);
}

/** One after the other: where the first fails, nothing else is fetched. */
async function inOrder<T, R>(all: readonly T[], ask: (each: T) => Promise<R>, between = async () => {}): Promise<R[]> {
  const answers: R[] = [];
  for (const each of all) {
    if (answers.length > 0) await between();
    answers.push(await ask(each));
  }
  return answers;
}

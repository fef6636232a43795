import { parseQuery } from "../../../formats/search/search-query.ts";
import { mayBeMistyped } from "../../../formats/search/vocabulary.ts";
import { foldWord } from "../../../formats/search/words.ts";
import { type SpelledShard, tryOut } from "./corrected-query.ts";
import type { ShardMatches } from "./shard-matches.ts";
import { correctionsOf } from "./spelling.ts";

/** A word in more stories is hardly a misspelling of all of them. */
const MAX_STORIES = 2;
/** Of the stories with the word that is meant, for each with the misspelling. */
const MIN_RATIO = 5;
/** Shorter words have too many proper neighbours. */
const MIN_LENGTH = 6;

/**
 * Corrects a query that finds a story or two by a word which may be misspelt there: where a slip of it is in many more stories.
 *
 * @param matches of the query in every shard
 * @param checkpoint awaited now and then; throw from it to cancel the search
 */
export async function correctRareMisspelling(
  query: string,
  matches: readonly ShardMatches[],
  checkpoint = async () => {},
): Promise<string | undefined> {
  const found = matches.reduce((sum, { all }) => sum + all.size, 0);
  if (found > MAX_STORIES) return undefined;
  for (const { word } of parseQuery(query).terms) {
    const [folded, stories] = [foldWord(word), storiesWith(word, matches)];
    if (folded.length < MIN_LENGTH || !mayBeMistyped(folded) || stories === 0 || stories > MAX_STORIES) continue;
    const shards: SpelledShard[] = [];
    for (const { shard } of matches) shards.push({ shard, vocabulary: await shard.vocabularyLike(folded) });
    const vocabularies = shards.map(({ vocabulary }) => vocabulary);
    for (const { word: other, edits, stories: withOther } of await correctionsOf(folded, vocabularies, checkpoint)) {
      if (edits > 1 || withOther < stories * MIN_RATIO || !isSlip(folded, other)) continue;
      await checkpoint();
      const corrected = await tryOut(query, new Map([[folded, other]]), shards);
      if (corrected.stories.size > found) return corrected.query;
    }
  }
  return undefined;
}

/** The stories with exactly this word, stemmed. */
function storiesWith(word: string, matches: readonly ShardMatches[]): number {
  return matches.reduce((sum, { terms, postings }) => {
    const at = terms.findIndex((term) => term.word === word && !term.isPrefix);
    return sum + (postings[at]?.size ?? 0);
  }, 0);
}

/**
 * Whether an edit of a word is a slip: another word with a letter missing or added, with two swapped, or with another vowel. Two words with different
 * consonants, such as marked and market, are rather both meant.
 */
function isSlip(word: string, other: string): boolean {
  if (word.charAt(0) !== other.charAt(0)) return false;
  if (word.length !== other.length) return true;
  const [letters, otherLetters] = [word, other].map((each) => [...each].sort().join(""));
  return letters === otherLetters || consonants(word) === consonants(other);
}

function consonants(word: string): string {
  return word.replace(/[aeiou]/g, "");
}

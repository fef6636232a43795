import { parseQuery, type Term } from "../../../formats/search/search-query.ts";
import { mayBeMistyped } from "../../../formats/search/vocabulary.ts";
import { foldWord } from "../../../formats/search/words.ts";
import type { Shard } from "./shard.ts";
import { matchShard } from "./shard-matches.ts";
import { mergeCorrections, type Spelling } from "./spelling.ts";

/** A shard with its vocabulary. */
export interface SpelledShard {
  readonly shard: Shard;
  readonly spelling: Spelling;
}

/** Corrected words, by the folded word of the query that each replaces. */
type Replacements = ReadonlyMap<string, string>;

/** How many words of a query are corrected together. */
const MAX_MISTYPED_WORDS = 3;

/**
 * Corrects a query that no story matches, so that one does; undefined where no correction helps. Words that are in no story
 * are taken for mistyped. If there are none, any one word may be.
 *
 * @param checkpoint awaited before each attempt; throw from it to cancel the search
 */
export async function didYouMean(
  query: string,
  shards: readonly SpelledShard[],
  checkpoint = async () => {},
): Promise<string | undefined> {
  const { terms } = parseQuery(query);
  const unknown = terms.filter((term) => !shards.some(({ spelling }) => isKnown(spelling, term)));
  if (unknown.length > MAX_MISTYPED_WORDS) return undefined;
  const attempts = unknown.length > 1 ? correctAll(unknown, shards) : correctOne(unknown.length > 0 ? unknown : terms, shards);
  for (const replacements of attempts) {
    await checkpoint();
    const text = replaceWords(query, replacements);
    if (await matchesAny(text, replacements, shards)) return text;
  }
  return undefined;
}

/** Words that no vocabulary includes, such as numbers, count as known. */
function isKnown(spelling: Spelling, { word, isPrefix }: Term): boolean {
  const folded = foldWord(word);
  return !mayBeMistyped(folded) || spelling.has(folded) || (isPrefix && spelling.hasPrefix(folded));
}

/** Corrections of a single word, whichever it is: fewest edits first. */
function correctOne(terms: readonly Term[], shards: readonly SpelledShard[]): readonly Replacements[] {
  return terms
    .filter(({ word }) => mayBeMistyped(foldWord(word)))
    .flatMap(({ word }) => correctionsOf(word, shards).map((correction) => ({ ...correction, mistyped: word })))
    .sort((a, b) => a.edits - b.edits || b.stories - a.stories)
    .map(({ mistyped, word }) => new Map([[foldWord(mistyped), word]]));
}

/** Corrections of several words together: the likeliest of each, then the alternatives for one of them. */
function correctAll(terms: readonly Term[], shards: readonly SpelledShard[]): readonly Replacements[] {
  const choices = terms.map(({ word }) => ({
    mistyped: foldWord(word),
    words: correctionsOf(word, shards).map((each) => each.word),
  }));
  const likeliest = choices.flatMap(({ mistyped, words: [first] }) => (first === undefined ? [] : [[mistyped, first] as const]));
  if (likeliest.length < terms.length) return [];
  const others = choices.flatMap(({ mistyped, words }) =>
    words.slice(1).map((word) => new Map([...likeliest, [mistyped, word]])),
  );
  return [new Map(likeliest), ...others];
}

function correctionsOf(word: string, shards: readonly SpelledShard[]) {
  return mergeCorrections(shards.map(({ spelling }) => spelling.corrections(foldWord(word))));
}

/** Searches only shards that have the corrected words. */
async function matchesAny(text: string, replacements: Replacements, shards: readonly SpelledShard[]): Promise<boolean> {
  const query = parseQuery(text);
  for (const { shard, spelling } of shards) {
    if (![...replacements.values()].every((word) => spelling.has(word))) continue;
    if ((await matchShard(shard, query)).all.size > 0) return true;
  }
  return false;
}

/** Leaves quotation marks, other words and punctuation unchanged. */
function replaceWords(query: string, replacements: Replacements): string {
  return query.replace(/[\p{L}\p{M}\p{N}_.,'’&]+/gu, (text) => replacements.get(foldWord(text)) ?? text);
}

import { parseQuery } from "../../../formats/search/search-query.ts";
import type { Vocabulary } from "../../../formats/search/vocabulary.ts";
import { foldWord } from "../../../formats/search/words.ts";
import type { Shard } from "./shard.ts";
import { matchShard } from "./shard-matches.ts";

/** A shard with its vocabulary, or as much of it as is needed. */
export interface SpelledShard {
  readonly shard: Shard;
  readonly vocabulary: Vocabulary;
}

/** Corrected words, by the folded word of the query that each replaces. */
export type Replacements = ReadonlyMap<string, string>;

/** What a corrected query finds. */
export interface CorrectedMatches {
  readonly query: string;
  /** The stories that match all of its words. */
  readonly stories: ReadonlySet<string>;
  /** How often two of its words stand side by side in them. */
  readonly together: number;
}

/**
 * Tries out a correction, its corrected words as whole words. A shard without exactly those may have other forms of them.
 */
export async function tryOut(
  query: string,
  replacements: Replacements,
  shards: readonly SpelledShard[],
): Promise<CorrectedMatches> {
  const corrected = replaceWords(query, replacements);
  const parsed = parseQuery(corrected);
  const words = new Set(replacements.values());
  const terms = parsed.terms.map((term) => (words.has(foldWord(term.word)) ? { ...term, isPrefix: false } : term));
  const stories = new Set<string>();
  let together = 0;
  for (const { shard } of shards) {
    const { all, adjacent } = await matchShard(shard, { ...parsed, terms });
    for (const id of all) stories.add(`${shard.id} ${id}`);
    for (const pair of adjacent) together += [...pair.stories].filter((id) => all.has(id)).length;
  }
  return { query: corrected, stories, together };
}

/** Leaves quotation marks, other words and punctuation unchanged. */
function replaceWords(query: string, replacements: Replacements): string {
  return query.replace(/[\p{L}\p{M}\p{N}_.,'’&]+/gu, (text) => replacements.get(foldWord(text)) ?? text);
}

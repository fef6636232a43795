import type { FoundStory } from "../../../formats/search/search-answer.ts";
import { factsOf } from "../../../formats/search/search-record.ts";
import { foldWord, tokensOf, wordsOf } from "../../../formats/search/words.ts";
import type { PagefindStory } from "./pagefind.ts";
import { bestPassage, excerpt, type Hit } from "./passages.ts";
import type { RankedStory } from "./ranking.ts";
import { tableExcerpt } from "./table-excerpt.ts";

const MAX_MARKS = 20;
/** The idf of a term worth highlighting, as a share of the rarest term's: the "of" of a query is not. */
const MIN_RELATIVE_IDF = 0.2;
const WHITE_SPACE = /[^\S\uFEFF]+/;

/** Makes a search result of an indexed story, with its excerpt and its best passage. */
export async function showStory(ranked: RankedStory, story: PagefindStory, idfs: readonly number[]): Promise<FoundStory> {
  const { meta, content, anchors, filters } = story;
  const { path, facts } = factsOf(story.raw_url);
  const words = content.split(WHITE_SPACE);
  const [headline = 0, standfirst = 0] = [meta.title, meta.standfirst].map(
    (text) => text.split(WHITE_SPACE).filter(Boolean).length,
  );
  const hits = await distinctiveHits(ranked, idfs, words);
  return {
    path,
    title: meta.title,
    section: { id: filters.section[0] ?? "", name: meta.section },
    excerpt: excerpt(words, hits, headline) ?? tableExcerpt(words, hits) ?? [{ text: meta.standfirst, marked: false }],
    bestPassage: bestPassage(anchors, hits, headline + standfirst),
    marks: marksOf(words, hits),
    ...facts,
    picture: facts.picture ? `/${facts.picture.slice(1)}` : undefined,
  };
}

/** The hits of all terms that are rare enough, relative to the rarest one in the text. No others are looked up. */
async function distinctiveHits(
  { id, matches }: RankedStory,
  idfs: readonly number[],
  words: readonly string[],
): Promise<readonly Hit[]> {
  const terms = matches.terms.map((term, at) => ({ ...term, at, idf: idfs[at] ?? 0 }));
  const hits = new Map<number, Hit>();
  let minIdf = 0;
  for (const { word, isPrefix, at, idf } of terms.sort((a, b) => b.idf - a.idf)) {
    if (!matches.quoted[at]?.has(id) || idf < minIdf) continue;
    const byPrefix = isPrefix ? positionsOfPrefix(foldWord(word), words) : [];
    for (const position of [...(await matches.shard.positions(id, word)), ...byPrefix]) {
      if (!hits.has(position)) hits.set(position, { position, term: at, idf });
    }
    if (hits.size > 0) minIdf ||= idf * MIN_RELATIVE_IDF;
  }
  return [...hits.values()].sort((a, b) => a.position - b.position);
}

function positionsOfPrefix(prefix: string, words: readonly string[]): readonly number[] {
  return words.flatMap((text, at) => (wordsOf(text).some((word) => foldWord(word).startsWith(prefix)) ? [at] : []));
}

/** The matching words as the story spells them, folded. */
function marksOf(words: readonly string[], hits: readonly Hit[]): readonly string[] {
  const spelled = hits.flatMap(({ position }) => tokensOf(words[position] ?? "").map(({ word }) => word));
  return [...new Set(spelled)].slice(0, MAX_MARKS);
}

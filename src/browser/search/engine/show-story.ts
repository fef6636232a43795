import type { FoundStory } from "../../../formats/search/search-answer.ts";
import { factsOf } from "../../../formats/search/search-record.ts";
import { foldWord, wordsOf } from "../../../formats/search/words.ts";
import { bestPart } from "./best-part.ts";
import { excerpt } from "./excerpt.ts";
import type { FoundPlace } from "./found-place.ts";
import type { PagefindStory } from "./pagefind.ts";
import type { Ranked } from "./ranking.ts";

const MOST_MARKS = 20;
/** The rarity of a word worth showing, in parts of the rarest word's: nobody looks for the "of" of a query. */
const TELLING = 0.2;
const WHITE_SPACE = /[^\S\uFEFF]+/;

/** Makes a story of the index one that can be shown: with the stretch and the part that answer the query best. */
export async function showStory(ranked: Ranked, story: PagefindStory, rarity: readonly number[]): Promise<FoundStory> {
  const { meta, content, anchors, filters } = story;
  const { path, facts } = factsOf(story.raw_url);
  const words = content.split(WHITE_SPACE);
  const [headline = 0, standfirst = 0] = [meta.title, meta.standfirst].map(
    (text) => text.split(WHITE_SPACE).filter(Boolean).length,
  );
  const found = await tellingPlaces(ranked, rarity, words);
  return {
    path,
    title: meta.title,
    section: { id: filters.section[0] ?? "", name: meta.section },
    excerpt: excerpt(words, found, headline) ?? [{ text: meta.standfirst, marked: false }],
    bestPart: bestPart(anchors, found, headline + standfirst),
    marks: marksOf(words, found),
    ...facts,
    picture: facts.picture ? `/${facts.picture.slice(1)}` : undefined,
  };
}

/** Where the words stand in the story that are rare enough, held against the rarest that its text has: no others are asked for. */
async function tellingPlaces(
  { id, matches }: Ranked,
  rarity: readonly number[],
  words: readonly string[],
): Promise<readonly FoundPlace[]> {
  const terms = matches.terms.map((term, at) => ({ ...term, at, rarity: rarity[at] ?? 0 }));
  const places = new Map<number, FoundPlace>();
  let telling = 0;
  for (const { word, isBeginning, at, rarity } of terms.sort((a, b) => b.rarity - a.rarity)) {
    if (!matches.postings[at]?.has(id) || rarity < telling) continue;
    const begun = isBeginning ? placesOfBeginning(foldWord(word), words) : [];
    for (const position of [...(await matches.volume.positions(id, word)), ...begun]) {
      if (!places.has(position)) places.set(position, { position, term: at, rarity });
    }
    if (places.size > 0) telling ||= rarity * TELLING;
  }
  return [...places.values()].sort((a, b) => a.position - b.position);
}

function placesOfBeginning(beginning: string, words: readonly string[]): readonly number[] {
  return words.flatMap((written, at) => (wordsOf(written).some((word) => foldWord(word).startsWith(beginning)) ? [at] : []));
}

/** The words found as the story has them, folded. */
function marksOf(words: readonly string[], found: readonly FoundPlace[]): readonly string[] {
  const written = found.flatMap(({ position }) => wordsOf(words[position] ?? "").join(""));
  return [...new Set(written.map(foldWord))].filter(Boolean).slice(0, MOST_MARKS);
}

import type { FoundStory } from "../../../newsroom/search/search-answer.ts";
import { foldWord, wordsOf } from "../../../newsroom/search/search-words.ts";
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
export function showStory(ranked: Ranked, story: PagefindStory, rarity: readonly number[]): FoundStory {
  const { meta, content, anchors, filters } = story;
  const words = content.split(WHITE_SPACE);
  const [headline = 0, standfirst = 0] = [meta.title, meta.standfirst].map(
    (text) => text.split(WHITE_SPACE).filter(Boolean).length,
  );
  const found = tellingPlaces(ranked, rarity);
  return {
    path: asPath(story.raw_url),
    title: meta.title,
    section: { id: filters.section[0] ?? "", name: meta.section },
    excerpt: excerpt(words, found, headline) ?? [{ text: meta.standfirst, marked: false }],
    bestPart: bestPart(anchors, found, headline + standfirst),
    marks: marksOf(words, found),
    published: meta.published,
    date: meta.date,
    minutes: meta.minutes,
    picture: meta.picture ? asPath(meta.picture) : undefined,
  };
}

/** Where the words stand in the story that are rare enough, held against the rarest of those that it has. */
function tellingPlaces({ id, matches }: Ranked, rarity: readonly number[]): readonly FoundPlace[] {
  const places = matches.postings.flatMap((held, term) =>
    (held.get(id)?.positions ?? []).map((position) => ({ position, term, rarity: rarity[term] ?? 0 })),
  );
  const telling = Math.max(...new Set(places.map((place) => place.rarity))) * TELLING;
  return places.filter((place) => place.rarity >= telling).sort((a, b) => a.position - b.position);
}

function asPath(path: string): `/${string}` {
  return `/${path.replace(/^\/+/, "")}`;
}

/** The words found as the story has them, folded. */
function marksOf(words: readonly string[], found: readonly FoundPlace[]): readonly string[] {
  const written = found.flatMap(({ position }) => wordsOf(words[position] ?? "").join(""));
  return [...new Set(written.map(foldWord))].filter(Boolean).slice(0, MOST_MARKS);
}

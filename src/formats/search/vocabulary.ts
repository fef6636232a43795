import { foldWord, wordsOf } from "./words.ts";

/** In how many stories each word stands, by the word in lower case and without diacritics. */
export type Vocabulary = ReadonlyMap<string, number>;

const TAG = /<[^>]*>/g;
const ENTITY = /&(?:amp|lt|gt|quot|#39|nbsp);/g;
/** What is hardly a word, or hardly mistyped by two letters and still recognised. */
const SHORTEST = 3;
const LONGEST = 30;

/** The one part of a vocabulary that is not parted. */
const ALL = "all";
/** Some tens of kilobytes, which are fetched as fast as the words of one letter. */
const MOST_TOGETHER = 10_000;

/** Parts a vocabulary by the first letters of its words; all scripts but the Latin share a part. One of few words stays whole. */
export function partsOf(vocabulary: Vocabulary): ReadonlyMap<string, Vocabulary> {
  if (vocabulary.size <= MOST_TOGETHER) return new Map([[ALL, vocabulary]]);
  const parts = Map.groupBy(vocabulary, ([word]) => letterOf(word));
  return new Map([...parts].map(([part, words]) => [part, new Map(words)]));
}

/** Which of a vocabulary's parts a folded word would stand in, and all words that begin so. */
export function partFor(word: string, parts: readonly string[]): string {
  return parts.includes(ALL) ? ALL : letterOf(word);
}

function letterOf(word: string): string {
  return /^[a-z]/.test(word) ? word.charAt(0) : "other";
}

/** Whether a vocabulary would have a folded word. Numbers are left out: another number is no correction. */
export function mayBeMistyped(word: string): boolean {
  return word.length >= SHORTEST && word.length <= LONGEST && !/\d/.test(word);
}

/** Gathers the words of texts, given as HTML. */
export function vocabularyOf(texts: Iterable<string>): Vocabulary {
  const stories = new Map<string, number>();
  for (const text of texts) {
    for (const word of wordsIn(text)) {
      if (mayBeMistyped(word)) stories.set(word, (stories.get(word) ?? 0) + 1);
    }
  }
  return stories;
}

/** The folded words that stand in each of some texts, given as HTML; in order of the alphabet. */
export function wordsOfAll(texts: readonly string[]): readonly string[] {
  const [first = "", ...others] = texts;
  const words = others.reduce((left, text) => (left.size === 0 ? left : left.intersection(wordsIn(text))), wordsIn(first));
  return [...words].sort();
}

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text.replace(TAG, " ").replace(ENTITY, " ")).map(foldWord));
}

/**
 * Writes a vocabulary as text: in order of the alphabet, a line for each word. It begins with a digit of base 36, which
 * says how many letters the word shares with the one before; then come its other letters, and where it stands in more
 * than one story, a space and their number. Sorted words share most of their letters, so that this is half the bytes.
 */
export function writeVocabulary(vocabulary: Vocabulary): string {
  let before = "";
  const lines = [...vocabulary]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, stories]) => {
      const shared = sharedLength(before, word);
      before = word;
      return `${shared.toString(36)}${word.slice(shared)}${stories > 1 ? ` ${stories}` : ""}\n`;
    });
  return lines.join("");
}

/** Reads what `writeVocabulary` has written. */
export function readVocabulary(text: string): Vocabulary {
  const vocabulary = new Map<string, number>();
  let before = "";
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const [letters = "", stories = "1"] = line.slice(1).split(" ");
    before = before.slice(0, Number.parseInt(line.charAt(0), 36)) + letters;
    vocabulary.set(before, Number(stories));
  }
  return vocabulary;
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.charAt(length) === b.charAt(length)) length += 1;
  return length;
}

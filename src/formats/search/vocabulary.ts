import { decodeEntities } from "../../lib/html-entities.ts";
import { unmarkedLines } from "../publication-mark.ts";
import { indexedWords } from "./indexed-words.ts";

/** Document frequencies: the number of stories with each folded word. */
export type Vocabulary = ReadonlyMap<string, number>;

const TAG = /<[^>]*>/g;
/** The lengths of words worth correcting. */
const MIN_LENGTH = 3;
const MAX_LENGTH = 30;

/** The name of the only partition of a small vocabulary. */
const ALL = "all";
/** Some tens of kilobytes, which load as fast as the words of one letter. */
const MAX_UNPARTITIONED_WORDS = 10_000;

/** Partitions a large vocabulary by the first letters of its words; all scripts but the Latin share the partition `other`. */
export function partitionVocabulary(vocabulary: Vocabulary): ReadonlyMap<string, Vocabulary> {
  if (vocabulary.size <= MAX_UNPARTITIONED_WORDS) return new Map([[ALL, vocabulary]]);
  const partitions = Map.groupBy(vocabulary, ([word]) => letterOf(word));
  return new Map([...partitions].map(([name, words]) => [name, new Map(words)]));
}

/** The name of the partition for a folded word, and for all words with it as their prefix. */
export function partitionOf(word: string, partitions: readonly string[]): string {
  return partitions.includes(ALL) ? ALL : letterOf(word);
}

function letterOf(word: string): string {
  return /^[a-z]/.test(word) ? word.charAt(0) : "other";
}

/** Whether a folded word belongs in a vocabulary. Numbers do not: another number is no correction. */
export function mayBeMistyped(word: string): boolean {
  return word.length >= MIN_LENGTH && word.length <= MAX_LENGTH && !/\d/.test(word);
}

/** The vocabulary of some HTML texts. */
export function vocabularyOf(texts: Iterable<string>): Vocabulary {
  const stories = new Map<string, number>();
  for (const text of texts) {
    for (const word of wordsIn(text)) {
      if (mayBeMistyped(word)) stories.set(word, (stories.get(word) ?? 0) + 1);
    }
  }
  return stories;
}

/** The folded words that all of some HTML texts have in common, sorted. */
export function sharedWords(texts: readonly string[]): readonly string[] {
  const [first = "", ...others] = texts;
  const words = others.reduce(
    (shared, text) => (shared.size === 0 ? shared : shared.intersection(wordsIn(text))),
    wordsIn(first),
  );
  return [...words].sort();
}

function wordsIn(text: string): ReadonlySet<string> {
  const { words, compounds } = indexedWords(decodeEntities(text.replace(TAG, " ")));
  return new Set([...words, ...compounds].map(({ word }) => word));
}

/**
 * Serializes a vocabulary with front coding (incremental encoding), a line for each word, sorted: a base-36 digit with the
 * length of the prefix it shares with the word before, its remaining letters, and if it is in more than one story, a space
 * and their number. This halves the bytes.
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

/** Parses the output of `writeVocabulary`. */
export function readVocabulary(text: string): Vocabulary {
  const vocabulary = new Map<string, number>();
  let before = "";
  for (const line of unmarkedLines(text)) {
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

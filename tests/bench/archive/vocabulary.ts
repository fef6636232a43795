import { between, chance, type Random, seededRandom, zipfian } from "./random.ts";

/** About as many as some thousand stories in English use. */
const WORDS = 40_000;
/** The commonest words are the shortest, as in every language: the highest rank that is made of so many syllables. */
const MAX_RANK_BY_SYLLABLES = [150, 4_000, WORDS] as const;

const ONSETS = [
  "b",
  "br",
  "c",
  "d",
  "dr",
  "f",
  "g",
  "gr",
  "h",
  "l",
  "m",
  "n",
  "p",
  "pl",
  "r",
  "s",
  "st",
  "t",
  "tr",
  "v",
  "w",
  "",
];
const VOWELS = ["a", "e", "i", "o", "u", "a", "e", "i", "o", "ou"];
const CODAS = ["", "", "", "", "", "l", "n", "r", "s", "t"];

const draw = zipfian(vocabulary(seededRandom("vocabulary")), 1.05, 2.7);

/** A made-up word, common ones as often as in natural text. */
export function word(random: Random): string {
  return draw(random);
}

export function words(random: Random, count: number): string {
  return Array.from({ length: count }, () => word(random)).join(" ");
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Pronounceable words by rank, each once. */
function vocabulary(random: Random): readonly string[] {
  const made = new Set<string>();
  MAX_RANK_BY_SYLLABLES.forEach((maxRank, index) => {
    while (made.size < maxRank) made.add(syllables(random, index + 1));
  });
  return [...made];
}

function syllables(random: Random, count: number): string {
  return Array.from({ length: count }, () => one(random, ONSETS) + one(random, VOWELS) + one(random, CODAS)).join("");
}

function one(random: Random, sounds: readonly string[]): string {
  return sounds[between(random, 0, sounds.length - 1)] ?? "";
}

/** A name of one or two words. */
export function properName(random: Random): string {
  return [word(random), ...(chance(random, 0.4) ? [word(random)] : [])].map(capitalised).join(" ");
}

import { between, type Random } from "../archive/random.ts";

/** Words worth misspelling: letters only, at least four. */
const WORD = /^\p{L}{4,}$/u;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** Typing errors: a wrong, missing, extra or transposed letter. */
const TYPOS: readonly ((word: string, at: number, random: Random) => string)[] = [
  (word, at, random) => word.slice(0, at) + letter(random) + word.slice(at + 1),
  (word, at) => word.slice(0, at) + word.slice(at + 1),
  (word, at, random) => word.slice(0, at) + letter(random) + word.slice(at),
  (word, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
];

/**
 * A query with one typing error in one of its words.
 *
 * @param query words separated by single spaces
 * @throws where no word has four letters
 */
export function misspell(query: string, random: Random): string {
  const words = query.split(" ");
  const candidates = words.flatMap((word, index) => (WORD.test(word) ? [index] : []));
  const chosen = candidates[between(random, 0, candidates.length - 1)];
  if (chosen === undefined) throw new Error(`No word of “${query}” can be misspelt.`);
  return words.map((word, index) => (index === chosen ? typo(word, random) : word)).join(" ");
}

/** Tries again if equal letters make no difference. */
function typo(word: string, random: Random): string {
  for (;;) {
    const make = TYPOS[between(random, 0, TYPOS.length - 1)];
    const result = make?.(word, between(random, 0, word.length - 1), random) ?? word;
    if (result !== word) return result;
  }
}

function letter(random: Random): string {
  return LETTERS.charAt(between(random, 0, LETTERS.length - 1));
}

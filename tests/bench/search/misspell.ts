import { between, type Random } from "../archive/random.ts";

/** Words of letters alone; of fewer, hardly anything is left where one is wrong. */
const SPELT = /^\p{L}{4,}$/u;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** What goes wrong at a place in a word. */
const SLIPS: readonly ((word: string, at: number, random: Random) => string)[] = [
  (word, at, random) => word.slice(0, at) + letter(random) + word.slice(at + 1),
  (word, at) => word.slice(0, at) + word.slice(at + 1),
  (word, at, random) => word.slice(0, at) + letter(random) + word.slice(at),
  (word, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
];

/**
 * A query with a letter of one of its words wrong: another one, left out, too many, or in the place of its neighbour.
 *
 * @param query words parted by single spaces
 * @throws where no word has four letters
 */
export function misspell(query: string, random: Random): string {
  const words = query.split(" ");
  const places = words.flatMap((word, index) => (SPELT.test(word) ? [index] : []));
  const chosen = places[between(random, 0, places.length - 1)];
  if (chosen === undefined) throw new Error(`No word of “${query}” can be misspelt.`);
  return words.map((word, index) => (index === chosen ? slip(word, random) : word)).join(" ");
}

/** Where neighbours are equal, or a letter would be replaced by itself, it goes wrong otherwise. */
function slip(word: string, random: Random): string {
  for (;;) {
    const make = SLIPS[between(random, 0, SLIPS.length - 1)];
    const slipped = make?.(word, between(random, 0, word.length - 1), random) ?? word;
    if (slipped !== word) return slipped;
  }
}

function letter(random: Random): string {
  return LETTERS.charAt(between(random, 0, LETTERS.length - 1));
}

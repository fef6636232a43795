/** Letters that Unicode does not decompose, as they are typed without their keys. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ı: "i",
  ŧ: "t",
  ŋ: "n",
  ς: "σ",
};
const SPECIAL_LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
const PLAIN = /^[a-z0-9]+$/i;
const FRACTION_SLASH = /\u2044/g;
const POSSESSIVE = /(?<=.)[’'‘＇ʼ]s$/u;
/** But for the point within a figure, and what stands for the bar of a fraction. */
const PUNCTUATION = /(?<!\p{Nd})\.|\.(?!\p{Nd})|ʼ|[^\p{L}\p{N}.-]/gu;

/**
 * Folds a word without hyphens: lower case, without diacritics, ligatures, thousands separators, the points of
 * abbreviations and the ending ’s. `Łódź’s` is `lodz`, `U.S.` is `us`, `1,529.46` is `1529.46`.
 */
export function foldLetters(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  return word
    .normalize("NFKD")
    .toLowerCase()
    .replace(FRACTION_SLASH, "-")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .replace(POSSESSIVE, "")
    .replace(PUNCTUATION, "")
    .replace(SPECIAL_LETTER, (letter) => LETTERS[letter] ?? letter);
}

/** Joins folded words to one. Two figures stay apart: `24/7` is not 247. */
export function joinFolded(words: readonly string[]): string {
  return words.reduce((all, word) => all + (/\p{Nd}$/u.test(all) && /^\p{Nd}/u.test(word) ? "-" : "") + word, "");
}

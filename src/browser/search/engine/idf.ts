/**
 * How rare a word is: the inverse document frequency of BM25 as Lucene and Pagefind have it,
 * ln(1 + (N - n + ½) / (n + ½)) for n stories of N.
 */
export function idf(stories: number, withWord: number): number {
  return Math.log(1 + (stories - withWord + 0.5) / (withWord + 0.5));
}

/** The same in the single precision that Pagefind reckons in, so that its part of a score can be taken out again. */
export function idfOfPagefind(stories: number, withWord: number): number {
  const ratio = Math.fround(Math.fround(stories - withWord + 0.5) / Math.fround(withWord + 0.5));
  return Math.fround(Math.log(Math.fround(ratio + 1)));
}

import { between, type Random, seededRandom, several } from "./bench/archive/random.ts";

/** Long queries are slow, so only a few are. */
const LONG_EVERY = 50;

const PIECES: readonly (readonly string[])[] = [
  ["brent", "dollar", "euro", "Zürich", "monthly average", "2026–27", "the", "of", "s", "3", "1,529.46", "q3"],
  ['"', "“", "”", "„", "«", "»", "'", "’", "(", ")", "[", "]", "{", "}", "<", ">", "`"],
  [
    "-",
    "–",
    "—",
    "−",
    "--",
    "- ",
    " -",
    '-"',
    "+",
    "*",
    "/",
    "\\",
    "|",
    "&",
    "&&",
    "||",
    "!",
    "?",
    "~",
    "^",
    ":",
    "=",
    "%",
    "#",
    "@",
  ],
  ["AND", "OR", "NOT", "title:", "site:econotimes", "*:*", "%00", "&amp;", "&#39;", "\\u0000", "$&", "{{x}}"],
  [" ", "\t", "\n", "\r\n", "\v", "\f", "\u00A0", "\u2003", "\u200A", "\u200B", "\u202F", "\u3000", "\uFEFF", "\u2028", "\u2029"],
  ["😀", "👩‍👩‍👧", "🇨🇭", "é", "e\u0301", "ﬁ", "ß", "İ", "ǆ", "Ω", "漢字", "かな", "한국", "ไทย"],
  ["שלום", "مرحبا", "\u202E", "\u200F", "\u2066", "٣", "۴", "१२", "Ⅷ", "½"],
  ["\uD83D", "\uDE00", "\uFFFD", "\u0000", "\u0007", "\uFFFF", "\u{10FFFF}"],
  ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf", "undefined", "null", "NaN"],
  [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!--",
    "]]>",
    "javascript:alert(1)",
    "'; drop table stories; --",
  ],
];

function piece(random: Random): string {
  const kind = PIECES[between(random, 0, PIECES.length - 1)] ?? [];
  return kind[between(random, 0, kind.length - 1)] ?? "";
}

/** Random queries: characters and syntax of every kind, in any order; now and then of 10,000 characters. */
export function fuzzedQueries(count: number, seed: string): readonly string[] {
  return Array.from({ length: count }, (_, number) => fuzzedQuery(number, seededRandom(`${seed} ${number}`)));
}

function fuzzedQuery(number: number, random: Random): string {
  const glue = between(random, 0, 1) === 0 ? " " : "";
  const text = several(random, 1, 8, () => piece(random)).join(glue);
  return number % LONG_EVERY === 0 ? text.repeat(Math.ceil(10_000 / text.length)).slice(0, 10_000) : text;
}

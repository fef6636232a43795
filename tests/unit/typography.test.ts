import { describe, expect, it } from "vitest";
import { createMarkdown } from "../../src/node/ingest/markdown/markdown.ts";
import { readPlainText } from "../../src/node/ingest/markdown/plain-text.ts";

const NARROW = "\u202F";
/** A text as readers see it in a paragraph. */
function set(text: string, language = "en-GB"): string {
  return createMarkdown(language)
    .renderInline(text)
    .replace(/<[^>]*>/g, "")
    .replaceAll("&quot;", '"');
}

describe("only quotation marks, dashes and ellipses are typographic", () => {
  it.each([
    "Section 501(c)(3)",
    "(C) and (c), (R), (r), (TM), (tm), (P), (p)",
    "a margin of +-3 points",
    "wait.. what, 1..10",
    "what???? and no!!!!!",
    "a,, b",
    "1/2 and 3/4, 10x20, 1st, H2O, -> and <-, =>, != and ~=",
    "Rule 10b-5(b)(1)(i)(c)",
    "--dry-run and -v, 2025-26, a-b",
    "a ---- b ----- c",
    "......",
  ])("%s", (text) => {
    expect(set(text.replaceAll("<", "\\<"))).toBe(text.replace(/[<>]/g, (sign) => (sign === "<" ? "&lt;" : "&gt;")));
    expect(readPlainText(text.replaceAll("<", "\\<"), "en-GB")).toEqual({ text, errors: [] });
  });

  it.each([
    ["a -- b", "a – b"],
    ["1990--95", "1990–95"],
    ["a---b", "a—b"],
    ["he said --", "he said –"],
    ["-- Reuters", "– Reuters"],
    ["Well...", "Well…"],
    ["The end....", "The end…."],
    ["*a*--**b**", "a–b"],
    ['"But I--"', "“But I–”"],
    ["\\-- \\... \\\"a\\\" \\'b\\'", "-- ... \"a\" 'b'"],
    ['`a -- "b"...`', 'a -- "b"...'],
    ["<https://example.org/a--b...c>", "https://example.org/a--b...c"],
  ])("%s becomes %s", (text, shown) => {
    expect(set(text)).toBe(shown);
  });
});

describe("apostrophes and primes", () => {
  it.each([
    ["the '90s and '05s", "the ’90s and ’05s"],
    ["rock 'n' roll", "rock ’n’ roll"],
    ["5'10\"", "5′10″"],
    ["He is 5' 10\" tall", "He is 5′ 10″ tall"],
    ['"He is 5\'10" tall," she said', "“He is 5′10″ tall,” she said"],
    ["at 51°30'26\" N, 0°7'39.9\" W", "at 51°30′26″ N, 0°7′39.9″ W"],
    ["40°42' N", "40°42′ N"],
    ['a 12" vinyl and a 7" single', "a 12″ vinyl and a 7″ single"],
    ["a 6' fence", "a 6′ fence"],
    ['24"x36" and 8.5" x 11"', "24″x36″ and 8.5″ x 11″"],
    ['l\'"Aurore" d\'"Ivoire"', "l’“Aurore” d’“Ivoire”"],
    ["'Tis the season; give 'em hell", "’Tis the season; give ’em hell"],
    ["the class of '26", "the class of ’26"],
    ["the workers' vote, James's and the 1990's", "the workers’ vote, James’s and the 1990’s"],
    ["CHF 1'000'000", "CHF 1’000’000"],
    ["l'été d'Ivoire", "l’été d’Ivoire"],
    ["O'Neill's", "O’Neill’s"],
    ['"I don\'t," he said, "know \'em."', "“I don’t,” he said, “know ’em.”"],
  ])("%s becomes %s", (text, shown) => {
    expect(set(text)).toBe(shown);
    expect(readPlainText(text, "en-GB")).toEqual({ text: shown, errors: [] });
  });
});

describe("quotation marks", () => {
  const QUOTES = "\"A 'b' c,\" she said.";

  it.each([
    ["en-GB", "“A ‘b’ c,” she said."],
    ["en-US", "“A ‘b’ c,” she said."],
    ["de", "„A ‚b‘ c,“ she said."],
    ["de-AT", "„A ‚b‘ c,“ she said."],
    ["de-CH", "«A ‹b› c,» she said."],
    ["fr-CH", `«${NARROW}A ‹${NARROW}b${NARROW}› c,${NARROW}» she said.`],
    ["it-CH", "«A “b” c,» she said."],
    ["fr", `«${NARROW}A «${NARROW}b${NARROW}» c,${NARROW}» she said.`],
    ["fr-CA", `«${NARROW}A ”b“ c,${NARROW}» she said.`],
    ["es", "“A ‘b’ c,” she said."],
    ["pl", "„A «b» c,” she said."],
    ["ru", "«A „b“ c,» she said."],
    ["uk", "«A „b“ c,» she said."],
    ["sv", "”A ’b’ c,” she said."],
    ["fi", "”A ’b’ c,” she said."],
    ["nb", "«A ‘b’ c,» she said."],
    ["pt-PT", "«A “b” c,» she said."],
    ["pt-BR", "“A ‘b’ c,” she said."],
    ["hu", "„A »b« c,” she said."],
    ["ja", "「A 『b』 c,」 she said."],
    ["zh-TW", "「A 『b』 c,」 she said."],
    ["zh-CN", "“A ‘b’ c,” she said."],
  ])("are those of %s", (language, shown) => {
    expect(set(QUOTES, language)).toBe(shown);
    expect(readPlainText(QUOTES, language)).toEqual({ text: shown, errors: [] });
  });

  it.each([
    ['*"a"*, **\'b\'** and ["c"](/d/)', "“a”, ‘b’ and “c”"],
    ['"*a*" ("b") ["c"]', "“a” (“b”) [“c”]"],
    ['"`code`"', "“code”"],
    ["\"'So,' she said\"", "“‘So,’ she said”"],
    ['"it goes on in the next paragraph', "“it goes on in the next paragraph"],
    ['and ends here."', "and ends here.”"],
    ['"$5bn" or "5%"', "“$5bn” or “5%”"],
    ['他说"你好"然后走了', "他说“你好”然后走了"],
    ['"a\nb"', "“a\nb”"],
    ['a " b', 'a " b'],
  ])("are paired: %s", (text, shown) => {
    expect(set(text)).toBe(shown);
  });
});

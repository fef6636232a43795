/** Invisible characters that only affect others: joiners, directions, soft hyphens, variation selectors. */
const INVISIBLE = /[\p{Cf}\p{Variation_Selector}]/gu;
/** Variants of common characters that fonts rarely have. */
const HYPHENS = /[\u2010\u2011]/g;
const SPACES = /[^\S\u00A0\u202F]+/g;
const NARROW_SPACES = /\u202F/g;
const EMPTY_BRACKETS = /\(\s*\)|\[\s*\]|\{\s*\}|[«“„]\s*[»”“]/g;

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * Reduces a text to what a font can render. A character without a glyph gets its compatibility form without diacritics
 * (`CO2` for `CO₂`, `Hamas` for `Ḥamās`) or is removed: emoji, other scripts.
 *
 * @param has whether the font has a glyph for a character
 */
export function renderableText(text: string, has: (character: string) => boolean): string {
  const plain = text
    .normalize("NFC")
    .replace(INVISIBLE, "")
    .replace(HYPHENS, "-")
    .replace(NARROW_SPACES, "\u00A0")
    .replace(SPACES, " ");
  const hasAll = (form: string): boolean => [...form].every((character) => character === " " || has(character));
  const renderable = [...graphemes.segment(plain)].map(({ segment }) => {
    const forms = [segment, plainForm(segment)];
    return forms.find((form) => hasAll(form) && !hasLoneMark(form)) ?? "";
  });
  return renderable
    .join("")
    .replace(EMPTY_BRACKETS, "")
    .replace(/ +/g, " ")
    .replace(/ ([,.;:!?])/g, "$1")
    .trim();
}

/** The share of a text's letters and digits that `rendered` still has. */
export function glyphCoverage(text: string, rendered: string): number {
  const count = (of: string): number => of.normalize("NFC").match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const all = count(text);
  return all === 0 ? 0 : count(rendered) / all;
}

/** Compatibility decomposition (NFKD) without combining marks. */
function plainForm(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "");
}

/** A combining mark that did not compose with a letter would be drawn over the character before it. */
function hasLoneMark(text: string): boolean {
  return /\p{M}/u.test(text);
}

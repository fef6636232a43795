/** Signs that only steer how others are set: joiners, directions, soft hyphens, variation selectors. */
const STEERING = /[\p{Cf}\p{Variation_Selector}]/gu;
/** Look-alikes of signs that fonts seldom have. */
const HYPHENS = /[\u2010\u2011]/g;
const SPACES = /[^\S\u00A0\u202F]+/g;
const NARROW_SPACES = /\u202F/g;
const EMPTY_BRACKETS = /\(\s*\)|\[\s*\]|\{\s*\}|[«“„]\s*[»”“]/g;

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * Text that a font can set, where `has` tells which characters it has. What it lacks is written in its plain form, such
 * as `CO2` for `CO₂` and `Hamas` for `Ḥamās`, or left out: emoji, other scripts.
 */
export function settableText(text: string, has: (character: string) => boolean): string {
  const plain = text
    .normalize("NFC")
    .replace(STEERING, "")
    .replace(HYPHENS, "-")
    .replace(NARROW_SPACES, "\u00A0")
    .replace(SPACES, " ");
  const set = (written: string): boolean => [...written].every((character) => character === " " || has(character));
  const settable = [...graphemes.segment(plain)].map(({ segment }) => {
    const forms = [segment, plainForm(segment)];
    return forms.find((form) => set(form) && !isLoneMark(form)) ?? "";
  });
  return settable
    .join("")
    .replace(EMPTY_BRACKETS, "")
    .replace(/ +/g, " ")
    .replace(/ ([,.;:!?])/g, "$1")
    .trim();
}

/** The share of a text's letters and digits that is left in `kept`. */
export function shareKept(text: string, kept: string): number {
  const count = (of: string): number => of.normalize("NFC").match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const all = count(text);
  return all === 0 ? 0 : count(kept) / all;
}

/** Letters and digits without marks, and without the shape of a sign. */
function plainForm(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "");
}

/** A mark that no letter took in: it would stand on whatever comes before. */
function isLoneMark(text: string): boolean {
  return /\p{M}/u.test(text);
}

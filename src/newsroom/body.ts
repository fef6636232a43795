/** A stretch of a story's body: rendered text, or a picture that the page sets between the text. */
export type BodyBlock =
  | { readonly kind: "html"; readonly html: string }
  | {
      readonly kind: "figure";
      readonly picture: string;
      readonly alt: string | undefined;
      readonly caption: string | undefined;
    };

export type Body = readonly BodyBlock[];

const WORDS_PER_MINUTE = 230;

/**
 * Minutes an adult needs to read `words` words silently, rounded, at least one.
 * 230 words a minute lies within the 175 to 300 that Brysbaert (2019) gives for English prose.
 */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}

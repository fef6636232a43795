/** A text in brackets and, in braces behind it, the figure that it is held against: `[117.29]{brent=2026-04}`. */
const BOUND = /\[([^[\]]*)\]\{([^{}]*)\}/g;

/** What an editor has bound within a plain text, such as a key point. */
export interface BoundText {
  readonly text: string;
  readonly braces: string;
}

/** The bound figures of a plain text, in its order. */
export function boundTexts(written: string): readonly BoundText[] {
  return [...written.matchAll(BOUND)].map(([, text = "", braces = ""]) => ({ text, braces }));
}

/** A plain text as readers see it: without what its figures are bound to. */
export function asRead(written: string): string {
  return written.replace(BOUND, "$1");
}

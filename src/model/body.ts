/** A block of a story's body: rendered text, a picture, a chart, or the notes on its figures. */
export type BodyBlock =
  | { readonly kind: "html"; readonly html: string }
  | {
      readonly kind: "figure";
      readonly picture: string;
      readonly alt: string | undefined;
      readonly caption: string | undefined;
    }
  | { readonly kind: "chart"; readonly chart: StoryChart }
  | FigureNotes;

export type Body = readonly BodyBlock[];

/** A chart in a story. It refers to its series by id: the figures are looked up when the chart is drawn. */
export interface StoryChart {
  readonly series: readonly string[];
  /** First and last period, both included, in the date format of the series. */
  readonly from: string;
  readonly to: string;
  readonly type: "line" | "area" | "bars";
  readonly rebase: boolean;
  readonly title: string;
  readonly note: string | undefined;
  readonly annotations: readonly { readonly date: string; readonly text: string }[];
  /** The chart shows the figures known at this time, in milliseconds since 1970; undefined for the newest ones. */
  readonly knownAtMs: number | undefined;
}

/** The notes after a body whose figures are bound to series. */
export interface FigureNotes {
  readonly kind: "figureNotes";
  /** The distinct series of the figures. */
  readonly series: readonly { readonly id: string; readonly name: string; readonly source: string }[];
  /** Figures that were revised after being quoted. Those in the body link to their entry by its index; the plain texts above it do not. */
  readonly revisions: readonly { readonly sentence: string; readonly isInBody: boolean }[];
}

const WORDS_PER_MINUTE = 230;

/**
 * Minutes an adult needs to read `words` words silently, rounded, at least one.
 * 230 words a minute lies within the 175 to 300 that Brysbaert (2019) gives for English prose.
 */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}

/** A text in brackets, followed by its binding in braces: `[117.29]{brent=2026-04}`. */
const BOUND = /\[([^[\]]*)\]\{([^{}]*)\}/g;

/** A bound figure in a plain text, such as a key point. */
export interface BoundText {
  readonly text: string;
  readonly braces: string;
}

/** The bound figures of a plain text, in order. */
export function boundTexts(plainText: string): readonly BoundText[] {
  return [...plainText.matchAll(BOUND)].map(([, text = "", braces = ""]) => ({ text, braces }));
}

/** Removes the bindings from a plain text: what readers see. */
export function stripBindings(plainText: string): string {
  return plainText.replace(BOUND, "$1");
}

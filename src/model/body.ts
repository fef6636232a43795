/** A stretch of a story's body: rendered text, or what the page sets between the text and behind it. */
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

/** A chart that a story asks for. The series are known by their ids alone: their figures belong to the markets. */
export interface StoryChart {
  readonly series: readonly string[];
  /** First and last period, both included, as the series have their dates. */
  readonly from: string;
  readonly to: string;
  readonly type: "line" | "area" | "bars";
  readonly rebase: boolean;
  readonly title: string;
  readonly note: string | undefined;
  readonly annotations: readonly { readonly date: string; readonly text: string }[];
  /** The figures are those known then, in milliseconds since 1970; undefined where the chart shows the newest ones. */
  readonly knownAtMs: number | undefined;
}

/** What stands behind a body whose figures are bound to series. */
export interface FigureNotes {
  readonly kind: "figureNotes";
  /** The series that they come from, each once. */
  readonly series: readonly { readonly id: string; readonly name: string; readonly source: string }[];
  /** What has been revised since it was quoted. Figures in the body link to it by its place here; those above are plain text. */
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

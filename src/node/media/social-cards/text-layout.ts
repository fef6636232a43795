/** Text that must not be broken. */
interface Fragment {
  readonly text: string;
  readonly width: number;
  /** Of the space before it, unless it starts a line; 0 within a word. */
  readonly spaceWidth: number;
}

/** The width of a text, in the unit of the line width. */
type Measure = (text: string) => number;

/** Lines of a headline, and their font size. */
interface FittedHeadline {
  readonly lines: readonly string[];
  readonly sizePx: number;
}

/** The space for a headline, in pixels. */
interface Box {
  readonly width: number;
  readonly height: number;
}

const BISECTIONS = 12;
/** Break opportunities within words: after a hyphen, dash or slash that letters follow. */
const WITHIN_WORD = /(?<=[-–—/])(?=\p{L}{2})/u;

const MAX_SIZE_PX = 96;
const STEP_PX = 4;
const MAX_LINES = 4;
/** Line height in ems. */
export const LINE_HEIGHT = 1.08;

/** Sets a headline as large as its box allows, in four lines at most. `measure` returns ems. */
export function fitHeadline(text: string, { width, height }: Box, measure: Measure): FittedHeadline {
  for (let sizePx = MAX_SIZE_PX; ; sizePx -= STEP_PX) {
    const lines = balancedLines(text, width / sizePx, measure);
    const maxLines = Math.min(MAX_LINES, Math.floor(height / (sizePx * LINE_HEIGHT)));
    if (lines.length <= maxLines || sizePx <= STEP_PX) return { lines, sizePx };
  }
}

/**
 * Breaks a text into as few lines as `maxWidth` allows, of lengths as even as possible, as CSS `text-wrap: balance` does:
 * a binary search for the smallest width that needs no more lines. Words that are wider than a line are broken.
 */
export function balancedLines(text: string, maxWidth: number, measure: Measure): readonly string[] {
  const fragments = text.split(" ").flatMap((word) => fragmentsOf(word, maxWidth, measure));
  let lines = fillLines(fragments, maxWidth);
  const lineCount = lines.length;
  let [tooNarrow, wideEnough] = [0, maxWidth];
  for (let bisection = 0; bisection < BISECTIONS; bisection++) {
    const width = (tooNarrow + wideEnough) / 2;
    const narrower = fillLines(fragments, width);
    if (narrower.length > lineCount || fragments.some((fragment) => fragment.width > width)) tooNarrow = width;
    else [wideEnough, lines] = [width, narrower];
  }
  return lines;
}

/** Fills one line after the other (greedy line breaking). */
function fillLines(fragments: readonly Fragment[], maxWidth: number): readonly string[] {
  const lines: string[] = [];
  let lineWidth = 0;
  for (const { text, width, spaceWidth } of fragments) {
    const last = lines.at(-1);
    if (last === undefined || lineWidth + spaceWidth + width > maxWidth) {
      lines.push(text);
      lineWidth = width;
    } else {
      lines[lines.length - 1] = `${last}${spaceWidth > 0 ? " " : ""}${text}`;
      lineWidth += spaceWidth + width;
    }
  }
  return lines;
}

function fragmentsOf(word: string, maxWidth: number, measure: Measure): readonly Fragment[] {
  const parts = word
    .split(WITHIN_WORD)
    .flatMap((part) => (measure(part) > maxWidth ? breakAnywhere(part, maxWidth, measure) : [part]));
  return parts.map((text, index) => ({ text, width: measure(text), spaceWidth: index === 0 ? measure(" ") : 0 }));
}

function breakAnywhere(word: string, maxWidth: number, measure: Measure): readonly string[] {
  const parts = [""];
  for (const character of word) {
    const longer = `${parts.at(-1)}${character}`;
    if (measure(longer) > maxWidth) parts.push(character);
    else parts[parts.length - 1] = longer;
  }
  return parts.filter((part) => part !== "");
}

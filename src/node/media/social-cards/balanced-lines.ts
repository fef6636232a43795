/** A stretch of text that stays on one line. */
interface Piece {
  readonly text: string;
  readonly width: number;
  /** The space before it, unless it begins a line. */
  readonly spaceWidth: number;
}

/** How wide a text stands, in the unit of the widest line. */
export type Measure = (text: string) => number;

const HALVINGS = 12;
/** After a hyphen, dash or slash within a word a line may end, where letters follow. */
const WITHIN_WORD = /(?<=[-–—/])(?=\p{L}{2})/u;

/** Breaks a text into as few lines as `widest` allows, and these as even as they can be. A word that is too long is cut. */
export function balancedLines(text: string, widest: number, measure: Measure): readonly string[] {
  const pieces = text.split(" ").flatMap((word) => piecesOf(word, widest, measure));
  const fewest = fill(pieces, widest);
  let [tooNarrow, wideEnough] = [0, widest];
  let best = fewest;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const width = (tooNarrow + wideEnough) / 2;
    const lines = fill(pieces, width);
    if (lines.length > fewest.length || pieces.some((piece) => piece.width > width)) tooNarrow = width;
    else [wideEnough, best] = [width, lines];
  }
  return best;
}

/** Sets pieces into lines, each as full as it can be. */
function fill(pieces: readonly Piece[], widest: number): readonly string[] {
  const lines: string[] = [];
  let width = 0;
  for (const { text, width: pieceWidth, spaceWidth } of pieces) {
    const last = lines.at(-1);
    if (last === undefined || width + spaceWidth + pieceWidth > widest) {
      lines.push(text);
      width = pieceWidth;
    } else {
      lines[lines.length - 1] = `${last}${spaceWidth > 0 ? " " : ""}${text}`;
      width += spaceWidth + pieceWidth;
    }
  }
  return lines;
}

function piecesOf(word: string, widest: number, measure: Measure): readonly Piece[] {
  const parts = word.split(WITHIN_WORD).flatMap((part) => (measure(part) > widest ? cut(part, widest, measure) : [part]));
  return parts.map((text, index) => ({ text, width: measure(text), spaceWidth: index === 0 ? measure(" ") : 0 }));
}

function cut(word: string, widest: number, measure: Measure): readonly string[] {
  const parts = [""];
  for (const character of word) {
    const longer = `${parts.at(-1)}${character}`;
    if (measure(longer) > widest) parts.push(character);
    else parts[parts.length - 1] = longer;
  }
  return parts.filter((part) => part !== "");
}

import type { StateCore, Token } from "markdown-it";
import type { QuotationMarks } from "./quotation-marks.ts";
import { typographicMarks } from "./quote-pairs.ts";

/** A part of a text: words, or code and escaped characters, which stay as they are. */
interface Piece {
  readonly token: Token;
  readonly start: number;
  readonly isWords: boolean;
}

/** A rule of markdown-it that replaces straight quotation marks, double hyphens and three dots. Nothing else is replaced. */
export function typography(marks: QuotationMarks): (state: StateCore) => void {
  return ({ tokens }) => {
    for (const { type, children } of tokens) {
      if (type === "inline" && children?.some(({ content }) => /["']|--|\.\.\./.test(content))) typeset(children, marks);
    }
  };
}

const DASHES = /(?<=[^-\s])--(?!-)|(?<=^|\s)--(?=\s|$)/g;
const EM_DASH = /(?<!-)---(?!-)/g;
const ELLIPSIS = /(?<!\.)\.{3}(?=\.?(?!\.))/g;

function typeset(tokens: readonly Token[], marks: QuotationMarks): void {
  const { text, pieces } = flatten(tokens);
  const words = pieces.filter(({ isWords }) => isWords);
  const isWithinWords = (start: number, end: number): boolean =>
    words.some((piece) => start >= piece.start && end <= piece.start + piece.token.content.length);
  const edits = [...typographicMarks(text, marks, (position) => isWithinWords(position, position + 1))].map(([start, by]) => ({
    start,
    end: start + 1,
    by,
  }));
  for (const [pattern, by] of [[DASHES, "–"] as const, [EM_DASH, "—"] as const, [ELLIPSIS, "…"] as const]) {
    for (const { index: start, 0: match } of text.matchAll(pattern)) {
      if (isWithinWords(start, start + match.length)) edits.push({ start, end: start + match.length, by });
    }
  }
  edits.sort((a, b) => b.start - a.start);
  for (const { token, start } of words) {
    const end = start + token.content.length;
    for (const edit of edits) {
      if (edit.start < start || edit.end > end) continue;
      token.content = token.content.slice(0, edit.start - start) + edit.by + token.content.slice(edit.end - start);
    }
  }
}

/** The text that readers see, and which parts of it come from which tokens. */
function flatten(tokens: readonly Token[]): { readonly text: string; readonly pieces: readonly Piece[] } {
  const pieces: Piece[] = [];
  let text = "";
  let isAddress = false;
  for (const token of tokens) {
    if (token.info === "auto") isAddress = token.nesting === 1;
    const content = /break$/.test(token.type) ? "\n" : token.type === "image" ? "x" : token.content;
    if (content === "") continue;
    pieces.push({ token, start: text.length, isWords: token.type === "text" && !isAddress });
    text += content;
  }
  return { text, pieces };
}

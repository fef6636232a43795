import type { StateCore, Token } from "markdown-it";

/** Stands for what is no plain text: code, addresses, and characters that are escaped or written as entities. */
const OPAQUE = "\uFFFC";

/** The words of a block of text as they were written, before typography. */
export class WrittenText {
  /** Code, escapes, entities and addresses are placeholders here, so that nothing in them looks like syntax. */
  readonly plain: string;
  /** The same text without placeholders. */
  readonly source: string;
  readonly #starts: readonly { readonly position: number; readonly line: number }[];

  constructor(tokens: readonly Token[]) {
    const starts: { readonly position: number; readonly line: number }[] = [];
    let [plain, source, isAddress] = ["", "", false];
    for (const token of tokens) {
      if (token.info === "auto") isAddress = token.nesting === 1;
      starts.push({ position: plain.length, line: token.map?.[0] ?? 0 });
      const text = sourceOf(token);
      source += text;
      plain += isPlain(token) && !isAddress ? text : OPAQUE.repeat(text.length);
    }
    this.plain = plain;
    this.source = source;
    this.#starts = starts;
  }

  /** The line of a position, counted from 0 within the block. */
  lineAt(position: number): number {
    return this.#starts.findLast((start) => start.position <= position)?.line ?? 0;
  }
}

/** A rule of markdown-it that records the written text of each block, before the typographer changes it and tokens are joined. */
export function recordWrittenText({ tokens }: StateCore): void {
  for (const token of tokens) {
    if (token.type === "inline") token.meta = { ...token.meta, written: new WrittenText(token.children ?? []) };
  }
}

/** What `recordWrittenText` recorded of a block of text. */
export function writtenTextOf(block: Token): WrittenText {
  const written = block.meta?.written;
  return written instanceof WrittenText ? written : new WrittenText([]);
}

function isPlain({ type }: Token): boolean {
  return type === "text" || /break$/.test(type);
}

function sourceOf({ type, content, markup }: Token): string {
  if (/break$/.test(type)) return "\n";
  if (type === "text_special") return markup;
  if (type === "code_inline") return markup + content + markup;
  return type === "image" ? OPAQUE : content;
}

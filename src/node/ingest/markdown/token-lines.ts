import type { MarkdownIt, StateInline, Token } from "markdown-it";

/** A plugin that gives each token within a block of text its line, counted from 0 within the block, as the start of its `map`. */
export function tokenLines(md: MarkdownIt): void {
  const Inline: typeof StateInline = md.inline.State;
  md.inline.State = class extends Inline {
    #countedTo = 0;
    #line = 0;

    override pushPending(): Token {
      return this.#located(super.pushPending());
    }

    override push(...parameters: Parameters<StateInline["push"]>): Token {
      return this.#located(super.push(...parameters));
    }

    #located(token: Token): Token {
      if (this.pos < this.#countedTo) [this.#countedTo, this.#line] = [0, 0];
      for (let at = this.src.indexOf("\n", this.#countedTo); at >= 0 && at < this.pos; at = this.src.indexOf("\n", at + 1)) {
        this.#line += 1;
      }
      this.#countedTo = this.pos;
      token.map = [this.#line, this.#line];
      return token;
    }
  };
}

/** The tokens within a block of text, with their lines. */
export function* withLines(block: Token, firstLine: number): Generator<{ child: Token; line: number }> {
  for (const child of block.children ?? []) yield { child, line: firstLine + (child.map?.[0] ?? 0) };
}

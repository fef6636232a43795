import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { pushDiagnostic } from "./diagnostic-token.ts";

/** A markdown-it plugin that reports what Markdown drops without a word, or takes for code to the end of the text. */
export function lostText(md: MarkdownIt): void {
  md.core.ruler.disable("strip_references");
  md.core.ruler.after("inline", "lost_text", checkLostText);
}

function checkLostText(state: StateCore): void {
  const lines = state.src.split("\n");
  checkReferences(state, lines);
  for (const [index, token] of [...state.tokens].entries()) {
    const line = token.map?.[0] ?? 0;
    if (token.type === "tr_open") checkRow(state, index, lines[line] ?? "");
    if (token.type === "fence" && !isClosed(token, lines)) {
      const fix = `write ${token.markup} on a line of its own below it`;
      pushDiagnostic(state, line, "has a block of code that is not closed, so that all text below it is code", fix);
    }
    const name = /^container_(\w+)_open$/.exec(token.type)?.[1];
    const words = token.info.trim();
    if (name !== undefined && words !== name) {
      const fix = "write them on the next line";
      pushDiagnostic(
        state,
        line,
        `has words behind \`::: ${name}\`, which readers would not see: ${words.slice(name.length).trim()}`,
        fix,
      );
    }
  }
}

/** Reports addresses of links that no text uses: often the writer meant a sentence, such as `[Source]: Reuters`. */
function checkReferences(state: StateCore, lines: readonly string[]): void {
  const definitions = state.tokens.filter(({ type }) => type === "reference_definition");
  if (definitions.length === 0) return;
  state.tokens = state.tokens.filter(({ type }) => type !== "reference_definition");
  const used = new Set(labels(state.tokens));
  const first = new Map<unknown, number>();
  for (const { map, meta } of definitions) {
    const [line] = map ?? [0];
    const earlier = first.get(meta?.label);
    first.set(meta?.label, earlier ?? line);
    const source = lines[line]?.slice(lines[line].indexOf("[")).trim() ?? "";
    const label = /^\[((?:[^\]\\]|\\.)*)\]?/.exec(source)?.[1] ?? "";
    if (label.startsWith("^")) {
      const fix = "name the footnote without spaces, here and where the text refers to it";
      pushDiagnostic(state, line, `has a footnote whose name contains a space: \`[${label}]\``, fix);
    } else if (earlier !== undefined) {
      const message = `has an address for \`[${label}]\` for the second time, after line ${earlier + 1}`;
      pushDiagnostic(state, line, message, "remove one of them, or give it another name");
    } else if (!used.has(meta?.label)) {
      const fix = `write \`[words][${label}]\` where the text shall link to it; to show the line as it is, write \`\\${source}\``;
      pushDiagnostic(state, line, `has a line that readers would not see, since it is the address of a link: \`${source}\``, fix);
    }
  }
}

/** The names of addresses that links and pictures use. */
function labels(tokens: readonly Token[]): readonly unknown[] {
  return tokens.flatMap(({ type, meta, children }) => [
    ...(type === "link_open" || type === "image" ? [meta?.label] : []),
    ...labels(children ?? []),
  ]);
}

/** What stands before a row of a table in lists, quotations and footnotes. */
const CONTAINERS = /^(?:\s*(?:>|[-*+]\s|\d{1,9}[.)]\s|\[\^[^\]]+\]:))*/;
const TOP_LEVEL_ROW = 2;

/** Reports cells beyond the columns of the table. */
function checkRow(state: StateCore, index: number, source: string): void {
  const row = state.tokens[index];
  const end = state.tokens.findIndex(({ type }, at) => at > index && type === "tr_close");
  const columns = state.tokens.slice(index, end).filter(({ type }) => type === "inline").length;
  const text = (row?.level ?? 0) > TOP_LEVEL_ROW ? source.replace(CONTAINERS, "") : source;
  const cells = text.trim().split(/(?<!\\)\|/);
  if (cells[0] === "") cells.shift();
  const surplus = cells.slice(columns).filter((cell) => cell.trim() !== "");
  if (surplus.length === 0) return;
  const message = `has a row with more cells than the table has columns, whose \`${surplus.join("|").trim()}\` readers would not see`;
  const fix = "add a column to the header and to the line below it; within a cell, write `\\|` for a vertical line";
  pushDiagnostic(state, row?.map?.[0] ?? 0, message, fix);
}

function isClosed({ map, markup }: Token, lines: readonly string[]): boolean {
  const [start, end] = map ?? [0, 0];
  const last = /^[\s>]*(`{3,}|~{3,})\s*$/.exec(lines[end - 1] ?? "")?.[1];
  return end - 1 > start && last?.startsWith(markup) === true;
}

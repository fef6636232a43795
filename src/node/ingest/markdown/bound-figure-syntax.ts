import type { MarkdownIt, RendererRule, StateInline } from "markdown-it";
import { escapeHtml } from "../../../lib/html-entities.ts";

const OPENING_BRACKET = "[".charCodeAt(0);
const OPENING_BRACE = "{".charCodeAt(0);

/**
 * A markdown-it plugin for bound figures: `[117.29]{brent=2026-04}`. Any text in brackets directly followed by a brace
 * becomes a `bound_open` token, with the braces as its `info`, and a `bound_close` token. `bindFigures` checks them, and
 * adds the attributes `href` and `title` to the first and `note` to the second.
 */
export function boundFigures(md: MarkdownIt): void {
  md.inline.ruler.before("link", "bound_figure", parseBoundFigure);
  md.renderer.rules.bound_open = openBound;
  md.renderer.rules.bound_close = closeBound;
}

function parseBoundFigure(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src.charCodeAt(pos) !== OPENING_BRACKET || !src.includes("]{", pos)) return false;
  const textEnd = state.md.helpers.parseLinkLabel(state, pos);
  if (textEnd < 0 || textEnd + 1 >= posMax || src.charCodeAt(textEnd + 1) !== OPENING_BRACE) return false;
  // Braces that are not closed extend to the end of the line, and `bindFigures` reports them.
  const [braces = ""] = /^\{[^}\n]*\}?/.exec(src.slice(textEnd + 1, posMax)) ?? [];
  if (!silent) {
    state.push("bound_open", "a", 1).info = braces;
    state.pos = pos + 1;
    state.posMax = textEnd;
    state.md.inline.tokenize(state);
    state.push("bound_close", "a", -1);
  }
  state.pos = textEnd + 1 + braces.length;
  state.posMax = posMax;
  return true;
}

/** A link to the series, whose title shows source and dates to a pointer; keyboard and touch users follow the link. */
const openBound: RendererRule = (tokens, index) => {
  const [href, title] = ["href", "title"].map((name) => escapeHtml(String(tokens[index]?.attrGet(name) ?? "")));
  return `<a class="bound" href="${href}" title="${title}">`;
};

/** Adds a link to the note on a later revision. The first reference to a note has the id that the note links back to. */
const closeBound: RendererRule = (tokens, index, _options, env = {}) => {
  const note = tokens[index]?.attrGet("note");
  if (note === null || note === undefined) return "</a>";
  const referenced = env.notes instanceof Set ? env.notes : new Set<unknown>();
  env.notes = referenced;
  const id = referenced.has(note) ? "" : ` id="revised-from-${note}"`;
  referenced.add(note);
  return `</a><sup class="footnote-ref"><a href="#revised-${note}"${id} aria-label="Revised since, note ${note}">†</a></sup>`;
};

import type { MarkdownIt, RendererRule, StateInline } from "markdown-it";
import { escapeMarkup } from "../../../lib/html-entities.ts";

const OPENING_BRACKET = "[".charCodeAt(0);
const OPENING_BRACE = "{".charCodeAt(0);

/**
 * Markdown of our own: `[117.29]{brent=2026-04}` is a figure that is bound to a series. Any text in brackets with a
 * brace right behind it is taken for one, and its opening token carries the braces as `info`. `bindFigures` judges it,
 * and gives the attributes `href` and `title` to the opening token, and `note` to the closing one.
 */
export function boundFigures(md: MarkdownIt): void {
  md.inline.ruler.before("link", "bound_figure", boundFigure);
  md.renderer.rules.bound_open = openBound;
  md.renderer.rules.bound_close = closeBound;
}

function boundFigure(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src.charCodeAt(pos) !== OPENING_BRACKET || !src.includes("]{", pos)) return false;
  const textEnd = state.md.helpers.parseLinkLabel(state, pos);
  if (textEnd < 0 || textEnd + 1 >= posMax || src.charCodeAt(textEnd + 1) !== OPENING_BRACE) return false;
  // Braces that do not end on their line are taken up to its end, for `bindFigures` to refuse.
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

/** The figure leads to its series, so that keyboards and fingers reach source and dates as well; hovering tells them at once. */
const openBound: RendererRule = (tokens, index) => {
  const [href, title] = ["href", "title"].map((name) => escapeMarkup(String(tokens[index]?.attrGet(name) ?? "")));
  return `<a class="bound" href="${href}" title="${title}">`;
};

/** A figure that has been revised since leads to the note on it as well; the first one that does is where the note leads back. */
const closeBound: RendererRule = (tokens, index, _options, env = {}) => {
  const note = tokens[index]?.attrGet("note");
  if (note === null || note === undefined) return "</a>";
  const referred = env.notes instanceof Set ? env.notes : new Set<unknown>();
  env.notes = referred;
  const id = referred.has(note) ? "" : ` id="revised-from-${note}"`;
  referred.add(note);
  return `</a><sup class="footnote-ref"><a href="#revised-${note}"${id} aria-label="Revised since, note ${note}">†</a></sup>`;
};

import type { MarkdownIt, RendererRule, StateBlock, StateCore } from "markdown-it";
import footnotes from "markdown-it-footnote";
import { pushDiagnostic } from "./diagnostic-token.ts";

/** Where a footnote is written. */
interface Definition {
  readonly label: string;
  /** Counted from 0. */
  readonly line: number;
}

/** A markdown-it plugin for footnotes that also reports the notes that readers would not see. */
export function notes(md: MarkdownIt): void {
  md.use(footnotes);
  md.block.ruler.before("footnote_def", "footnote_line", recordLine);
  md.core.ruler.before("footnote_tail", "check_footnotes", checkNotes);
  md.renderer.rules.footnote_caption = (tokens, index) => `[${Number(tokens[index]?.meta?.id) + 1}]`;
  md.renderer.rules.footnote_block_open = () => '<section class="footnotes" aria-label="Notes">\n<ol>\n';
  md.renderer.rules.footnote_anchor = backToText;
}

/** Runs before a footnote is parsed, which then has tokens without a line. */
function recordLine({ src, bMarks, tShift, eMarks, env }: StateBlock, line: number, _end: number, silent: boolean): boolean {
  const text = src.slice((bMarks[line] ?? 0) + (tShift[line] ?? 0), eMarks[line]);
  const label = /^\[\^([^\] ]+)\]:/.exec(text)?.[1];
  if (label !== undefined && !silent) env.definitions = [...definitionsOf(env), { label, line }];
  return false;
}

function definitionsOf({ definitions }: StateCore["env"]): readonly Definition[] {
  return Array.isArray(definitions) ? definitions : [];
}

function checkNotes(state: StateCore): void {
  const definitions = definitionsOf(state.env);
  const first = new Map<string, number>();
  for (const { label, line } of definitions) {
    const earlier = first.get(label);
    const note = `the footnote \`[^${label}]\``;
    if (earlier !== undefined) {
      const fix = `give it a name of its own, here and where the text refers to it, or remove it`;
      pushDiagnostic(state, line, `has ${note} for the second time, after line ${earlier + 1}`, fix);
    } else if (!isReferredTo(state, label)) {
      pushDiagnostic(
        state,
        line,
        `has ${note}, which nothing refers to`,
        `write \`[^${label}]\` behind the words it is about, or remove it`,
      );
    }
    first.set(label, earlier ?? line);
  }
  checkContents(state, definitions);
}

/** The plugin numbers notes as the text refers to them. */
function isReferredTo({ env }: StateCore, label: string): boolean {
  const footnotes: { readonly refs?: Readonly<Record<string, number>> } = Object(env.footnotes);
  return (footnotes.refs?.[`:${label}`] ?? -1) >= 0;
}

/** Reports notes without a text, and notes within another, whose text the plugin would lose. */
function checkContents(state: StateCore, definitions: readonly Definition[]): void {
  let [next, depth] = [0, 0];
  for (const [index, { type }] of [...state.tokens].entries()) {
    if (type === "footnote_reference_close") depth -= 1;
    if (type !== "footnote_reference_open") continue;
    const { label, line } = definitions[next] ?? { label: "", line: 0 };
    next += 1;
    depth += 1;
    if (depth > 1) {
      pushDiagnostic(
        state,
        line,
        `has the footnote \`[^${label}]\` within another`,
        "write it at the left margin, below the other",
      );
    } else if (state.tokens[index + 1]?.type === "footnote_reference_close") {
      pushDiagnostic(state, line, `has the footnote \`[^${label}]\` without a text`, "write its text behind the colon");
    }
  }
}

/** Links from a note to each place that refers to it. */
const backToText: RendererRule = (tokens, index) => {
  const { id, subId } = tokens[index]?.meta ?? {};
  const number = Number(subId) || 0;
  const reference = number > 0 ? `${Number(id) + 1}:${number}` : String(Number(id) + 1);
  const label = number > 0 ? `Back to the text, reference ${number + 1}` : "Back to the text";
  return ` <a href="#fnref${reference}" class="footnote-back" aria-label="${label}">↩\uFE0E</a>`;
};

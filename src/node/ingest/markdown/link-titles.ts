import type { MarkdownIt, StateCore } from "markdown-it";

/**
 * A plugin that leaves the titles of pictures as they were written, for they are captions: whether a character is escaped
 * matters there. Titles of links are unescaped as usual.
 */
export function writtenTitles(md: MarkdownIt): void {
  const { parseLinkTitle } = md.helpers;
  md.helpers = {
    ...md.helpers,
    parseLinkTitle: (text, start, max, previous) => {
      const parsed = parseLinkTitle(text, start, max, previous);
      const written = text.slice(previous ? start : start + 1, parsed.ok ? parsed.pos - 1 : max);
      return parsed.ok || parsed.can_continue ? { ...parsed, str: (previous?.str ?? "") + written } : parsed;
    },
  };
  md.core.ruler.after("inline", "link_titles", ({ tokens }: StateCore) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const title = token.type === "link_open" ? token.attrGet("title") : null;
      if (title !== null) token.attrSet("title", md.utils.unescapeAll(String(title)));
    }
  });
}

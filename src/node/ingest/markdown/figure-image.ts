import type { Token } from "markdown-it";

/** The picture of the paragraph that opens at `index`, where the paragraph stands at the top and holds nothing else. */
export function figureImage(tokens: readonly Token[], index: number): Token | undefined {
  const [open, inline] = [tokens[index], tokens[index + 1]];
  if (open?.type !== "paragraph_open" || open.level !== 0 || inline?.children?.length !== 1) return undefined;
  const only = inline.children[0];
  return only?.type === "image" ? only : undefined;
}

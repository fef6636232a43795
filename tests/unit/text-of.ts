import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment } from "parse5";

/** The text that readers see of a piece of HTML. */
export function textOf(html: string): string {
  return nodeText(parseFragment(html));
}

function nodeText(node: DefaultTreeAdapterTypes.Node): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  return "childNodes" in node ? node.childNodes.map(nodeText).join("") : "";
}

import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, parseFragment } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** What a browser makes of a page, without its texts. */
export interface Structure {
  /** Every element with the names of its attributes, by its depth; but for the labels of charts. */
  readonly skeleton: readonly string[];
  /** What no page may contain, whatever its content: each with the element. */
  readonly dangers: readonly string[];
  /** What stands in scripts that are data. */
  readonly data: readonly string[];
}

const ADDRESSES: ReadonlySet<string> = new Set([
  "href",
  "src",
  "action",
  "formaction",
  "xlink:href",
  "data",
  "cite",
  "poster",
  "background",
]);
/** Addresses that leave their page for a host that they name; all others stay. */
const SAFE_ADDRESS = /^(?:https?:\/\/[^/\\]|mailto:|tel:|data:,$|(?![/\\])(?:[^:]*$|[^:/?#]*[/?#]))/i;
const NEVER: ReadonlySet<string> = new Set(["base", "embed", "frame", "iframe", "marquee", "math", "object", "template", "xmp"]);
const DATA_SCRIPT = "application/ld+json";

/** Labels of charts: where they stand, and on how many lines, depends on how long they are. */
const LABELS: ReadonlySet<string> = new Set(["text", "tspan"]);

/** The structure of a whole page. */
export function pageStructure(html: string): Structure {
  return structure(parse(html), true);
}

/** The structure of a piece of HTML, such as a story in a feed. */
export function fragmentStructure(html: string): Structure {
  return structure(parseFragment(html), false);
}

function structure(root: Node, isPage: boolean): Structure {
  const skeleton: string[] = [];
  const dangers: string[] = [];
  const data: string[] = [];
  const walk = (node: Node, depth: number): void => {
    if (defaultTreeAdapter.isElementNode(node)) {
      const attributes = node.attrs.map(({ name }) => name).sort();
      if (!LABELS.has(node.tagName)) skeleton.push(`${"  ".repeat(depth)}${node.tagName} ${attributes.join(" ")}`);
      dangers.push(...dangersOf(node, isPage).map((danger) => `${danger} <${node.tagName} ${JSON.stringify(node.attrs)}>`));
      if (isData(node)) data.push(node.childNodes.map((child) => ("value" in child ? child.value : "")).join(""));
    }
    if ("childNodes" in node) for (const child of node.childNodes) walk(child, depth + 1);
  };
  walk(root, 0);
  return { skeleton, dangers, data };
}

function isData({ tagName, attrs }: Element): boolean {
  return tagName === "script" && attrs.some(({ name, value }) => name === "type" && value === DATA_SCRIPT);
}

function dangersOf(element: Element, isPage: boolean): readonly string[] {
  const { tagName, attrs, parentNode } = element;
  const value = (wanted: string): string | undefined => attrs.find(({ name }) => name === wanted)?.value;
  const isOwnScript = /^[\w./-]+\.js$/.test(value("src") ?? "") && isPage;
  return [
    ...(NEVER.has(tagName) ? ["is an element that no page has"] : []),
    ...(tagName === "script" && !isOwnScript && !isData(element) ? ["is a script"] : []),
    ...(tagName === "style" && !(parentNode && isHeadOfNotFound(parentNode)) ? ["is a style"] : []),
    ...(tagName === "meta" && value("http-equiv") !== undefined ? ["speaks for the host"] : []),
    ...attrs.flatMap(({ name, value: address }) => [
      ...(name.startsWith("on") ? [`has a handler ${name}`] : []),
      ...(name === "style" || name === "srcdoc" ? [`has ${name}`] : []),
      ...(ADDRESSES.has(name) && !SAFE_ADDRESS.test(address) ? [`has the address ${address}`] : []),
    ]),
  ];
}

/** The page for what is not there carries its own styles, and no description. */
function isHeadOfNotFound(parent: DefaultTreeAdapterTypes.ParentNode): boolean {
  return parent.childNodes.some((child) => "attrs" in child && child.attrs.some(({ value }) => value === "noindex"));
}

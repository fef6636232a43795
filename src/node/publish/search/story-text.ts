import { Parser } from "htmlparser2";
import { INLINE_ELEMENTS } from "../../../formats/search/text-elements.ts";

/** A paragraph, heading or the like as plain text. */
export interface TextBlock {
  /** The name of a heading's element, such as `h2`, and its id. */
  readonly heading: string | undefined;
  readonly id: string | undefined;
  /** Pagefind's weight, if it has one of its own. */
  readonly weight: string | undefined;
  /** With single spaces. */
  readonly text: string;
}

interface OpenElement extends Omit<TextBlock, "text"> {
  readonly isExcluded: boolean;
}

const INLINE = new Set(INLINE_ELEMENTS);
/** Not part of the text; the classes are of what repeats it, or leads to and from footnotes. */
const EXCLUDED_ELEMENTS = new Set(["script", "style", "svg", "nav", "button", "template", "noscript"]);
const EXCLUDED_CLASS = /(?:^|\s)(?:pull-quote|footnote-back|footnote-ref)(?:\s|$)/;
const HEADING = /^h[1-6]$/;
const WHITE_SPACE = /[^\S\uFEFF]+/;

/** The blocks of an HTML body that is well-formed, in order. */
export function textBlocks(html: string): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  const open: OpenElement[] = [];
  let text = "";
  const endBlock = (): void => {
    const words = text.split(WHITE_SPACE).filter(Boolean).join(" ");
    const { heading, id, weight } = open.at(-1) ?? {};
    if (words) blocks.push({ heading, id, weight, text: words });
    text = "";
  };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const isInline = INLINE.has(name);
      if (!isInline) endBlock();
      open.push(openElement(name, attributes, isInline, open.at(-1)));
    },
    ontext: (data) => {
      if (!open.at(-1)?.isExcluded) text += data;
    },
    onclosetag: (name) => {
      if (!INLINE.has(name)) endBlock();
      open.pop();
    },
  });
  parser.end(html);
  endBlock();
  return blocks;
}

function openElement(
  name: string,
  attributes: Readonly<Record<string, string>>,
  isInline: boolean,
  parent: OpenElement | undefined,
): OpenElement {
  const isHeading = HEADING.test(name);
  return {
    heading: isHeading ? name : parent?.heading,
    id: isHeading ? attributes.id : isInline ? parent?.id : undefined,
    weight: attributes["data-pagefind-weight"] ?? parent?.weight,
    isExcluded: (parent?.isExcluded ?? false) || EXCLUDED_ELEMENTS.has(name) || EXCLUDED_CLASS.test(attributes.class ?? ""),
  };
}

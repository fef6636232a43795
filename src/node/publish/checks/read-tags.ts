/** An element as its opening tag has it. Names are in lower case, values decoded; of an attribute that is there twice, the first counts. */
export type Attributes = Readonly<Record<string, string>>;

const NAME = /<([a-z][^\s/>]*)/iy;
const ATTRIBUTE = /[\s/]*([^\s=/>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y;
/** Elements that hold text and no elements, and where each ends (HTML, RCDATA and raw text elements). */
const TEXT_ENDS: Readonly<Record<string, RegExp>> = {
  script: /<\/script/gi,
  style: /<\/style/gi,
  textarea: /<\/textarea/gi,
  title: /<\/title/gi,
};
const COMMENT = "<!--";

/**
 * Reads the opening tags of a page in order, with the text of those elements that can hold nothing else. It reads what our
 * one serialiser writes as any browser does, in half the time of a parser that also closes them.
 */
export function readTags(html: string, visit: (name: string, attributes: Attributes, text: string) => void): void {
  for (let at = html.indexOf("<"); at !== -1; at = html.indexOf("<", at)) {
    if (html.startsWith(COMMENT, at)) {
      at = after(html, "-->", at + COMMENT.length);
      continue;
    }
    NAME.lastIndex = at;
    const name = NAME.exec(html)?.[1]?.toLowerCase();
    if (name === undefined) {
      at += 1;
      continue;
    }
    const attributes: Record<string, string> = {};
    at = after(html, ">", readAttributes(html, at + 1 + name.length, attributes));
    const textEnd = Object.hasOwn(TEXT_ENDS, name) ? TEXT_ENDS[name] : undefined;
    if (!textEnd) visit(name, attributes, "");
    else {
      textEnd.lastIndex = at;
      const end = textEnd.exec(html)?.index ?? html.length;
      visit(name, attributes, html.slice(at, end));
      at = end;
    }
  }
}

/** @returns where they end */
function readAttributes(html: string, start: number, into: Record<string, string>): number {
  let end = start;
  for (;;) {
    ATTRIBUTE.lastIndex = end;
    const found = ATTRIBUTE.exec(html);
    if (!found) return end;
    end = ATTRIBUTE.lastIndex;
    const [, name = "", quoted, singly, bare] = found;
    into[name.toLowerCase()] ??= decodeEntities(quoted ?? singly ?? bare ?? "");
  }
}

function after(html: string, sought: string, from: number): number {
  const at = html.indexOf(sought, from);
  return at === -1 ? html.length : at + sought.length;
}

const ENTITY = /&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos|nbsp));/gi;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00A0" };

/** The entities that serialisers write; others stand for themselves. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(ENTITY, (written: string, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? written;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : written;
  });
}

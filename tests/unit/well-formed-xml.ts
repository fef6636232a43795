/** An XML element with its own text and child elements. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

interface GrowingElement extends XmlElement {
  text: string;
  readonly children: XmlElement[];
}

const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;
const TOKEN = /<\?xml(?:-stylesheet)? [^<>]*\?>|<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
const ENTITY = /&(?:(lt|gt|amp|quot|apos)|#(\d+)|#x([\dA-Fa-f]+));/g;
const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/**
 * A strict parser for the subset of XML 1.0 that feeds and sitemaps use: no DTD, comments or CDATA, and no processing
 * instructions but `xml-stylesheet`.
 *
 * @returns all elements in document order
 * @throws if the document is not well-formed
 */
export function readXml(document: string): readonly XmlElement[] {
  // XML 1.0, 2.11: line endings are normalised to one character.
  const xml = document.replace(/\r\n?/g, "\n");
  const forbidden = FORBIDDEN.exec(xml);
  if (forbidden) throw new Error(`The character U+${forbidden[0].codePointAt(0)?.toString(16)} is not allowed in XML.`);
  const elements: XmlElement[] = [];
  const open: GrowingElement[] = [];
  let end = 0;
  for (const { 0: token, 1: closing, 2: name, 3: attributes = "", 4: empty, 5: text, index } of xml.matchAll(TOKEN)) {
    end = index + token.length;
    if (text !== undefined) {
      const [inner] = open.slice(-1);
      if (inner) inner.text += decode(text);
      else if (text.trim() !== "") throw new Error(`Text stands outside of the document's element: ${text}`);
    } else if (closing) {
      const inner = open.pop();
      if (inner?.name !== name) throw new Error(`</${name}> ends <${inner?.name}>.`);
    } else if (name !== undefined) {
      if (open.length === 0 && elements.length > 0) throw new Error(`<${name}> is a second element of the document.`);
      const element: GrowingElement = { name, attributes: attributesOf(attributes), text: "", children: [] };
      elements.push(element);
      open.at(-1)?.children.push(element);
      if (!empty) open.push(element);
    } else if (token.startsWith("<?xml ") && index !== 0) throw new Error("The declaration stands within the document.");
    else if (elements.length > 0) throw new Error("The stylesheet is named behind the beginning of the document.");
  }
  if (end !== xml.length) throw new Error(`Not XML: ${xml.slice(end, end + 60)}`);
  if (open.length > 0 || elements.length === 0) throw new Error(`<${open.at(-1)?.name}> does not end.`);
  return elements;
}

function attributesOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, decode(value)] as const);
  if (new Set(pairs.map(([name]) => name)).size !== pairs.length) throw new Error(`An attribute occurs twice: ${text}`);
  return Object.fromEntries(pairs);
}

function decode(text: string): string {
  if (/&(?!(?:lt|gt|amp|quot|apos|#\d+|#x[\dA-Fa-f]+);)/.test(text)) throw new Error(`An entity is not known: ${text}`);
  if (text.includes("]]>")) throw new Error("]]> stands in text.");
  return text.replace(ENTITY, (_, name?: string, decimal?: string, hex?: string) =>
    name === undefined
      ? String.fromCodePoint(decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal))
      : (NAMED[name] ?? ""),
  );
}

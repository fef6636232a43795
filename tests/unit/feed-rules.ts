import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { readXml, type XmlElement } from "./well-formed-xml.ts";

/** A parsed feed. */
interface Examined {
  /** `feed`, or the `channel` of `rss`. */
  readonly root: XmlElement;
  /** Its entries or items. */
  readonly items: readonly XmlElement[];
  /** The address of the feed. */
  readonly url: string;
  readonly text: string;
}

type Rule = (feed: Examined) => readonly (string | false | undefined)[];

const childrenOf = (element: XmlElement, name: string) => element.children.filter((child) => child.name === name);
const textOf = (element: XmlElement, name: string): string => childrenOf(element, name)[0]?.text ?? "";
const lacks = (element: XmlElement, ...names: readonly string[]) =>
  names.filter((name) => textOf(element, name).trim() === "").map((name) => `${element.name} has no ${name}`);
const repeats = (element: XmlElement, ...names: readonly string[]) =>
  names.filter((name) => childrenOf(element, name).length > 1).map((name) => `${element.name} has two of ${name}`);
const doubles = (values: readonly string[]) => values.filter((value, index) => values.indexOf(value) !== index);
const linkTo = (element: XmlElement, name: string, rel: string) =>
  childrenOf(element, name).find(({ attributes }) => attributes.rel === rel)?.attributes.href;

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const RFC_822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d\d) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) \d\d:\d\d:\d\d [+-]\d{4}$/;
const WEB_ADDRESS = /^https?:\/\/[^\s<>"{}|\\^`]+$/;
const MEDIA_TYPE = /^[\w.+-]+\/[\w.+-]+$/;

/** Whether the day of the week of an RFC 822 date matches its day. */
function isRfc822(text: string): boolean {
  const [, weekday, day, month, year] = RFC_822.exec(text) ?? [];
  return new Date(`${day} ${month} ${year} 12:00 UTC`).toUTCString().slice(0, 3) === weekday;
}

/** Safe elements and attributes: they run nothing and load nothing but pictures. */
const HARMLESS_ELEMENTS = new Set(
  "a abbr b blockquote br caption cite code em figcaption figure h2 h3 h4 h5 h6 hr i img li ol p pre s section small strong sub sup table tbody td th thead time tr ul".split(
    " ",
  ),
);
const HARMLESS_ATTRIBUTES = new Set("alt datetime height href scope src start title width".split(" "));

/** What is wrong with the HTML of an item. */
export function contentErrors(html: string): readonly string[] {
  const errors: string[] = [];
  const fragment = parseFragment(html, { onParseError: ({ code }) => errors.push(`is not HTML: ${code}`) });
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ("tagName" in node) {
      if (!HARMLESS_ELEMENTS.has(node.tagName)) errors.push(`has <${node.tagName}>`);
      for (const { name, value } of node.attrs) {
        if (!HARMLESS_ATTRIBUTES.has(name)) errors.push(`has an attribute ${name}`);
        if (name === "src" && !WEB_ADDRESS.test(value)) errors.push(`has a picture at ${value}`);
        if (name === "href" && !WEB_ADDRESS.test(value) && !/^(?:mailto|tel):/.test(value)) errors.push(`links to ${value}`);
      }
    }
    if ("childNodes" in node) node.childNodes.forEach(visit);
  };
  visit(fragment);
  return errors;
}

/** Rules for both formats, by their names in the W3C feed validator. */
const COMMON: Readonly<Record<string, Rule>> = {
  NonSpecificMediaType: ({ text }) => [!/<(?:feed|rss)[ >]/.test(text.slice(0, 512)) && "the root is not in the first 512 bytes"],
  BadCharacters: ({ text }) => [/[\u0080-\u009F\uFFFD]/.test(text) && "a control character or a replaced one"],
  "ContainsRelRef, SecurityRisk, SecurityRiskAttr, DangerousStyleAttr, NotHtml": ({ items }) =>
    items.flatMap((item) => contentErrors(textOf(item, "content") || textOf(item, "content:encoded"))),
  "InvalidIntegerAttribute, InvalidMediaMedium, InvalidMIMEAttribute, InvalidFullLink (media)": ({ items }) =>
    items
      .flatMap((item) => childrenOf(item, "media:content"))
      .flatMap(({ attributes: { width = "", height = "", medium, type = "", url = "" } }) => [
        !/^[1-9]\d*$/.test(width) && `width ${width}`,
        !/^[1-9]\d*$/.test(height) && `height ${height}`,
        medium !== "image" && `medium ${medium}`,
        !MEDIA_TYPE.test(type) && `type ${type}`,
        !WEB_ADDRESS.test(url) && `url ${url}`,
      ]),
};

const ATOM: Readonly<Record<string, Rule>> = {
  "MissingElement, MissingTitle": ({ root, items }) => [
    ...lacks(root, "id", "title", "updated"),
    ...items.flatMap((item) => lacks(item, "id", "title", "updated", "published", "summary", "content")),
  ],
  DuplicateElement: ({ root, items }) => [
    ...repeats(root, "id", "title", "subtitle", "updated", "icon"),
    ...items.flatMap((item) => repeats(item, "id", "title", "updated", "published", "summary", "content")),
  ],
  "MissingElement (author)": ({ root, items }) =>
    [root, ...items].flatMap((element) => {
      const authors = childrenOf(element, "author");
      return [authors.length === 0 && `${element.name} has no author`, ...authors.flatMap((author) => lacks(author, "name"))];
    }),
  "MissingSelf, SelfDoesntMatchLocation": ({ root, url }) => [
    linkTo(root, "link", "self") !== url && `self is ${linkTo(root, "link", "self")}`,
  ],
  "DuplicateAtomLink, MissingAlternate": ({ root, items }) =>
    [root, ...items].flatMap((element) => {
      const kinds = childrenOf(element, "link").map(({ attributes: { rel, type } }) => `${rel} ${type}`);
      return [...doubles(kinds), linkTo(element, "link", "alternate") === undefined && `${element.name} leads to no page`];
    }),
  "InvalidFullLink, InvalidURI, RelativeSelf": ({ root, items }) =>
    [root, ...items].flatMap((element) =>
      [
        textOf(element, "id"),
        ...childrenOf(element, "link").map(({ attributes }) => attributes.href ?? ""),
        ...childrenOf(element, "author").map((author) => textOf(author, "uri")),
        ...childrenOf(element, "category").map(({ attributes }) => attributes.scheme ?? ""),
        ...childrenOf(element, "icon").map(({ text }) => text),
      ].filter((address) => !WEB_ADDRESS.test(address)),
    ),
  "InvalidRFC3339Date, ImplausibleDate": ({ root, items }) =>
    [root, ...items]
      .flatMap((element) => [...childrenOf(element, "updated"), ...childrenOf(element, "published")])
      .map(({ text }) => text)
      .filter((date) => !RFC_3339.test(date) || Number.isNaN(Date.parse(date)) || date < "1990"),
  DuplicateIds: ({ items }) => doubles(items.map((item) => textOf(item, "id"))),
  "RFC 4287, 4.2.15: updated": ({ root, items }) =>
    items.filter((item) => Date.parse(textOf(item, "updated")) > Date.parse(textOf(root, "updated"))).map(() => "a newer entry"),
  "MissingAttribute, ContainsUndeclaredHTML, InvalidTextType": ({ items }) =>
    items.flatMap((item) => [
      ...childrenOf(item, "category").map(({ attributes }) => !attributes.term && "a category without a term"),
      ...childrenOf(item, "content").map(({ attributes }) => attributes.type !== "html" && "content that is not told to be HTML"),
    ]),
};

const RSS: Readonly<Record<string, Rule>> = {
  "MissingTitle, MissingLink, MissingDescription, MissingDCLanguage": ({ root, items }) => [
    ...lacks(root, "title", "link", "description", "language"),
    ...items.flatMap((item) => lacks(item, "title", "link", "description", "content:encoded", "pubDate", "dc:creator")),
  ],
  DuplicateElement: ({ root, items }) => [
    ...repeats(root, "title", "link", "description", "language", "lastBuildDate", "image"),
    ...items.flatMap((item) =>
      repeats(item, "title", "link", "description", "content:encoded", "guid", "pubDate", "atom:updated"),
    ),
  ],
  "MissingAtomSelfLink, SelfDoesntMatchLocation": ({ root, url }) => [
    linkTo(root, "atom:link", "self") !== url && `self is ${linkTo(root, "atom:link", "self")}`,
  ],
  "MissingGuid, InvalidHttpGUID, InvalidBooleanAttribute": ({ items }) =>
    items.flatMap((item) => {
      const [guid] = childrenOf(item, "guid");
      const isPermaLink = guid?.attributes.isPermaLink;
      return [
        !/^(?:true|false)$/.test(isPermaLink ?? "") && `isPermaLink is ${isPermaLink}`,
        !WEB_ADDRESS.test(guid?.text ?? "") && `guid is ${guid?.text}`,
      ];
    }),
  "DuplicateValue (guid)": ({ items }) => doubles(items.map((item) => textOf(item, "guid"))),
  "InvalidRFC2822Date, ProblematicalRFC822Date": ({ root, items }) =>
    [...childrenOf(root, "lastBuildDate"), ...items.flatMap((item) => childrenOf(item, "pubDate"))]
      .map(({ text }) => text)
      .filter((date) => !isRfc822(date)),
  "NeedDescriptionBeforeContent, MisplacedItem": ({ root, items }) => [
    ...items.map(({ children }) => {
      const names = children.map(({ name }) => name);
      return names.indexOf("description") > names.indexOf("content:encoded") && "content before the description";
    }),
    root.children.some(({ name }, index) => name !== "item" && root.children[index - 1]?.name === "item") &&
      "an item before the end",
  ],
  "DuplicateSemantics, DuplicateItemSemantics": ({ root, items }) =>
    [root, ...items].flatMap(({ children }) =>
      children
        .filter(({ name }) =>
          /^(?:author|managingEditor|webMaster|dc:(?:date|subject|language)|atom:(?:id|published))$/.test(name),
        )
        .map(({ name }) => `${name} beside what says the same`),
    ),
  "ImageTitleDoesntMatch, ImageLinkDoesntMatch, ImageUrlFormat": ({ root }) =>
    childrenOf(root, "image").flatMap((image) => [
      textOf(image, "title") !== textOf(root, "title") && "another title",
      textOf(image, "link") !== textOf(root, "link") && "another link",
      !/\.(?:png|jpe?g|gif)$/.test(textOf(image, "url")) && "not a GIF, JPEG or PNG",
    ]),
  "InvalidFullLink (link, domain)": ({ root, items }) =>
    [root, ...items].flatMap((element) =>
      [
        textOf(element, "link"),
        ...childrenOf(element, "category").map(({ attributes }) => attributes.domain ?? ""),
        ...childrenOf(element, "atom:link").map(({ attributes }) => attributes.href ?? ""),
      ].filter((address) => !WEB_ADDRESS.test(address)),
    ),
};

/** All rules for Atom and RSS. */
export const RULES = { atom: { ...COMMON, ...ATOM }, rss: { ...COMMON, ...RSS } } as const;

/**
 * The errors that the W3C feed validator would report for a feed, as far as these rules cover it.
 *
 * @param url the address of the feed
 * @throws if it is not well-formed
 */
export function feedErrors(text: string, format: keyof typeof RULES, url: string): readonly string[] {
  const [document] = readXml(text);
  const root = format === "atom" ? document : document?.children[0];
  if (!root || document?.name !== (format === "atom" ? "feed" : "rss")) return [`It is no ${format} feed.`];
  const examined = { root, items: childrenOf(root, format === "atom" ? "entry" : "item"), url, text };
  return Object.entries<Rule>(RULES[format]).flatMap(([name, rule]) =>
    rule(examined).flatMap((error) => (typeof error === "string" ? [`${name}: ${error}`] : [])),
  );
}

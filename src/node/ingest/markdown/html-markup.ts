/** Elements of HTML, SVG and MathML, current and obsolete. A word that is none of them, such as `<name>`, is not a tag. */
const ELEMENTS =
  "a abbr acronym address area article aside audio b base bdi bdo big blink blockquote body br button canvas caption center cite " +
  "circle code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer " +
  "form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark " +
  "marquee math menu meta meter nav nobr noscript object ol optgroup option output p param path picture pre progress q rp rt ruby " +
  "s samp script search section select slot small source span strike strong style sub summary sup svg table tbody td template " +
  "textarea tfoot th thead time title tr track tt u ul var video wbr";

/** Attributes that have no value: other words within angle brackets are text, as in `x<b and b>y`. */
const BARE_ATTRIBUTES =
  "allowfullscreen async autofocus autoplay checked controls defer disabled download hidden inert itemscope loop multiple muted " +
  "nomodule noshade novalidate nowrap open playsinline readonly required reversed selected";

const oneOf = (words: string): string => `(?:${words.replaceAll(" ", "|")})`;
const VALUE = "\\s*=\\s*(?:\"[^\"]*\"|'[^']*'|[^\\s\"'<>=`]+)";
const ATTRIBUTES = `(?:\\s+(?:[\\w:.@-]+${VALUE}|${oneOf(BARE_ATTRIBUTES)}(?![\\w-])))*`;
const NAME = "[a-z][\\w:.-]*";

/** HTML as its authors mean it: tags of known elements, any tag with an attribute in quotes, and comments. Tags may span lines. */
export const HTML_MARKUP = new RegExp(
  [
    "<!--[\\s\\S]*?(?:-->|$)",
    "<[!?][a-z[][^>]*>?",
    `</${NAME}\\s*>`,
    `<${oneOf(ELEMENTS)}${ATTRIBUTES}\\s*/?>`,
    `<${oneOf(ELEMENTS)}\\s+[\\w:.@-]+=[^<>]*>?`,
    `<${NAME}(?:\\s+[\\w:.@-]+(?:${VALUE})?)*\\s+[\\w:.@-]+=["'][^<>]*>?`,
    `<${NAME}(?:\\s[^<>]*)?/>`,
  ].join("|"),
  "gi",
);

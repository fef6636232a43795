/** Scripts that are written from right to left, by their ISO 15924 codes. */
const RIGHT_TO_LEFT: ReadonlySet<string | undefined> = new Set(["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Syrc", "Thaa"]);

const directions = new Map<string, "rtl" | undefined>();

/** The `dir` of a page in a language; undefined for left to right, which is the default. */
export function textDirection(language: string): "rtl" | undefined {
  if (directions.has(language)) return directions.get(language);
  const direction = RIGHT_TO_LEFT.has(new Intl.Locale(language).maximize().script) ? "rtl" : undefined;
  directions.set(language, direction);
  return direction;
}

const LEFT_TO_RIGHT_ISOLATE = "\u2066";
const POP_ISOLATE = "\u2069";
/** The marks that `Intl` puts before a minus sign in such languages. */
const MARKS = /[\u061C\u200E\u200F]/g;

/**
 * Isolates a number in text from right to left, where its sign would stand on the other side of the digits. Characters
 * instead of `<bdi>`, since numbers also stand in attributes, in SVG and in what scripts write.
 */
export function isolateNumber(text: string, language: string): string {
  if (textDirection(language) === undefined) return text;
  return `${LEFT_TO_RIGHT_ISOLATE}${text.replace(MARKS, "")}${POP_ISOLATE}`;
}

/** A tag, an element whose text is not for display, a number that is isolated, or one with a sign or a percent sign. */
const TAG_OR_NUMBER =
  /<(script|style)\b.*?<\/\1>|<[^>]*>|\u2066[^\u2069]*\u2069|(?<![\p{L}\p{N}])(?:[+±−-]\p{Sc}?(?:\p{Nd}[\p{Nd}.,٫٬]*)[%٪]?|\p{Nd}[\p{Nd}.,٫٬]*[%٪])/gsu;

/** Isolates the numbers with signs in the text of an HTML document, if its direction is from right to left. */
export function isolateNumbers(html: string): string {
  if (!/^<html [^>]*dir="rtl"/.test(html)) return html;
  return html.replace(TAG_OR_NUMBER, (found) =>
    found.startsWith("<") || found.startsWith(LEFT_TO_RIGHT_ISOLATE) ? found : `${LEFT_TO_RIGHT_ISOLATE}${found}${POP_ISOLATE}`,
  );
}

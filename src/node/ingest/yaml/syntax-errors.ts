import { type Document, type ErrorCode, isCollection, visit } from "yaml";

/** A syntax error in an editor's words. */
export interface YamlError {
  /** In characters from the start of the text. */
  readonly offset: number;
  readonly field?: string;
  readonly message: string;
  readonly fix: string;
}

type ErrorText = Pick<YamlError, "message" | "fix">;

const QUOTE = "put the whole text between double quotation marks";
/** Appended to the fix of a line with quotation marks, which would end the quoted text. */
const QUOTES_WITHIN = ", and write those within it as “ and ”";
const RESERVED: ErrorText = { message: "starts a text with a character that YAML reserves", fix: QUOTE };
const COLLECTION_KEY: ErrorText = {
  message: "has a list or a group of fields as the name of a field",
  fix: "write a word and a colon",
};

const ERROR_TEXTS: Readonly<Partial<Record<ErrorCode, ErrorText>>> = {
  BAD_SCALAR_START: RESERVED,
  TAG_RESOLVE_FAILED: RESERVED,
  BLOCK_AS_IMPLICIT_KEY: { message: "has a text that contains `: `, or an over-indented line below it", fix: QUOTE },
  MULTILINE_IMPLICIT_KEY: {
    message: "has a line that is not a field",
    fix: "write the field, a colon, a space and its value, not indented further than the field above",
  },
  DUPLICATE_KEY: { message: "has this field twice", fix: "remove one of them" },
  TAB_AS_INDENT: { message: "is indented by a tab", fix: "indent it by spaces" },
};

/** The fix of a text that must be quoted, given what it contains. */
export function quoteFix(text: string): string {
  return text.includes('"') ? `${QUOTE}${QUOTES_WITHIN}` : QUOTE;
}

/**
 * The syntax errors of a document. Anchors, aliases and tags count as errors: content has no use for them, and they would
 * swallow a word that starts with `&`, `*` or `!`.
 */
export function syntaxErrors(document: Document.Parsed, source: string): readonly YamlError[] {
  const errors: YamlError[] = [...document.errors, ...document.warnings].map(({ code, message, pos: [offset] }) => ({
    offset,
    ...(ERROR_TEXTS[code] ?? {
      message: `is not YAML: ${message}`,
      fix: `correct the line; put a text that contains \`: \` or quotation marks between double quotation marks${QUOTES_WITHIN}`,
    }),
  }));
  const add = (offset = 0, text = RESERVED): void => void errors.push({ offset, ...text });
  visit(document, {
    Pair: (_, { key }) => {
      if (isCollection(key)) add(key.range?.[0], COLLECTION_KEY);
    },
    Alias: (_, { range }) => add(range?.[0]),
    Value: (_, { anchor, range }) => {
      if (anchor !== undefined) add(range?.[0]);
    },
  });
  return errors.map((error) => (error.fix === QUOTE ? { ...error, fix: quoteFix(lineAround(source, error.offset)) } : error));
}

function lineAround(text: string, offset: number): string {
  return text.slice(text.lastIndexOf("\n", offset - 1) + 1).split("\n", 1)[0] ?? "";
}

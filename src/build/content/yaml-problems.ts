import { type Document, type ErrorCode, isCollection, visit } from "yaml";

/** A place where a text is not the YAML that was meant, in an editor's words. */
export interface YamlProblem {
  /** Characters from the beginning of the text. */
  readonly offset: number;
  readonly problem: string;
  readonly remedy: string;
}

type Words = Omit<YamlProblem, "offset">;

const QUOTE = "put the whole text between double quotation marks";
const KEPT_SIGN: Words = { problem: "begins a text with a sign that YAML keeps for itself", remedy: QUOTE };
const NO_NAME: Words = { problem: "has a list or a group of fields for the name of a field", remedy: "write a word and a colon" };

const WORDS: Readonly<Partial<Record<ErrorCode, Words>>> = {
  BAD_SCALAR_START: KEPT_SIGN,
  TAG_RESOLVE_FAILED: KEPT_SIGN,
  BLOCK_AS_IMPLICIT_KEY: { problem: "has a text with `: ` in it, or a line indented too far below it", remedy: QUOTE },
  MULTILINE_IMPLICIT_KEY: {
    problem: "has a line that is no field",
    remedy: "write the field, a colon, a space and its value, not indented further than the field above",
  },
  DUPLICATE_KEY: { problem: "has this field twice", remedy: "remove one of them" },
  TAB_AS_INDENT: { problem: "is indented by a tab", remedy: "indent it by spaces" },
};

/**
 * Finds what is wrong with a text in YAML before any schema sees it. Anchors, aliases and tags are wrong, too: a story has
 * no use for them, and they would swallow a word that begins with `&`, `*` or `!`.
 */
export function yamlProblems(document: Document.Parsed): readonly YamlProblem[] {
  const problems: YamlProblem[] = [...document.errors, ...document.warnings].map(({ code, message, pos: [offset] }) => ({
    offset,
    ...(WORDS[code] ?? {
      problem: `is not YAML: ${message}`,
      remedy: "mend the line; a text that holds `: ` or quotation marks goes between double quotation marks",
    }),
  }));
  const complain = (offset = 0, words = KEPT_SIGN): void => void problems.push({ offset, ...words });
  visit(document, {
    Pair: (_, { key }) => {
      if (isCollection(key)) complain(key.range?.[0], NO_NAME);
    },
    Alias: (_, { range }) => complain(range?.[0]),
    Value: (_, { anchor, range }) => {
      if (anchor !== undefined) complain(range?.[0]);
    },
  });
  return problems;
}

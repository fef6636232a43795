import { type Document, type ErrorCode, isCollection, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from "yaml";
import type * as z from "zod";
import type { Diagnostic } from "../../../lib/diagnostic.ts";
import { schemaDiagnostics } from "./schema-diagnostic.ts";

/** A syntax error in an editor's words. */
interface YamlError {
  /** In characters from the start of the text. */
  readonly offset: number;
  readonly message: string;
  readonly fix: string;
}

type ErrorText = Omit<YamlError, "offset">;

const QUOTE = "put the whole text between double quotation marks";
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

/**
 * The syntax errors of a document. Anchors, aliases and tags count as errors: content has no use for them, and they would
 * swallow a word that starts with `&`, `*` or `!`.
 */
function syntaxErrors(document: Document.Parsed): readonly YamlError[] {
  const errors: YamlError[] = [...document.errors, ...document.warnings].map(({ code, message, pos: [offset] }) => ({
    offset,
    ...(ERROR_TEXTS[code] ?? {
      message: `is not YAML: ${message}`,
      fix: "correct the line; put a text that contains `: ` or quotation marks between double quotation marks",
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
  return errors;
}

/** YAML within a file: front matter, or all of it. */
export interface YamlSource {
  readonly file: string;
  readonly text: string;
  /** The number of lines above `text` in the file. */
  readonly linesBefore: number;
}

/** The line of a field in its file, or of the nearest field around it that exists. */
type LineOf = (path: readonly PropertyKey[]) => number;

type Parsed<T> = { readonly value: T; readonly lineOf: LineOf } | { readonly diagnostics: readonly Diagnostic[] };

/** Parses YAML with a schema, into its value or into diagnostics with their lines. */
export function parseYaml<T>(source: YamlSource, schema: z.ZodType<T>): Parsed<T> {
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => lines.linePos(offset).line + source.linesBefore;

  const errors = syntaxErrors(document);
  if (errors.length > 0) {
    return {
      diagnostics: errors.map(({ offset, ...text }) => ({ file: source.file, line: lineAt(offset), field: undefined, ...text })),
    };
  }

  const lineOf: LineOf = (path) => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const offset = keyOffset(document, path.slice(0, depth));
      if (offset !== undefined) return lineAt(offset);
    }
    return source.linesBefore + 1;
  };
  const result = schema.safeParse(document.toJS() ?? {}, { reportInput: true });
  if (result.success) return { value: result.data, lineOf };
  return {
    diagnostics: firstOfEach(result.error.issues).flatMap((issue) => schemaDiagnostics(issue, source.file, schema, lineOf)),
  };
}

/** Where a field has the wrong type, further issues, such as its length, mean nothing. */
function firstOfEach(issues: readonly z.core.$ZodIssue[]): readonly z.core.$ZodIssue[] {
  return [...new Map(issues.toReversed().map((issue) => [issue.path.join("."), issue])).values()].reverse();
}

/** The offset of a key or list entry in the text. */
function keyOffset(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const key = path.at(-1);
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === key);
    return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
  }
  const node = document.getIn([...path], true);
  return isNode(node) ? node.range?.[0] : undefined;
}

import { type Document, type ErrorCode, isCollection, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from "yaml";
import type * as z from "zod";
import type { Diagnostic } from "../../../lib/diagnostic.ts";
import { schemaFault } from "./schema-diagnostic.ts";

/** A place where a text is not the YAML that was meant, in an editor's words. */
interface YamlProblem {
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
function yamlProblems(document: Document.Parsed): readonly YamlProblem[] {
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

/** A text in YAML within a file: front matter, or the whole of it. */
export interface YamlSource {
  readonly file: string;
  readonly text: string;
  /** Lines of the file before `text` begins. */
  readonly linesBefore: number;
}

/** The line of a field in its file, or of the nearest thing around it that exists. */
type LineOf = (path: readonly PropertyKey[]) => number;

type Parsed<T> = { readonly value: T; readonly lineOf: LineOf } | { readonly faults: readonly Diagnostic[] };

/** Reads YAML through a schema; whatever is wrong comes back as faults with the line that it stands on. */
export function parseYaml<T>(source: YamlSource, schema: z.ZodType<T>): Parsed<T> {
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => lines.linePos(offset).line + source.linesBefore;

  const problems = yamlProblems(document);
  if (problems.length > 0) {
    return {
      faults: problems.map(({ offset, ...words }) => ({ file: source.file, line: lineAt(offset), field: undefined, ...words })),
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
  return { faults: firstOfEach(result.error.issues).flatMap((issue) => schemaFault(issue, source.file, schema, lineOf)) };
}

/** Where a field is of the wrong type, complaints of its length and the like mean nothing. */
function firstOfEach(issues: readonly z.core.$ZodIssue[]): readonly z.core.$ZodIssue[] {
  return [...new Map(issues.toReversed().map((issue) => [issue.path.join("."), issue])).values()].reverse();
}

/** Where a key or list entry begins in the text. */
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

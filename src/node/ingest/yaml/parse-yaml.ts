import { isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import type * as z from "zod";
import type { Diagnostic } from "../../../lib/diagnostic.ts";
import { cutTexts } from "./cut-texts.ts";
import { malformedTexts } from "./malformed-texts.ts";
import { schemaDiagnostics } from "./schema-diagnostic.ts";
import { syntaxErrors, type YamlError } from "./syntax-errors.ts";

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
  const { file, text, linesBefore } = source;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, keepSourceTokens: true });
  const lineAt = (offset: number): number => lines.linePos(offset).line + linesBefore;
  const diagnostic = ({ offset, field, message, fix }: YamlError): Diagnostic => {
    return { file, line: lineAt(offset), field, message, fix };
  };

  const doubtful = [...cutTexts(document, text, schema), ...malformedTexts(document)];
  const errors = syntaxErrors(document, text);
  if (errors.length > 0) {
    // A comment may have caused the errors below it.
    const firstDoubt = Math.min(...doubtful.map(({ offset }) => offset));
    return { diagnostics: [...doubtful, ...errors.filter(({ offset }) => offset < firstDoubt)].map(diagnostic) };
  }

  const lineOf: LineOf = (path) => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const offset = keyOffset(document, path.slice(0, depth));
      if (offset !== undefined) return lineAt(offset);
    }
    return linesBefore + 1;
  };
  const result = schema.safeParse(document.toJS() ?? {}, { reportInput: true });
  if (result.success && doubtful.length === 0) return { value: result.data, lineOf };
  const reported = new Set(doubtful.map(({ field }) => field));
  const issues = firstOfEach(result.error?.issues ?? []).filter(({ path }) => !reported.has(path.join(".")));
  return {
    diagnostics: [...doubtful.map(diagnostic), ...issues.flatMap((issue) => schemaDiagnostics(issue, file, schema, lineOf))],
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

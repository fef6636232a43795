import { isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import type * as z from "zod";
import type { ContentFault } from "./content-fault.ts";
import { schemaFault } from "./schema-fault.ts";
import { yamlProblems } from "./yaml-problems.ts";

/** A text in YAML within a file: front matter, or the whole of it. */
export interface YamlSource {
  readonly file: string;
  readonly text: string;
  /** Lines of the file before `text` begins. */
  readonly linesBefore: number;
}

/** The line of a field in its file, or of the nearest thing around it that exists. */
type LineOf = (path: readonly PropertyKey[]) => number;

type Parsed<T> = { readonly value: T; readonly lineOf: LineOf } | { readonly faults: readonly ContentFault[] };

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

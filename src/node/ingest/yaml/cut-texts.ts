import { type Document, isSeq, Scalar, visit } from "yaml";
import type * as z from "zod";
import { type Ancestors, nodePath, type VisitorKey } from "./node-path.ts";
import { schemaAt } from "./schema-diagnostic.ts";
import { quoteFix, type YamlError } from "./syntax-errors.ts";

/**
 * Reports texts that a comment may have cut: YAML reads `title: We are #1 in trade` as `We are`. A comment behind an unquoted
 * value is accepted only where the field could not have held the whole line: dates, numbers, ids, addresses.
 *
 * @param document parsed with its source tokens
 */
export function cutTexts(document: Document.Parsed, text: string, schema: z.ZodType): readonly YamlError[] {
  const errors: YamlError[] = [];
  visit(document, {
    Scalar: (key, scalar, ancestors) => {
      const comment = key === "key" ? undefined : commentOn(scalar, key, ancestors);
      if (comment === undefined) return;
      const path = nodePath(key, ancestors);
      if (!acceptsText(schemaAt(schema, path))) return;
      const start = scalar.range?.[0] ?? 0;
      const offset = scalar.comment ? text.indexOf("#", scalar.range?.[1]) : text.lastIndexOf("#", start);
      errors.push({ offset, field: path.join("."), ...describe(comment, scalar) });
    },
  });
  return errors;
}

/** The comment behind an unquoted scalar, or between its `:` or `-` and itself. */
function commentOn(scalar: Scalar, key: VisitorKey, ancestors: Ancestors): string | undefined {
  if (scalar.type !== Scalar.PLAIN) return undefined;
  if (scalar.comment || !scalar.commentBefore) return scalar.comment || undefined;
  return key === "value" || isBehindDash(key, ancestors.at(-1)) ? scalar.commentBefore : undefined;
}

/** Whether the comment before a list entry is behind its dash, and not on a line above it. */
function isBehindDash(index: VisitorKey, list: Ancestors[number] | undefined): boolean {
  if (typeof index !== "number" || !isSeq(list) || list.srcToken?.type !== "block-seq") return false;
  const types = list.srcToken.items[index]?.start.map(({ type }) => type) ?? [];
  return types.lastIndexOf("comment") > types.indexOf("seq-item-ind");
}

/** Whether a field accepts any text. */
function acceptsText(schema: z.ZodType | undefined): boolean {
  return schema?.safeParse("a #1").success ?? false;
}

function describe(comment: string, { value, source = "" }: Scalar): Pick<YamlError, "message" | "fix"> {
  const ends = value === null ? "is empty" : `ends at \`${source.split(/\s+/).slice(-3).join(" ")}\``;
  const message = `${ends}, because YAML reads \`#${comment.split("\n")[0]}\` as a comment`;
  return { message, fix: quoteFix(source + comment) };
}

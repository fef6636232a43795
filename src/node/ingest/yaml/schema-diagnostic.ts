import * as z from "zod";
import type { Diagnostic } from "../../../lib/diagnostic.ts";
import { nearest } from "../../../lib/nearest.ts";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/**
 * Turns an issue of a schema into diagnostics. What to write instead comes from the schema: the description (`.describe()`)
 * of the field, or of the nearest field around it that has one.
 *
 * @param lineOf the line of a field in its file
 */
export function schemaDiagnostics(
  issue: Issue,
  file: string,
  schema: z.ZodType,
  lineOf: (path: Path) => number | undefined,
): readonly Diagnostic[] {
  const at = (path: Path) => ({ file, line: lineOf(path), field: path.join(".") || undefined });
  if (issue.code === "unrecognized_keys") {
    const known = fieldsOf(schemaAt(schema, issue.path));
    return issue.keys.map((key) => ({
      ...at([...issue.path, key]),
      message: "is not a known field",
      fix: suggestion(key, known) ?? `leave it out; the fields are ${known.join(", ")}`,
    }));
  }
  if (issue.code === "invalid_value") return [{ ...at(issue.path), ...unknownValue(issue) }];
  if (issue.code === "invalid_key") return [{ ...at(issue.path), message: keyMessage(issue), fix: "rename it" }];
  const fix = isUnquoted(issue) ? QUOTE : (describedFix(schema, issue.path) ?? "correct it");
  return [{ ...at(issue.path), message: messageOf(issue), fix }];
}

const QUOTE = "put it between quotation marks";

/** YAML reads `2026` as a number and `true` as a boolean, where a headline may be meant. */
function isUnquoted(issue: Issue): boolean {
  return issue.code === "invalid_type" && issue.expected === "string" && /number|boolean/.test(typeof issue.input);
}

function suggestion(name: string, known: readonly string[]): string | undefined {
  const match = nearest(name, known);
  return match === undefined ? undefined : `write ${match}`;
}

function unknownValue(issue: Issue & { code: "invalid_value" }): Pick<Diagnostic, "message" | "fix"> {
  const known = issue.values.map(String).sort();
  if (issue.input === undefined) return { message: "is missing", fix: `write one of: ${listed(known)}` };
  const value = String(issue.input);
  return {
    message: `\`${value}\` is not known`,
    fix: suggestion(value, known) ?? (known.length > 0 ? `write one of: ${listed(known)}` : "leave it out: there are none"),
  };
}

const MAX_LISTED = 12;

function listed(names: readonly string[]): string {
  if (names.length <= MAX_LISTED) return names.join(", ");
  return `${names.slice(0, MAX_LISTED).join(", ")} … (${names.length} in all)`;
}

function keyMessage(issue: Issue & { code: "invalid_key" }): string {
  return issue.issues.map(({ message }) => message).join("; ");
}

function messageOf(issue: Issue): string {
  if (issue.code === "invalid_type") {
    return issue.input === undefined ? "is missing" : `is ${typeOf(issue.input)} where ${typeName(issue.expected)} belongs`;
  }
  if (issue.code === "too_big" && issue.origin === "string") return `is longer than ${issue.maximum} characters`;
  if (issue.code === "too_big" && isNumeric(issue)) return `is more than ${issue.maximum}`;
  if (issue.code === "too_small" && isNumeric(issue)) return `is less than ${issue.minimum}`;
  if (issue.code === "too_big") return `has more than ${issue.maximum} entries`;
  if (issue.code === "too_small") return "is empty";
  if (issue.code === "invalid_union" && issue.input === undefined) return "is missing";
  return issue.message;
}

function isNumeric({ origin }: { readonly origin: string }): boolean {
  return origin === "number" || origin === "int";
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  array: "a list",
  object: "a group of fields",
  record: "a group of fields",
  string: "text",
  boolean: "true or false",
  number: "a number",
  int: "a whole number",
};

function typeName(type: string): string {
  return TYPE_NAMES[type] ?? type;
}

function typeOf(value: unknown): string {
  if (value === null) return "empty";
  return typeName(Array.isArray(value) ? "array" : typeof value);
}

/** The innermost description along a path. */
function describedFix(schema: unknown, [key, ...rest]: Path): string | undefined {
  const inner = key === undefined ? undefined : describedFix(childOf(schema, key), rest);
  return inner ?? descriptionOf(schema);
}

function descriptionOf(schema: unknown): string | undefined {
  if (!(schema instanceof z.ZodType)) return undefined;
  return schema.description ?? descriptionOf(wrappedBy(schema));
}

/** The schema of the field at a path; undefined if there is no such field. */
export function schemaAt(schema: unknown, path: Path): z.ZodType | undefined {
  const found = path.reduce<unknown>(childOf, schema);
  return found instanceof z.ZodType ? found : undefined;
}

function fieldsOf(schema: unknown): readonly string[] {
  const inner = unwrap(schema);
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

function childOf(parent: unknown, key: PropertyKey): unknown {
  const schema = unwrap(parent);
  if (schema instanceof z.ZodObject && typeof key === "string") return schema.shape[key];
  if (schema instanceof z.ZodRecord) return schema.valueType;
  if (schema instanceof z.ZodArray) return schema.element;
  return undefined;
}

function unwrap(schema: unknown): unknown {
  const inner = wrappedBy(schema);
  return inner === undefined ? schema : unwrap(inner);
}

/** The schema within a wrapper such as `.optional()` or `z.preprocess()`. */
function wrappedBy(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return schema.unwrap();
  if (schema instanceof z.ZodPipe) return schema.in instanceof z.ZodTransform ? schema.out : schema.in;
  return undefined;
}

import * as z from "zod";
import type { Diagnostic } from "../../../lib/diagnostic.ts";
import { nearest } from "../../../lib/nearest.ts";

type Issue = z.core.$ZodIssue;

/** What to write into a field, in the editor's words. */
const HINTS: Readonly<Record<string, string>> = {
  title: "write a headline of up to 120 characters",
  standfirst: "write one or two sentences, up to 240 characters",
  published: "write an instant with its offset, such as 2026-01-07T09:30:00-05:00",
  updated: "write an instant with its offset, not before `published`, or leave it out",
  authors: "write a list of ids from authors.yaml, such as [politics-desk]",
  topics: "write a list of ids from topics.yaml, or leave it out",
  picture: "write `picture:` and below it, indented, `file: NAME`",
  keyPoints: "write a list of up to five sentences, or leave it out",
  corrections: "write a list of `date` and `text`, or leave it out",
  draft: "write true or false, or leave it out",
  alt: "say in a sentence what a sighted reader sees",
  credit: "name who made the picture",
  licence: "name the licence, such as CC BY 4.0",
  source: "write the address the picture comes from, or `own work`",
  focus: "write two fractions, across and down, such as [0.5, 0.3]",
  name: "write the name that readers see",
  description: "write a sentence of up to 240 characters",
  series: "write the id of a series, such as brent, or a list of up to five",
  from: "write the first period, as the series has its dates, or leave it out",
  to: "write the last period, as the series has its dates, or leave it out",
  rebase: "write true or false, or leave it out",
  note: "write a sentence of up to 240 characters, or leave it out",
  annotations: "write a list of `date` and `text`, or leave it out",
  date: "write a period, as the series has its dates",
  text: "write a few words, up to 40 characters",
};

/**
 * Tells one complaint of a schema as faults of the content.
 *
 * @param lineOf the line of a field in its file, by its path
 */
export function schemaFault(
  issue: Issue,
  file: string,
  schema: z.ZodType,
  lineOf: (path: readonly PropertyKey[]) => number | undefined,
): readonly Diagnostic[] {
  const at = (path: readonly PropertyKey[]) => ({ file, line: lineOf(path), field: path.join(".") || undefined });
  if (issue.code === "unrecognized_keys") {
    const known = fieldsAt(schema, issue.path);
    return issue.keys.map((key) => ({
      ...at([...issue.path, key]),
      problem: "is not a known field",
      remedy: suggestion(key, known) ?? `leave it out; the fields are ${known.join(", ")}`,
    }));
  }
  if (issue.code === "invalid_value") return [{ ...at(issue.path), ...unknownValue(issue) }];
  if (issue.code === "invalid_key") return [{ ...at(issue.path), problem: keyProblem(issue), remedy: "rename it" }];
  return [{ ...at(issue.path), problem: problemOf(issue), remedy: isUnquoted(issue) ? QUOTE : hint(schema, issue.path) }];
}

const QUOTE = "put it between quotation marks";

/** YAML reads `2026` as a number and `true` as yes, where a headline may be meant. */
function isUnquoted(issue: Issue): boolean {
  return issue.code === "invalid_type" && issue.expected === "string" && /number|boolean/.test(typeof issue.input);
}

function suggestion(written: string, known: readonly string[]): string | undefined {
  const meant = nearest(written, known);
  return meant === undefined ? undefined : `write ${meant}`;
}

function unknownValue(issue: Issue & { code: "invalid_value" }): Pick<Diagnostic, "problem" | "remedy"> {
  const known = issue.values.map(String).sort();
  if (issue.input === undefined) return { problem: "is missing", remedy: `write one of: ${listed(known)}` };
  const written = String(issue.input);
  return {
    problem: `\`${written}\` is not known`,
    remedy: suggestion(written, known) ?? (known.length > 0 ? `write one of: ${listed(known)}` : "leave it out: there are none"),
  };
}

function listed(names: readonly string[]): string {
  const most = 12;
  return names.length <= most ? names.join(", ") : `${names.slice(0, most).join(", ")} … (${names.length} in all)`;
}

function keyProblem(issue: Issue & { code: "invalid_key" }): string {
  return issue.issues.map(({ message }) => message).join("; ");
}

function problemOf(issue: Issue): string {
  if (issue.code === "invalid_type") {
    return issue.input === undefined ? "is missing" : `is ${typeName(issue.input)} where ${article(issue.expected)} belongs`;
  }
  if (issue.code === "too_big" && issue.origin === "string") return `is longer than ${issue.maximum} characters`;
  if (issue.code === "too_big" && isOfNumber(issue)) return `is more than ${issue.maximum}`;
  if (issue.code === "too_small" && isOfNumber(issue)) return `is less than ${issue.minimum}`;
  if (issue.code === "too_big") return `has more than ${issue.maximum} entries`;
  if (issue.code === "too_small") return "is empty";
  if (issue.code === "invalid_union" && issue.input === undefined) return "is missing";
  return issue.message;
}

function isOfNumber({ origin }: { readonly origin: string }): boolean {
  return origin === "number" || origin === "int";
}

/** What a field's own schema says of it comes before what its name says. */
function hint(schema: z.ZodType, path: readonly PropertyKey[]): string {
  const own = schemaAt(schema, path);
  if (own instanceof z.ZodType && own.description !== undefined) return own.description;
  const named = path.findLast((key) => typeof key === "string" && key in HINTS);
  return typeof named === "string" ? (HINTS[named] ?? "") : "write it as its neighbours are written";
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

function article(type: string): string {
  return TYPE_NAMES[type] ?? type;
}

function typeName(value: unknown): string {
  if (value === null) return "empty";
  return article(Array.isArray(value) ? "array" : typeof value);
}

/** The fields that a schema knows at a place within it. */
function fieldsAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  const here = schemaAt(schema, path);
  return here instanceof z.ZodObject ? Object.keys(here.shape) : [];
}

function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => unwrap(fieldOf(unwrap(inner), key)), unwrap(schema));
}

function fieldOf(schema: unknown, key: PropertyKey): unknown {
  if (schema instanceof z.ZodObject && typeof key === "string") return schema.shape[key];
  if (schema instanceof z.ZodRecord) return schema.valueType;
  if (schema instanceof z.ZodArray) return schema.element;
  return undefined;
}

function unwrap(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return unwrap(schema.unwrap());
  return schema;
}

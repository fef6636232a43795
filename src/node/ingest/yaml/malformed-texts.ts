import { type Document, visit } from "yaml";
import { nodePath } from "./node-path.ts";
import type { YamlError } from "./syntax-errors.ts";

/** Reports texts in which an escape such as `"\\ud83d"` stands for one half of a character, a lone surrogate: UTF-8 has none. */
export function malformedTexts(document: Document.Parsed): readonly YamlError[] {
  const errors: YamlError[] = [];
  visit(document, {
    Scalar: (key, { value, range }, ancestors) => {
      if (typeof value !== "string" || value.isWellFormed()) return;
      errors.push({
        offset: range?.[0] ?? 0,
        field: nodePath(key, ancestors).join("."),
        message: "has an escape for half of a character",
        fix: "write the character itself, or leave it out",
      });
    },
  });
  return errors;
}

import { access } from "node:fs/promises";
import type * as z from "zod";
import type { Diagnostic } from "../../lib/diagnostic.ts";
import type { TaxonomyTerm } from "../../model/taxonomy.ts";
import { displayPath, readSource } from "../files/source-file.ts";
import { plainField } from "./bound-figures/bind-text.ts";
import { parseYaml } from "./yaml/parse-yaml.ts";

/**
 * Reads `authors.yaml` or `topics.yaml` into terms by id; undefined if the file is invalid.
 *
 * @param language of the publication
 */
export async function readTaxonomy<T extends Omit<TaxonomyTerm, "id">>(
  path: string,
  schema: z.ZodType<Record<string, T>>,
  diagnostics: Diagnostic[],
  language: string,
): Promise<ReadonlyMap<string, T & TaxonomyTerm> | undefined> {
  if (!(await exists(path))) {
    diagnostics.push({
      file: displayPath(path),
      line: undefined,
      field: undefined,
      message: "is missing",
      fix: "write the file: ids, each with `name:` and `description:` below it",
    });
    return undefined;
  }
  const source = await readSource(path);
  const parsed = "message" in source ? { diagnostics: [source] } : parseYaml({ ...source, linesBefore: 0 }, schema);
  if ("diagnostics" in parsed) {
    diagnostics.push(...parsed.diagnostics);
    return undefined;
  }
  const plain = (text: string, ...at: readonly string[]): string =>
    plainField(text, at, language, (field, message, fix) => {
      diagnostics.push({ file: displayPath(path), line: parsed.lineOf(field), field: field.join("."), message, fix });
    });
  return new Map(
    Object.entries(parsed.value).map(([id, term]) => [
      id,
      Object.freeze({
        ...term,
        id,
        name: plain(term.name, id, "name"),
        description: plain(term.description, id, "description"),
      }),
    ]),
  );
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

import { access } from "node:fs/promises";
import type * as z from "zod";
import type { Diagnostic } from "../../lib/diagnostic.ts";
import type { TaxonomyTerm } from "../../model/taxonomy.ts";
import { displayPath, readSource } from "../files/source-file.ts";
import { typographic } from "./markdown/markdown.ts";
import { parseYaml } from "./yaml/parse-yaml.ts";

/** Reads `authors.yaml` or `topics.yaml` into things by id; undefined where the file is faulty. */
export async function readTaxonomy<T extends Omit<TaxonomyTerm, "id">>(
  path: string,
  schema: z.ZodType<Record<string, T>>,
  faults: Diagnostic[],
): Promise<ReadonlyMap<string, T & TaxonomyTerm> | undefined> {
  if (!(await exists(path))) {
    faults.push({
      file: displayPath(path),
      line: undefined,
      field: undefined,
      problem: "is missing",
      remedy: "write it: from id to name and description",
    });
    return undefined;
  }
  const source = await readSource(path);
  const parsed = "problem" in source ? { faults: [source] } : parseYaml({ ...source, linesBefore: 0 }, schema);
  if ("faults" in parsed) {
    faults.push(...parsed.faults);
    return undefined;
  }
  return new Map(
    Object.entries(parsed.value).map(([id, thing]) => [
      id,
      Object.freeze({ ...thing, id, name: typographic(thing.name), description: typographic(thing.description) }),
    ]),
  );
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

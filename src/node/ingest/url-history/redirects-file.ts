import { existsSync } from "node:fs";
import type { Diagnostic } from "../../../lib/diagnostic.ts";
import { redirectsSchema } from "../../../model/redirects.ts";
import { readSource } from "../../files/source-file.ts";
import { parseYaml } from "../yaml/parse-yaml.ts";

/** What the list of redirects is called in the folder of the content. */
export const REDIRECTS = "redirects.yaml";

/** An entry of the list, as it was written. */
export interface WrittenRedirect {
  /** An address, or one that ends in `/*` and stands for all below it. */
  readonly from: string;
  /** An address of the site or elsewhere; where it ends in `/*`, what the one of `from` stood for is kept. */
  readonly to: string;
  readonly fault: (field: "from" | "to", problem: string, remedy: string) => Diagnostic;
}

/** Reads the list of redirects, empty where there is none; undefined where it is faulty. */
export async function readRedirects(path: string, faults: Diagnostic[]): Promise<readonly WrittenRedirect[] | undefined> {
  if (!existsSync(path)) return [];
  const source = await readSource(path);
  if ("problem" in source) {
    faults.push(source);
    return undefined;
  }
  if (isBlank(source.text)) return [];
  const parsed = parseYaml({ ...source, linesBefore: 0 }, redirectsSchema);
  if ("faults" in parsed) {
    faults.push(...parsed.faults);
    return undefined;
  }
  return parsed.value.map(({ from, to }, index) => ({
    from,
    to,
    fault: (field, problem, remedy) => ({
      file: source.file,
      line: parsed.lineOf([index, field]),
      field: `${index}.${field}`,
      problem,
      remedy,
    }),
  }));
}

/** Whether a text in YAML holds nothing but comments. */
function isBlank(text: string): boolean {
  return text.split("\n").every((line) => /^\s*(?:#|$)/.test(line));
}

import { join } from "node:path";
import type * as z from "zod";
import type { Diagnostic, SourceFile } from "../../../lib/diagnostic.ts";
import { seriesListSchema, type seriesSchema } from "../../../markets/series.ts";
import { displayPath, readSource } from "../../files/source-file.ts";
import { parseYaml } from "../yaml/parse-yaml.ts";

/** What `series.yaml` says of a series. */
export type SeriesEntry = z.infer<typeof seriesSchema>;

/** Reads `series.yaml`, and adds to `faults` whatever is wrong with it; then there is no list. */
export async function readSeriesList(folder: string, faults: Diagnostic[]): Promise<readonly SeriesEntry[] | undefined> {
  const source = await readOrMiss(join(folder, "series.yaml"), "write it: a list of series, or [] for none");
  const parsed = "problem" in source ? { faults: [source] } : parseYaml({ ...source, linesBefore: 0 }, seriesListSchema);
  if ("faults" in parsed) {
    faults.push(...parsed.faults);
    return undefined;
  }
  const ids = parsed.value.map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  for (const id of twice) {
    const file = displayPath(join(folder, "series.yaml"));
    faults.push({ file, line: undefined, field: "id", problem: `has the series \`${id}\` twice`, remedy: "remove one of them" });
  }
  return twice.length > 0 ? undefined : parsed.value;
}

/** Reads a text; one that is missing is a fault. */
export async function readOrMiss(file: string, remedy: string): Promise<SourceFile | Diagnostic> {
  return readSource(file).catch((error: NodeJS.ErrnoException): Diagnostic => {
    if (error.code !== "ENOENT") throw error;
    return { file: displayPath(file), line: undefined, field: undefined, problem: "is missing", remedy };
  });
}

import { join } from "node:path";
import type * as z from "zod";
import type { Diagnostic, SourceFile } from "../../../lib/diagnostic.ts";
import { parseObservations } from "../../../markets/observations.ts";
import { type Series, seriesListSchema, type seriesSchema } from "../../../markets/series.ts";
import { displayPath, filesBelow, readSource } from "../../files/source-file.ts";
import { parseYaml } from "../yaml/parse-yaml.ts";

/**
 * Reads `series.yaml` and the CSV file of each series.
 *
 * @param folder such as `_data/markets`
 * @param nowMs no figure may be later, in milliseconds since 1970
 * @returns the valid series
 */
export async function readMarkets(folder: string, nowMs: number, diagnostics: Diagnostic[]): Promise<readonly Series[]> {
  const listed = await readSeriesList(folder, diagnostics);
  if (!listed) return [];
  const series: Series[] = [];
  for (const fields of listed) {
    const source = await readRequired(join(folder, `${fields.id}.csv`), "write the file, or remove the series from series.yaml");
    if ("message" in source) {
      diagnostics.push(source);
      continue;
    }
    const parsed = parseObservations(source.text, { frequency: fields.frequency, nowMs });
    diagnostics.push(...parsed.diagnostics.map((diagnostic) => ({ file: source.file, ...diagnostic })));
    if (parsed.diagnostics.length === 0) series.push({ ...fields, observations: parsed.observations });
  }
  diagnostics.push(...(await unlistedFiles(folder, new Set(listed.map(({ id }) => id)))));
  return series;
}

/** Reports CSV files that belong to no series. */
async function unlistedFiles(folder: string, ids: ReadonlySet<string>): Promise<readonly Diagnostic[]> {
  const files = (await filesBelow(folder, [".csv"])).map(displayPath);
  return files
    .filter((file) => !ids.has(file.slice(file.lastIndexOf("/") + 1, -".csv".length)))
    .map((file) => ({
      file,
      line: undefined,
      field: undefined,
      message: "belongs to no series",
      fix: "add its series to series.yaml, or remove the file",
    }));
}

/** An entry of `series.yaml`. */
export type SeriesEntry = z.infer<typeof seriesSchema>;

/** Reads `series.yaml`; undefined if it is invalid. */
export async function readSeriesList(folder: string, diagnostics: Diagnostic[]): Promise<readonly SeriesEntry[] | undefined> {
  const source = await readRequired(join(folder, "series.yaml"), "write the file: a list of series, or [] for none");
  const parsed = "message" in source ? { diagnostics: [source] } : parseYaml({ ...source, linesBefore: 0 }, seriesListSchema);
  if ("diagnostics" in parsed) {
    diagnostics.push(...parsed.diagnostics);
    return undefined;
  }
  const ids = parsed.value.map(({ id }) => id);
  const duplicates = ids.filter((id, index) => ids.indexOf(id) !== index);
  for (const id of duplicates) {
    const file = displayPath(join(folder, "series.yaml"));
    diagnostics.push({
      file,
      line: undefined,
      field: "id",
      message: `has the series \`${id}\` twice`,
      fix: "remove one of them",
    });
  }
  return duplicates.length > 0 ? undefined : parsed.value;
}

/** Reads a file, or returns a diagnostic if it is missing. */
async function readRequired(file: string, fix: string): Promise<SourceFile | Diagnostic> {
  return readSource(file).catch((error: NodeJS.ErrnoException): Diagnostic => {
    if (error.code !== "ENOENT") throw error;
    return { file: displayPath(file), line: undefined, field: undefined, message: "is missing", fix };
  });
}

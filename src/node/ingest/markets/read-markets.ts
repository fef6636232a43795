import { join } from "node:path";
import type { Diagnostic } from "../../../lib/diagnostic.ts";
import { parseObservations } from "../../../markets/observations.ts";
import type { Series } from "../../../markets/series.ts";
import { displayPath, filesBelow } from "../../files/source-file.ts";
import { readOrMiss, readSeriesList } from "./read-series-list.ts";

/**
 * Reads `series.yaml` and a file of figures for each series, and adds to `faults` whatever is wrong with them.
 *
 * @param folder such as `_data/markets`
 * @param nowMs no figure is later than that, in milliseconds since 1970
 * @returns the series that could be read
 */
export async function readMarkets(folder: string, nowMs: number, faults: Diagnostic[]): Promise<readonly Series[]> {
  const listed = await readSeriesList(folder, faults);
  if (!listed) return [];
  const series: Series[] = [];
  for (const fields of listed) {
    const source = await readOrMiss(join(folder, `${fields.id}.csv`), "write the file, or remove the series from series.yaml");
    if ("problem" in source) {
      faults.push(source);
      continue;
    }
    const { observations, problems } = parseObservations(source.text, { frequency: fields.frequency, nowMs });
    faults.push(...problems.map((problem) => ({ file: source.file, ...problem })));
    if (problems.length === 0) series.push({ ...fields, observations });
  }
  faults.push(...(await unlistedFiles(folder, new Set(listed.map(({ id }) => id)))));
  return series;
}

/** A file that belongs to no series would be forgotten. */
async function unlistedFiles(folder: string, ids: ReadonlySet<string>): Promise<readonly Diagnostic[]> {
  const files = (await filesBelow(folder, [".csv"])).map(displayPath);
  return files
    .filter((file) => !ids.has(file.slice(file.lastIndexOf("/") + 1, -".csv".length)))
    .map((file) => ({
      file,
      line: undefined,
      field: undefined,
      problem: "holds figures of no series",
      remedy: "name its series in series.yaml, or remove the file",
    }));
}

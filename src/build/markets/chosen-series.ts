import { join } from "node:path";
import type * as z from "zod";
import { type FetchInstruction, seriesListSchema, type seriesSchema } from "../../markets/series.ts";
import { type ContentFault, ContentFaults } from "../content/content-fault.ts";
import { readSource } from "../content/source-file.ts";
import { parseYaml } from "../content/yaml-source.ts";
import { UsageError } from "../settings.ts";
import { didYouMean } from "./markets-arguments.ts";

type SeriesEntry = z.infer<typeof seriesSchema>;

/** A series whose figures can be fetched. */
export type FetchedSeries = Pick<SeriesEntry, "id" | "frequency"> & { readonly fetch: FetchInstruction };

/** What an update is to do. */
interface Choice {
  readonly series: readonly FetchedSeries[];
  /** Ids of those that nobody has asked for by name and that cannot be fetched. */
  readonly skipped: readonly string[];
}

/**
 * Chooses among the series of `series.yaml`.
 *
 * @param wanted ids; none for all
 * @throws ContentFaults for a list that does not hold
 * @throws UsageError for an id that is not in the list, or whose series cannot be fetched
 */
export async function chooseSeries(folder: string, wanted: readonly string[]): Promise<Choice> {
  const listed = await readList(join(folder, "series.yaml"));
  const ids = listed.map(({ id }) => id);
  for (const id of wanted) {
    if (!ids.includes(id)) throw new UsageError(`There is no series ${id}${didYouMean(id, ids)}`);
  }
  const chosen = wanted.length === 0 ? listed : listed.filter(({ id }) => wanted.includes(id));
  const skipped = chosen.filter(({ fetch }) => !fetch).map(({ id }) => id);
  if (wanted.length > 0 && skipped.length > 0) {
    throw new UsageError(`No figures can be fetched for ${skipped.join(", ")}: series.yaml has no \`fetch\` there.`);
  }
  return { series: chosen.flatMap(({ id, frequency, fetch }) => (fetch ? [{ id, frequency, fetch }] : [])), skipped };
}

async function readList(path: string): Promise<readonly SeriesEntry[]> {
  const source = await readSource(path);
  if ("problem" in source) throw new ContentFaults([source]);
  const parsed = parseYaml({ ...source, linesBefore: 0 }, seriesListSchema);
  if ("faults" in parsed) throw new ContentFaults(parsed.faults);
  const ids = parsed.value.map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  if (twice.length > 0) throw new ContentFaults(twice.map((id) => namedTwice(source.file, id)));
  return parsed.value;
}

function namedTwice(file: string, id: string): ContentFault {
  return { file, line: undefined, field: "id", problem: `has the series \`${id}\` twice`, remedy: "remove one of them" };
}

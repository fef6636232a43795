import { ContentError, type Diagnostic } from "../../../../lib/diagnostic.ts";
import { UsageError } from "../../../../lib/format-error.ts";
import { didYouMean } from "../../../../lib/nearest.ts";
import type { FetchInstruction } from "../../../../markets/series.ts";
import { readSeriesList, type SeriesEntry } from "../read-series-list.ts";

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
 * @throws ContentError for a list that does not hold
 * @throws UsageError for an id that is not in the list, or whose series cannot be fetched
 */
export async function chooseSeries(folder: string, wanted: readonly string[]): Promise<Choice> {
  const faults: Diagnostic[] = [];
  const listed = await readSeriesList(folder, faults);
  if (!listed) throw new ContentError(faults);
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

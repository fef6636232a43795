import { ContentError, type Diagnostic } from "../../../../lib/diagnostic.ts";
import { UsageError } from "../../../../lib/format-error.ts";
import { didYouMean } from "../../../../lib/nearest.ts";
import type { FetchInstruction } from "../../../../markets/series.ts";
import { readSeriesList, type SeriesEntry } from "../read-markets.ts";

/** A series with a source to fetch from. */
export type FetchedSeries = Pick<SeriesEntry, "id" | "frequency"> & { readonly fetch: FetchInstruction };

/** The series of an update. */
interface Choice {
  readonly series: readonly FetchedSeries[];
  /** Ids of series that have no source, and were not named on the command line. */
  readonly skipped: readonly string[];
}

/**
 * Selects the series to update from `series.yaml`.
 *
 * @param wanted ids; none for all
 * @throws ContentError if `series.yaml` is invalid
 * @throws UsageError for an id that is unknown, or whose series has no source
 */
export async function chooseSeries(folder: string, wanted: readonly string[]): Promise<Choice> {
  const diagnostics: Diagnostic[] = [];
  const listed = await readSeriesList(folder, diagnostics);
  if (!listed) throw new ContentError(diagnostics);
  const ids = listed.map(({ id }) => id);
  for (const id of wanted) {
    if (!ids.includes(id)) throw new UsageError(`There is no series ${id}${didYouMean(id, ids)}`);
  }
  const chosen = wanted.length === 0 ? listed : listed.filter(({ id }) => wanted.includes(id));
  const skipped = chosen.filter(({ fetch }) => !fetch).map(({ id }) => id);
  if (wanted.length > 0 && skipped.length > 0) {
    throw new UsageError(`Cannot fetch figures for ${skipped.join(", ")}: no \`fetch\` in series.yaml.`);
  }
  return { series: chosen.flatMap(({ id, frequency, fetch }) => (fetch ? [{ id, frequency, fetch }] : [])), skipped };
}

import { ContentError, type Diagnostic } from "../../../../lib/diagnostic.ts";
import { inParallel } from "../../../../lib/pool.ts";
import type { SourceName } from "../../../../markets/series.ts";
import type { ClientEffects } from "../../../../markets/sources/client.ts";
import { hasChanges } from "../../../../markets/sources/compare-readings.ts";
import { SOURCES } from "../../../../markets/sources/sources.ts";
import { chooseSeries, type FetchedSeries } from "./chosen-series.ts";
import { fetchSeries, type SeriesNews } from "./fetch-series.ts";
import { type FiguresFile, faultsOf, readFiguresFile, revisedText } from "./figures-file.ts";
import { removeLeftovers, replaceFiles } from "./replace-files.ts";
import { type FailedSeries, UpdateFailures } from "./update-failures.ts";
import { ValidatorCache } from "./validator-cache.ts";

/** Sources are asked for so many series at a time. */
const AT_ONCE = 4;

export interface UpdateOptions {
  /** Such as `_data/markets`. */
  readonly folder: string;
  /** Such as `.cache/markets`. */
  readonly cacheFolder: string;
  /** Ids of series; none for all that can be fetched. */
  readonly wanted: readonly string[];
  /** What sources must be told to answer. */
  readonly keys: Readonly<Partial<Record<SourceName, string>>>;
  /** Where sources are instead of at their own address. */
  readonly bases?: Readonly<Partial<Record<SourceName, string>>>;
  readonly effects: ClientEffects;
  readonly progress: FetchProgress;
}

/** A bar that grows with each series. */
export interface FetchProgress {
  start(total: number): void;
  advance(): void;
  stop(): void;
}

/** What an update has changed, series by series. */
export interface UpdateReport {
  readonly series: readonly UpdatedSeries[];
  /** Ids of series that cannot be fetched. */
  readonly skipped: readonly string[];
}

interface UpdatedSeries extends Pick<SeriesNews, "comparison"> {
  readonly id: string;
}

/** A series on its way. */
interface Pending {
  readonly series: FetchedSeries;
  readonly figures: FiguresFile;
}

interface Arrived extends Pending, SeriesNews {}

/**
 * Fetches new figures and writes them into their files: those of all series, or none.
 *
 * @throws UsageError for a series that is unknown or cannot be fetched
 * @throws ContentError for series or figures that are faulty before anything is fetched
 * @throws UpdateFailures where anything could not be fetched
 */
export async function updateMarkets(options: UpdateOptions): Promise<UpdateReport> {
  const { folder, wanted, cacheFolder, effects } = options;
  const nowMs = effects.now();
  const { series, skipped } = await chooseSeries(folder, wanted);
  const pending = await readAll(folder, series, nowMs);
  const cache = new ValidatorCache(cacheFolder);
  const arrived = await fetchAll(pending, cache, nowMs, options);
  await removeLeftovers(folder);
  await write(arrived, cache, nowMs);
  return { series: arrived.map(({ series: { id }, comparison }) => ({ id, comparison })), skipped };
}

async function readAll(folder: string, series: readonly FetchedSeries[], nowMs: number): Promise<readonly Pending[]> {
  const faults: Diagnostic[] = [];
  const pending: Pending[] = [];
  for (const each of series) pending.push({ series: each, figures: await readFiguresFile(folder, each, nowMs, faults) });
  if (faults.length > 0) throw new ContentError(faults);
  return pending;
}

async function fetchAll(
  pending: readonly Pending[],
  cache: ValidatorCache,
  nowMs: number,
  { keys, bases = {}, effects, progress }: UpdateOptions,
): Promise<readonly Arrived[]> {
  const arrived: Arrived[] = [];
  const failures: FailedSeries[] = [];
  progress.start(pending.length);
  try {
    const outcomes = await inParallel(pending, AT_ONCE, async ({ series, figures }) => {
      const { from } = series.fetch;
      const circumstances = { base: bases[from] ?? SOURCES[from].base, key: keys[from], nowMs, effects };
      const outcome = await fetchSeries(series, figures, await cache.of(series, figures.text), circumstances);
      progress.advance();
      return "problem" in outcome ? outcome : { series, figures, ...outcome };
    });
    for (const outcome of outcomes) "problem" in outcome ? failures.push(outcome) : arrived.push(outcome);
  } finally {
    progress.stop();
  }
  if (failures.length > 0) throw new UpdateFailures(failures, pending.length);
  return arrived;
}

/** By what answers are known is kept first, and with the figures that are to be: were these not written, it would not hold. */
async function write(arrived: readonly Arrived[], cache: ValidatorCache, nowMs: number): Promise<void> {
  const today = new Date(nowMs).toISOString().slice(0, 10);
  const texts = new Map<string, string>();
  for (const { series, figures, comparison, validators } of arrived) {
    if (!comparison) continue;
    const text = hasChanges(comparison) ? revisedText(figures.text, comparison, today) : figures.text;
    const faults = faultsOf(figures.path, text, { frequency: series.frequency, nowMs });
    if (faults.length > 0) throw new ContentError(faults);
    if (text !== figures.text) texts.set(figures.path, text);
    await cache.keep(series, text, validators);
  }
  await replaceFiles(texts);
}

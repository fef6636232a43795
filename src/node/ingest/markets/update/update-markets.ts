import { ContentError, type Diagnostic } from "../../../../lib/diagnostic.ts";
import { mapConcurrent } from "../../../../lib/map-concurrent.ts";
import type { SourceName } from "../../../../markets/series.ts";
import { hasChanges } from "../../../../markets/sources/compare-observations.ts";
import type { ClientEffects } from "../../../../markets/sources/http-client.ts";
import { SOURCES } from "../../../../markets/sources/sources.ts";
import { chooseSeries, type FetchedSeries } from "./choose-series.ts";
import { type FailedSeries, fetchSeries, type SeriesUpdate } from "./fetch-series.ts";
import { checkFigures, type FiguresFile, readFiguresFile, revisedText } from "./figures-file.ts";
import { removeLeftovers, replaceFiles } from "./replace-files.ts";
import { ValidatorCache } from "./validator-cache.ts";

/** Series fetched at a time. */
const CONCURRENCY = 4;

export interface UpdateOptions {
  /** Such as `_data/markets`. */
  readonly folder: string;
  /** Such as `.cache/markets`. */
  readonly cacheFolder: string;
  /** Ids of series; none for all that can be fetched. */
  readonly wanted: readonly string[];
  /** API keys. */
  readonly keys: Readonly<Partial<Record<SourceName, string>>>;
  /** Addresses that replace those of the sources, for tests. */
  readonly bases?: Readonly<Partial<Record<SourceName, string>>>;
  readonly effects: ClientEffects;
  readonly progress: FetchProgress;
}

/** A progress bar that advances with each series. */
export interface FetchProgress {
  start(total: number): void;
  advance(): void;
  stop(): void;
}

/** The changes of an update, by series. */
export interface UpdateReport {
  readonly series: readonly UpdatedSeries[];
  /** Ids of series that cannot be fetched. */
  readonly skipped: readonly string[];
}

interface UpdatedSeries extends Pick<SeriesUpdate, "comparison"> {
  readonly id: string;
}

/** A series to be fetched. */
interface Pending {
  readonly series: FetchedSeries;
  readonly figures: FiguresFile;
}

interface Fetched extends Pending, SeriesUpdate {}

/**
 * Fetches new figures and writes them to their files: those of all series, or none.
 *
 * @throws UsageError for a series that is unknown or cannot be fetched
 * @throws ContentError for invalid series or figures, before anything is fetched
 * @throws UpdateError if any series could not be fetched
 */
export async function updateMarkets(options: UpdateOptions): Promise<UpdateReport> {
  const { folder, wanted, cacheFolder, effects } = options;
  const nowMs = effects.now();
  const { series, skipped } = await chooseSeries(folder, wanted);
  const pending = await readAll(folder, series, nowMs);
  const cache = new ValidatorCache(cacheFolder);
  const fetched = await fetchAll(pending, cache, nowMs, options);
  await removeLeftovers(folder);
  await write(fetched, cache, nowMs);
  return { series: fetched.map(({ series: { id }, comparison }) => ({ id, comparison })), skipped };
}

async function readAll(folder: string, series: readonly FetchedSeries[], nowMs: number): Promise<readonly Pending[]> {
  const diagnostics: Diagnostic[] = [];
  const pending: Pending[] = [];
  for (const each of series) pending.push({ series: each, figures: await readFiguresFile(folder, each, nowMs, diagnostics) });
  if (diagnostics.length > 0) throw new ContentError(diagnostics);
  return pending;
}

async function fetchAll(
  pending: readonly Pending[],
  cache: ValidatorCache,
  nowMs: number,
  { keys, bases = {}, effects, progress }: UpdateOptions,
): Promise<readonly Fetched[]> {
  const fetched: Fetched[] = [];
  const failures: FailedSeries[] = [];
  progress.start(pending.length);
  try {
    const outcomes = await mapConcurrent(pending, CONCURRENCY, async ({ series, figures }) => {
      const { from } = series.fetch;
      const context = { base: bases[from] ?? SOURCES[from].base, key: keys[from], nowMs, effects };
      const outcome = await fetchSeries(series, figures, await cache.get(series, figures.text), context);
      progress.advance();
      return "message" in outcome ? outcome : { series, figures, ...outcome };
    });
    for (const outcome of outcomes) "message" in outcome ? failures.push(outcome) : fetched.push(outcome);
  } finally {
    progress.stop();
  }
  if (failures.length > 0) throw new UpdateError(failures, pending.length);
  return fetched;
}

/** Caches validators first, with the new figures: if those are not written, the validators do not match and are ignored. */
async function write(fetched: readonly Fetched[], cache: ValidatorCache, nowMs: number): Promise<void> {
  const today = new Date(nowMs).toISOString().slice(0, 10);
  const texts = new Map<string, string>();
  for (const { series, figures, comparison, validators } of fetched) {
    if (!comparison) continue;
    const text = hasChanges(comparison) ? revisedText(figures.text, comparison, today) : figures.text;
    const diagnostics = checkFigures(figures.path, text, { frequency: series.frequency, nowMs });
    if (diagnostics.length > 0) throw new ContentError(diagnostics);
    if (text !== figures.text) texts.set(figures.path, text);
    await cache.set(series, text, validators);
  }
  await replaceFiles(texts);
}

/** Every series that could not be updated. */
export class UpdateError extends Error {
  readonly failures: readonly FailedSeries[];

  /** @param total the number of series that were to be updated */
  constructor(failures: readonly FailedSeries[], total: number) {
    const lines = failures.map(({ id, address, message, fix }) => [id, address, message, fix].join("  "));
    super(`${lines.join("\n")}\n\n${failures.length} of ${total} series failed.`);
    this.name = "UpdateError";
    this.failures = failures;
  }
}

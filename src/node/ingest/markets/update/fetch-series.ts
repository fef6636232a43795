import type { SourceName } from "../../../../markets/series.ts";
import { type Comparison, compareObservations } from "../../../../markets/sources/compare-observations.ts";
import { fetchObservations } from "../../../../markets/sources/fetch-observations.ts";
import type { ClientEffects, Validators } from "../../../../markets/sources/http-client.ts";
import { transformRawObservations, validateRawObservations } from "../../../../markets/sources/raw-observations.ts";
import type { SourceRequest } from "../../../../markets/sources/source.ts";
import { SourceError } from "../../../../markets/sources/source-error.ts";
import { SOURCES } from "../../../../markets/sources/sources.ts";
import type { FetchedSeries } from "./choose-series.ts";
import type { FiguresFile } from "./figures-file.ts";

/** The answer of a source for one series. */
export interface SeriesUpdate {
  /** Undefined if the source answered 304 Not Modified. */
  readonly comparison: Comparison | undefined;
  /** For the next conditional request. */
  readonly validators: Validators;
}

/** A series that could not be fetched, or whose figures are implausible. */
export interface FailedSeries {
  readonly id: string;
  readonly address: string;
  readonly message: string;
  readonly fix: string;
}

/** What fetching depends on besides the series. */
export interface FetchContext {
  readonly base: string;
  readonly key: string | undefined;
  readonly nowMs: number;
  readonly effects: ClientEffects;
}

/** Fetches the figures of a series, validates them, and compares them with the known ones. */
export async function fetchSeries(
  { id, frequency, fetch }: FetchedSeries,
  figures: FiguresFile,
  known: Validators,
  { base, key, nowMs, effects }: FetchContext,
): Promise<SeriesUpdate | FailedSeries> {
  const source = SOURCES[fetch.from];
  const request: SourceRequest = { code: fetch.code, frequency, base, key };
  try {
    if (source.key && !key) {
      throw new SourceError(
        "needs an API key",
        `get one at ${source.key.from} and set the environment variable ${source.key.variable}`,
      );
    }
    const fetched = await fetchObservations(source, request, known, effects);
    if (!fetched.isModified) return { comparison: undefined, validators: known };
    validateRawObservations(fetched.observations, frequency, nowMs);
    const observations = transformRawObservations(fetched.observations, fetch);
    const comparison = compareObservations({ frequency, ...figures }, observations, nowMs);
    // Figures that are not yet due are in this answer, which has to be fetched again.
    return { comparison, validators: comparison.isAhead ? {} : fetched.validators };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const address = error.address ?? source.address(request, 0);
    const [safeAddress, message, fix] = [address, error.reason, error.fix].map((text) => withoutKey(text, key));
    return { id, address: safeAddress ?? "", message: message ?? "", fix: fix ?? "" };
  }
}

/** Removes the API key from an address, and from text in which a source repeats it. */
function withoutKey(text: string, key: string | undefined): string {
  if (!key) return text;
  const inAddress = new URLSearchParams({ key }).toString().slice("key=".length);
  return text.replaceAll(inAddress, "…").replaceAll(key, "…");
}

/** The API keys that the environment holds for the sources that need one. */
export function sourceKeys(
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Partial<Record<SourceName, string>>> {
  const keys = Object.entries(SOURCES).map(([name, { key }]) => [name, key && environment[key.variable]?.trim()]);
  return Object.fromEntries(keys.filter(([, key]) => key));
}

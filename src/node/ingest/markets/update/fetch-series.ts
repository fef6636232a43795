import { checkReadings } from "../../../../markets/sources/check-readings.ts";
import type { ClientEffects, Validators } from "../../../../markets/sources/client.ts";
import { type Comparison, compareReadings } from "../../../../markets/sources/compare-readings.ts";
import { fetchReadings } from "../../../../markets/sources/fetch-readings.ts";
import type { SourceRequest } from "../../../../markets/sources/source.ts";
import { SourceFailure } from "../../../../markets/sources/source-failure.ts";
import { SOURCES } from "../../../../markets/sources/sources.ts";
import { transformReadings } from "../../../../markets/sources/transform-readings.ts";
import type { FetchedSeries } from "./chosen-series.ts";
import type { FiguresFile } from "./figures-file.ts";
import type { FailedSeries } from "./update-failures.ts";

/** What a source says of a series beyond its figures; no comparison where it says that nothing has been modified. */
export interface SeriesNews {
  readonly comparison: Comparison | undefined;
  /** Of the answer that the comparison was made with. */
  readonly validators: Validators;
}

/** What fetching needs besides the series. */
export interface Circumstances {
  readonly base: string;
  readonly key: string | undefined;
  readonly nowMs: number;
  readonly effects: ClientEffects;
}

/** Fetches the figures of a series, checks them and compares them with those that are known. */
export async function fetchSeries(
  { id, frequency, fetch }: FetchedSeries,
  figures: FiguresFile,
  known: Validators,
  { base, key, nowMs, effects }: Circumstances,
): Promise<SeriesNews | FailedSeries> {
  const source = SOURCES[fetch.from];
  const request: SourceRequest = { code: fetch.code, frequency, base, key };
  try {
    if (source.key && !key) {
      throw new SourceFailure(
        "wants a key",
        `get one at ${source.key.from} and set the environment variable ${source.key.variable}`,
      );
    }
    const fetched = await fetchReadings(source, request, known, effects);
    if (!fetched.isModified) return { comparison: undefined, validators: known };
    checkReadings(fetched.readings, frequency, nowMs);
    const readings = transformReadings(fetched.readings, fetch);
    const comparison = compareReadings({ frequency, ...figures }, readings, nowMs);
    // What was left for later is in this very answer, so that it must be had again.
    return { comparison, validators: comparison.isAhead ? {} : fetched.validators };
  } catch (error) {
    if (!(error instanceof SourceFailure)) throw error;
    const address = error.address ?? source.address(request, 0);
    const [shown, problem, remedy] = [address, error.problem, error.remedy].map((text) => withoutKey(text, key));
    return { id, address: shown ?? "", problem: problem ?? "", remedy: remedy ?? "" };
  }
}

/** A key is for nobody to read: not in an address, nor where a source repeats it. */
function withoutKey(text: string, key: string | undefined): string {
  if (!key) return text;
  const inAddress = new URLSearchParams({ key }).toString().slice("key=".length);
  return text.replaceAll(inAddress, "…").replaceAll(key, "…");
}

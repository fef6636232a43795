import { type ClientEffects, getText, type Validators } from "./http-client.ts";
import type { RawObservation, Source, SourceRequest } from "./source.ts";
import { SourceError, unexpectedFormat } from "./source-error.ts";

/** More than a daily series of two centuries has. */
const MAX_OBSERVATIONS = 100_000;

/** All observations of a series, or that they are not modified. */
export type FetchResult =
  | { readonly isModified: false }
  | {
      readonly isModified: true;
      readonly observations: readonly RawObservation[];
      /** Empty if there were several pages: those of the first say nothing about the others. */
      readonly validators: Validators;
    };

/**
 * Fetches all observations of a series, page by page.
 *
 * @param known the validators of the previous response
 * @throws SourceError with the address
 */
export async function fetchObservations(
  source: Source,
  request: SourceRequest,
  known: Validators,
  effects: ClientEffects,
): Promise<FetchResult> {
  const observations: RawObservation[] = [];
  let total: number;
  let validators: Validators;
  do {
    const offset = observations.length;
    const address = source.address(request, offset);
    try {
      const response = await getText(address, offset === 0 ? known : {}, effects);
      if (!response.isModified) return response;
      const page = source.parse(response.text, request);
      if (page.observations.length === 0) {
        throw unexpectedFormat(offset === 0 ? "has no figures" : `ends after ${offset} of ${page.total} figures`);
      }
      if (page.total > MAX_OBSERVATIONS) throw unexpectedFormat(`has ${page.total} figures, more than a series can have`);
      observations.push(...page.observations);
      total = page.total;
      validators = offset === 0 ? response.validators : {};
    } catch (error) {
      throw error instanceof SourceError ? error.at(address) : error;
    }
  } while (observations.length < total);
  return { isModified: true, observations, validators };
}

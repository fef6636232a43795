import { type ClientEffects, get, type Validators } from "./client.ts";
import type { Reading, Source, SourceRequest } from "./source.ts";
import { SourceFailure, wrongFormat } from "./source-failure.ts";

/** More than a daily series of two centuries. */
const MOST_READINGS = 100_000;

/** What a source says of a series: all that it has, or that it is what was there before. */
export type Fetched =
  | { readonly isModified: false }
  | {
      readonly isModified: true;
      readonly readings: readonly Reading[];
      /** None of what came in several answers: whether the first has changed says nothing of the others. */
      readonly validators: Validators;
    };

/**
 * Fetches all figures of a series, in as many answers as it takes.
 *
 * @param known of the answer that the figures at hand are from
 * @throws SourceFailure with its address
 */
export async function fetchReadings(
  source: Source,
  request: SourceRequest,
  known: Validators,
  effects: ClientEffects,
): Promise<Fetched> {
  const readings: Reading[] = [];
  let total: number;
  let validators: Validators;
  do {
    const offset = readings.length;
    const address = source.address(request, offset);
    try {
      const answer = await get(address, offset === 0 ? known : {}, effects);
      if (!answer.isModified) return answer;
      const page = source.parse(answer.text, request);
      if (page.readings.length === 0)
        throw wrongFormat(offset === 0 ? "holds no figure" : `ends after ${offset} of ${page.total} figures`);
      if (page.total > MOST_READINGS) throw wrongFormat(`has ${page.total} figures, more than a series can have`);
      readings.push(...page.readings);
      total = page.total;
      validators = offset === 0 ? answer.validators : {};
    } catch (error) {
      throw error instanceof SourceFailure ? error.at(address) : error;
    }
  } while (readings.length < total);
  return { isModified: true, readings, validators };
}

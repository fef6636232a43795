import { roundTo } from "../figures.ts";
import { PLAIN_NUMBER } from "../observations.ts";
import { dateExample, type Frequency, isPeriod, periodStart } from "../period.ts";
import type { FetchInstruction } from "../series.ts";
import type { RawObservation } from "./source.ts";
import { unexpectedFormat } from "./source-error.ts";

/**
 * Validates fetched observations: distinct periods in order, none in the future, plain numbers, at least one value.
 *
 * @param nowMs epoch ms
 * @throws SourceError
 */
export function validateRawObservations(observations: readonly RawObservation[], frequency: Frequency, nowMs: number): void {
  let last = "";
  for (const { date, value } of observations) {
    if (!isPeriod(date, frequency)) {
      throw unexpectedFormat(`has the date \`${date}\`, which is not of a ${frequency} series such as ${dateExample(frequency)}`);
    }
    if (date === last) throw unexpectedFormat(`has the date \`${date}\` twice`);
    if (date < last) throw unexpectedFormat(`has the date \`${date}\` after \`${last}\``);
    if (periodStart(date, frequency) > nowMs) throw unexpectedFormat(`has the date \`${date}\`, which is in the future`);
    if (value !== undefined && !PLAIN_NUMBER.test(value)) {
      throw unexpectedFormat(`has \`${value}\` for ${date}, which is not a number`);
    }
    last = date;
  }
  if (observations.every(({ value }) => value === undefined)) throw unexpectedFormat("has no figures");
}

type Instruction = Pick<FetchInstruction, "transform" | "round">;

/**
 * Transforms and rounds validated observations. Without an instruction, digits stay as published.
 *
 * @throws SourceError for the reciprocal of zero
 */
export function transformRawObservations(
  observations: readonly RawObservation[],
  { transform, round }: Instruction,
): readonly RawObservation[] {
  if (round === undefined) return observations;
  return observations.map(({ date, value }) => {
    if (value === undefined) return { date, value };
    if (transform === "reciprocal" && Number(value) === 0) throw unexpectedFormat(`has 0 for ${date}, which has no reciprocal`);
    const exact = transform === "reciprocal" ? 1 / Number(value) : Number(value);
    return { date, value: roundTo(exact, round).toFixed(round) };
  });
}

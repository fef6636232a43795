import { roundTo } from "../figures.ts";
import type { FetchInstruction } from "../series.ts";
import type { Reading } from "./source.ts";
import { wrongFormat } from "./source-failure.ts";

type Instruction = Pick<FetchInstruction, "transform" | "round">;

/**
 * Makes figures of a series out of those of its source. What is neither transformed nor rounded stays as it is written.
 *
 * @param readings that have been checked
 * @throws SourceFailure for the reciprocal of nothing
 */
export function transformReadings(readings: readonly Reading[], { transform, round }: Instruction): readonly Reading[] {
  if (round === undefined) return readings;
  return readings.map(({ date, value }) => {
    if (value === undefined) return { date, value };
    if (transform === "reciprocal" && Number(value) === 0) throw wrongFormat(`has 0 for ${date}, which has no reciprocal`);
    const exact = transform === "reciprocal" ? 1 / Number(value) : Number(value);
    return { date, value: roundTo(exact, round).toFixed(round) };
  });
}

import { PLAIN_NUMBER } from "../observations.ts";
import { dateExample, type Frequency, isPeriod, periodStart } from "../period.ts";
import type { Reading } from "./source.ts";
import { wrongFormat } from "./source-failure.ts";

/**
 * Makes sure that what a source has sent can be figures of a series: each of another period, in order, in digits, none
 * of the future, and at least one with a value.
 *
 * @param nowMs in milliseconds since 1970
 * @throws SourceFailure
 */
export function checkReadings(readings: readonly Reading[], frequency: Frequency, nowMs: number): void {
  let last = "";
  for (const { date, value } of readings) {
    if (!isPeriod(date, frequency)) {
      throw wrongFormat(`has the date \`${date}\`, which is not of a ${frequency} series such as ${dateExample(frequency)}`);
    }
    if (date === last) throw wrongFormat(`has the date \`${date}\` twice`);
    if (date < last) throw wrongFormat(`has the date \`${date}\` after \`${last}\``);
    if (periodStart(date, frequency) > nowMs) throw wrongFormat(`has the date \`${date}\`, which is in the future`);
    if (value !== undefined && !PLAIN_NUMBER.test(value))
      throw wrongFormat(`has \`${value}\` for ${date}, which is not a number`);
    last = date;
  }
  if (readings.every(({ value }) => value === undefined)) throw wrongFormat("holds no figure");
}

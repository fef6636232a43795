import type { Observation } from "../series.ts";

/**
 * The same figures with the first one set to 100, so that unlike units can share an axis.
 *
 * @throws where the first period has no figure
 */
export function rebased(observations: readonly Observation[]): readonly Observation[] {
  const base = observations[0]?.value;
  if (base === undefined) throw new Error("A series can only be rebased to a first period that has a figure.");
  return observations.map(({ date, value }) => ({ date, value: value === undefined ? undefined : (value / base) * 100 }));
}

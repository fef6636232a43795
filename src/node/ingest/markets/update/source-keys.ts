import type { SourceName } from "../../../../markets/series.ts";
import { SOURCES } from "../../../../markets/sources/sources.ts";

/** The keys of those sources that want one, where the environment has it. */
export function sourceKeys(
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Partial<Record<SourceName, string>>> {
  const keys = Object.entries(SOURCES).map(([name, { key }]) => [name, key && environment[key.variable]?.trim()]);
  return Object.fromEntries(keys.filter(([, key]) => key));
}

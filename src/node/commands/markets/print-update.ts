import type { Comparison, Revision } from "../../../markets/sources/compare-readings.ts";
import type { Reading } from "../../../markets/sources/source.ts";
import type { UpdateReport } from "../../ingest/markets/update/update-markets.ts";

const MOST_LISTED = 3;

/** What an update has changed, in a line for each series and one for all. */
export function tellUpdate({ series, skipped }: UpdateReport): string {
  const width = Math.max(0, ...[...series.map(({ id }) => id), ...skipped].map((id) => id.length)) + 2;
  const lines = [
    ...series.map(({ id, comparison }) => `${id.padEnd(width)}${comparison ? changes(comparison) : "not modified"}`),
    ...skipped.map((id) => `${id.padEnd(width)}skipped: series.yaml has no \`fetch\` there`),
  ];
  const comparisons = series.flatMap(({ comparison }) => comparison ?? []);
  const added = comparisons.reduce((sum, each) => sum + each.added.length, 0);
  const revised = comparisons.reduce((sum, each) => sum + each.revised.length, 0);
  const total = added + revised === 0 ? "Nothing has changed." : `${added} new, ${revised} revised.`;
  return `${lines.join("\n")}\n\n${total}`;
}

function changes({ added, revised, unchanged }: Comparison): string {
  const parts = [
    added.length > 0 && `${added.length} new: ${listed(added, newPeriod)}`,
    revised.length > 0 && `${revised.length} revised: ${listed(revised, revision)}`,
    `${unchanged} unchanged`,
  ];
  return parts.filter(Boolean).join("; ");
}

function newPeriod({ date, value = "not published" }: Reading): string {
  return `${date} ${value}`;
}

function revision({ date, from, to }: Revision): string {
  return `${date} ${from ?? "not published"} → ${to}`;
}

/** The latest are what people look for. */
function listed<T>(many: readonly T[], words: (one: T) => string): string {
  const shown = many.slice(-MOST_LISTED).map(words).join(", ");
  return many.length > MOST_LISTED ? `… ${shown}` : shown;
}

import type { Comparison, Revision } from "../../../markets/sources/compare-observations.ts";
import type { RawObservation } from "../../../markets/sources/source.ts";
import type { FetchProgress, UpdateReport } from "../../ingest/markets/update/update-markets.ts";
import { progressBar } from "../../pipeline/console.ts";

/** The progress bar of an update; none unless `isInteractive`. */
export function fetchBar(stream: NodeJS.WritableStream, isInteractive: boolean): FetchProgress {
  if (!isInteractive) return { start() {}, advance() {}, stop() {} };
  // Each series is a request over the network, so even one is worth a bar.
  const bar = progressBar("fetch figures", stream, " series", 0);
  let count = 0;
  const advance = (): void => {
    count += 1;
    bar.update(count);
  };
  return { start: bar.expect, advance, stop: bar.done };
}

const MAX_LISTED = 3;

/** What an update has changed: a line per series, and a summary. */
export function formatUpdate({ series, skipped }: UpdateReport): string {
  const width = Math.max(0, ...[...series.map(({ id }) => id), ...skipped].map((id) => id.length)) + 2;
  const lines = [
    ...series.map(({ id, comparison }) => `${id.padEnd(width)}${comparison ? formatComparison(comparison) : "not modified"}`),
    ...skipped.map((id) => `${id.padEnd(width)}skipped: series.yaml has no \`fetch\` there`),
  ];
  const comparisons = series.flatMap(({ comparison }) => comparison ?? []);
  const added = comparisons.reduce((sum, each) => sum + each.added.length, 0);
  const revised = comparisons.reduce((sum, each) => sum + each.revised.length, 0);
  const summary = added + revised === 0 ? "Nothing has changed." : `${added} new, ${revised} revised.`;
  return `${lines.join("\n")}\n\n${summary}`;
}

function formatComparison({ added, revised, unchanged }: Comparison): string {
  const parts = [
    added.length > 0 && `${added.length} new: ${formatLatest(added, formatObservation)}`,
    revised.length > 0 && `${revised.length} revised: ${formatLatest(revised, formatRevision)}`,
    `${unchanged} unchanged`,
  ];
  return parts.filter(Boolean).join("; ");
}

function formatObservation({ date, value = "not published" }: RawObservation): string {
  return `${date} ${value}`;
}

function formatRevision({ date, from, to }: Revision): string {
  return `${date} ${from ?? "not published"} → ${to}`;
}

function formatLatest<T>(items: readonly T[], format: (item: T) => string): string {
  const latest = items.slice(-MAX_LISTED).map(format).join(", ");
  return items.length > MAX_LISTED ? `… ${latest}` : latest;
}

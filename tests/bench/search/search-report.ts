import type { StepReport } from "../../../src/node/pipeline/build-report.ts";
import { grouped, kibibytes, mebibytes, median, seconds, table } from "../units.ts";
import type { ComparedLibrary } from "./compare-libraries.ts";
import type { FoundAgain } from "./find-again.ts";
import { bytesOf, type FirstResults } from "./first-results.ts";
import type { PublishedStory } from "./publish-story.ts";
import { isOfSearch } from "./search-page.ts";

/** Compressed bytes fetched until there are results. */
const GOAL_BYTES = 200 * 1024;
/** From a keystroke to the results on the screen. */
const GOAL_MS = 100;
const GOAL_PERCENTILE = 0.95;

const NAMES = { shards: "shards of Pagefind", minisearch: "MiniSearch", lunr: "Lunr" };

/** The site's search compared with other libraries. */
export function comparisonTable(compared: readonly ComparedLibrary[]): string {
  const rows = compared.map(({ library, indexing, inBrowser }) => {
    if ("failure" in indexing) return [NAMES[library], indexing.failure];
    return [
      NAMES[library],
      seconds(indexing.ms),
      mebibytes(indexing.peakBytes),
      kibibytes(inBrowser?.bytes ?? 0),
      `${Math.round(inBrowser?.ms ?? 0)} ms`,
      mebibytes(inBrowser?.memoryBytes),
    ];
  });
  return table([["", "indexing", "peak memory", "bytes to first result", "time", "memory in browser"], ...rows]);
}

/** Bytes and time of opening the search page with a query. */
export function openingTable(opened: readonly FirstResults[]): string {
  const row = (name: string, values: readonly number[], unit: (value: number) => string) => [
    name,
    unit(median(values)),
    unit(Math.max(...values)),
  ];
  return table([
    [`to the first results, of ${opened.length} queries`, "median", "worst"],
    row("search alone", opened.map(searchBytes), kibibytes),
    row(
      "with the page",
      opened.map(({ deliveries }) => bytesOf(deliveries)),
      kibibytes,
    ),
    row(
      "time",
      opened.map(({ ms }) => ms),
      (ms) => `${Math.round(ms)} ms`,
    ),
  ]);
}

/** Time of a further query. */
export function typingTable(typedMs: readonly number[]): string {
  const figure = (ms: number) => `${Math.round(ms)} ms`;
  return table([
    [`from key to results, of ${typedMs.length} queries`, "median", "95th percentile", "worst"],
    ["", figure(median(typedMs)), figure(percentile(typedMs, GOAL_PERCENTILE)), figure(Math.max(...typedMs))],
  ]);
}

/** The steps that index the shards, before and after a story was published. */
export function publishingTable({ before, after }: PublishedStory): string {
  const figure = (step: StepReport | undefined) => (step ? `${seconds(step.ms)}${step.note ? ` ${step.note}` : ""}` : "");
  const rows = after.map((step) => [step.name, figure(before.find(({ name }) => name === step.name)), figure(step)]);
  const sum = (steps: readonly StepReport[]) => seconds(steps.reduce((sum, { ms }) => sum + ms, 0));
  return table([["one story more", "before", "after"], ...rows, ["together", sum(before), sum(after)]]);
}

/** A line for each goal: whether it was met, and the figure. */
export function searchGoalLines(
  opened: readonly FirstResults[],
  typedMs: readonly number[],
  again: readonly FoundAgain[],
  published: PublishedStory,
): readonly string[] {
  const line = (met: boolean, text: string) => `${met ? "met   " : "MISSED"}  ${text}`;
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const bytes = Math.max(...opened.map(searchBytes));
  const ms = percentile(typedMs, GOAL_PERCENTILE);
  return [
    line(bytes <= GOAL_BYTES, `first results: ${kibibytes(bytes)} at worst; goal: at most ${kibibytes(GOAL_BYTES)}`),
    line(ms <= GOAL_MS, `further query: ${Math.round(ms)} ms at the 95th percentile; goal: at most ${GOAL_MS} ms`),
    ...again.flatMap(({ way, share, missed }) => [
      line(
        share >= way.goal,
        `found again by ${way.by}: ${percent(share)}; goal: ${percent(way.goal)} among the first ${way.among}`,
      ),
      ...missed.map((each) => `        not found: ${each}`),
    ]),
    line(published.isAlone, `one story more: nothing but ${published.step} is indexed`),
    line(
      published.changed.length === 0,
      `one story more: ${grouped(published.changed.length)} files of other shards changed; goal: none`,
    ),
  ];
}

function searchBytes({ deliveries }: FirstResults): number {
  return bytesOf(deliveries.filter(isOfSearch));
}

function percentile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * part) - 1] ?? 0;
}

import { SingleBar } from "cli-progress";
import type { BuildSummary, StepReport } from "./build-report.ts";

/** A progress bar on a terminal. */
interface ProgressBar {
  /** Shows the bar if the total is worth one. */
  expect(total: number): void;
  update(count: number): void;
  done(): void;
}

/** Prints the progress and the result of a build. */
export interface Console {
  progress(name: string): ProgressBar;
  step(report: StepReport): void;
  notice(text: string): void;
  finished(summary: BuildSummary, ms: number): void;
}

const NO_BAR: ProgressBar = { expect() {}, update() {}, done() {} };
/** For fewer items a bar would only flicker. */
const MIN_TOTAL = 20;
const LABEL_WIDTH = 18;

/** @param isInteractive whether to show progress bars */
export function createConsole(out: NodeJS.WritableStream, isInteractive: boolean): Console {
  const print = (text: string): void => void out.write(`${text}\n`);
  return {
    progress: (name) => (isInteractive ? progressBar(name, out) : NO_BAR),
    step: ({ name, ms, count, note }) =>
      print(
        `${name.padEnd(LABEL_WIDTH)}${(note ?? (count > 0 ? formatCount(count) : "")).padStart(9)}${formatDuration(ms).padStart(11)}`,
      ),
    notice: print,
    finished: ({ articles, pages, bytes }, ms) =>
      print(
        `\n${formatCount(articles)} articles, ${formatCount(pages)} pages, ${formatMegabytes(bytes)} in ${formatDuration(ms)}`,
      ),
  };
}

/** A progress bar, which disappears at the end. */
export function progressBar(name: string, stream: NodeJS.WritableStream, unit = "", minTotal = MIN_TOTAL): ProgressBar {
  const bar = new SingleBar({
    format: `${name.padEnd(LABEL_WIDTH)} {bar} {percentage} %  {value} of {total}${unit}`,
    barCompleteChar: "━",
    barIncompleteChar: " ",
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    stream,
  });
  let isStarted = false;
  return {
    expect: (total) => {
      if (total < minTotal) return;
      bar.start(total, 0);
      isStarted = true;
    },
    update: (count) => {
      if (isStarted) bar.update(count);
    },
    done: () => {
      if (isStarted) bar.stop();
    },
  };
}

function formatCount(count: number): string {
  return count.toLocaleString("en");
}

function formatDuration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

function formatMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

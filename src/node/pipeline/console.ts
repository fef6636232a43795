import { SingleBar } from "cli-progress";
import type { BuildSummary, StepReport } from "./build-report.ts";

/** A bar that grows while a step runs; nothing where nobody watches. */
interface Progress {
  expect(total: number): void;
  update(count: number): void;
  done(): void;
}

/** How a build speaks to the person who started it. */
export interface Console {
  progress(name: string): Progress;
  step(report: StepReport): void;
  notice(text: string): void;
  finished(summary: BuildSummary, ms: number): void;
}

const silent: Progress = { expect() {}, update() {}, done() {} };
/** A bar for less than this only flickers. */
const WORTH_A_BAR = 20;

/** Speaks in plain lines, and with progress bars where a person watches. */
export function createConsole(out: NodeJS.WritableStream, isWatched: boolean): Console {
  const line = (text: string): void => void out.write(`${text}\n`);
  return {
    progress: (name) => (isWatched ? bar(name, out) : silent),
    step: ({ name, ms, count, note }) =>
      line(`${name.padEnd(18)}${(note ?? (count > 0 ? grouped(count) : "")).padStart(9)}${duration(ms).padStart(11)}`),
    notice: line,
    finished: ({ articles, pages, bytes }, ms) =>
      line(`\n${grouped(articles)} articles, ${grouped(pages)} pages, ${megabytes(bytes)} in ${duration(ms)}`),
  };
}

function bar(name: string, stream: NodeJS.WritableStream): Progress {
  const shown = new SingleBar({
    format: `${name.padEnd(18)} {bar} {percentage} %  {value} of {total}`,
    barCompleteChar: "━",
    barIncompleteChar: " ",
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    stream,
  });
  let started = false;
  return {
    expect: (total) => {
      if (total < WORTH_A_BAR) return;
      shown.start(total, 0);
      started = true;
    },
    update: (count) => {
      if (started) shown.update(count);
    },
    done: () => {
      if (started) shown.stop();
    },
  };
}

function grouped(count: number): string {
  return count.toLocaleString("en");
}

function duration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Step, Steps } from "../../lib/step.ts";
import type { Console } from "./console.ts";

/** What a step of a build took. */
export interface StepReport {
  readonly name: string;
  readonly ms: number;
  readonly count: number;
  readonly peakRssBytes: number;
  /** A remark, such as `cached`. */
  readonly note?: string | undefined;
}

/** What `.cache/build-report.json` says of a build, besides its steps. */
export interface BuildSummary {
  readonly edition: string;
  readonly articles: number;
  readonly pages: number;
  readonly bytes: number;
}

/** A step that is ended explicitly. */
export interface OpenStep extends Step {
  succeed(): void;
  fail(): void;
}

/** Measures the steps of a build, and prints a line for each. */
export class BuildReport implements Steps {
  readonly #console: Console;
  readonly #startedMs = performance.now();
  readonly #steps: StepReport[] = [];

  constructor(console: Console) {
    this.#console = console;
  }

  /** Starts a step that ends elsewhere. */
  open(name: string): OpenStep {
    const startedMs = performance.now();
    const memory = watchMemory();
    const progress = this.#console.progress(name);
    let count = 0;
    let note: string | undefined;
    const stop = (): StepReport => {
      progress.done();
      return { name, ms: Math.round(performance.now() - startedMs), count, peakRssBytes: memory.stop(), note };
    };
    return {
      expect: (total) => progress.expect(total),
      advance: (by = 1) => {
        count += by;
        progress.update(count);
      },
      note: (text) => {
        note = text;
      },
      succeed: () => {
        const report = stop();
        this.#steps.push(report);
        this.#console.step(report);
      },
      fail: () => void stop(),
    };
  }

  /** Runs a step. A failed step is not printed: the error is. */
  async step<T>(name: string, run: (step: Step) => Promise<T>): Promise<T> {
    const step = this.open(name);
    try {
      const result = await run(step);
      step.succeed();
      return result;
    } catch (error) {
      step.fail();
      throw error;
    }
  }

  /** Ends the build: prints the summary, and writes the report as JSON. */
  async finish(file: string, summary: BuildSummary): Promise<void> {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify({ ...summary, steps: this.#steps }, undefined, 2)}\n`);
    this.#console.finished(summary, performance.now() - this.#startedMs);
  }
}

const SAMPLE_INTERVAL_MS = 50;

/**
 * Measures the peak of resident memory during a step. If the step raised the peak of the process, that is exact.
 * Otherwise it is the highest of samples, which miss what happens while the event loop is blocked.
 */
function watchMemory(): { stop(): number } {
  const peakBefore = processPeakBytes();
  let highest = process.memoryUsage.rss();
  const sample = (): void => {
    highest = Math.max(highest, process.memoryUsage.rss());
  };
  const timer = setInterval(sample, SAMPLE_INTERVAL_MS);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      sample();
      const peakAfter = processPeakBytes();
      return peakAfter > peakBefore ? peakAfter : highest;
    },
  };
}

function processPeakBytes(): number {
  return process.resourceUsage().maxRSS * 1024;
}

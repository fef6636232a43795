import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Step, Steps } from "../../lib/step.ts";
import type { Console } from "./console.ts";

/** What one step of a build took. */
export interface StepReport {
  readonly name: string;
  readonly ms: number;
  readonly count: number;
  readonly peakRssBytes: number;
  /** What else is to say of it, such as that it was `cached`. */
  readonly note?: string | undefined;
}

/** What `.cache/build-report.json` holds after a build. */
export interface BuildSummary {
  readonly edition: string;
  readonly articles: number;
  readonly pages: number;
  readonly bytes: number;
}

/** A step whose end is for its opener to tell. */
export interface OpenStep extends Step {
  succeed(): void;
  fail(): void;
}

/** Times the steps of a build and tells the publisher of each. */
export class BuildReport implements Steps {
  readonly #console: Console;
  readonly #startedMs = performance.now();
  readonly #steps: StepReport[] = [];

  constructor(console: Console) {
    this.#console = console;
  }

  /** Opens a step that ends elsewhere. */
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

  /** Runs a step. A line tells of it when it has succeeded; a failure is told by whoever catches it. */
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

  /** Ends the build: the closing line, and the report for machines. */
  async finish(file: string, summary: BuildSummary): Promise<void> {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify({ ...summary, steps: this.#steps }, undefined, 2)}\n`);
    this.#console.finished(summary, performance.now() - this.#startedMs);
  }
}

const SAMPLE_EVERY_MS = 50;

/**
 * Watches resident memory during a step. The process's all-time peak tells of a step exactly when that step raised it;
 * otherwise samples do, which a step that never yields evades.
 */
function watchMemory(): { stop(): number } {
  const peakBefore = allTimePeakBytes();
  let highest = process.memoryUsage.rss();
  const sample = (): void => {
    highest = Math.max(highest, process.memoryUsage.rss());
  };
  const timer = setInterval(sample, SAMPLE_EVERY_MS);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      sample();
      const peakAfter = allTimePeakBytes();
      return peakAfter > peakBefore ? peakAfter : highest;
    },
  };
}

function allTimePeakBytes(): number {
  return process.resourceUsage().maxRSS * 1024;
}

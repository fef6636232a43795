import type { Reporter, TestModule, TestSuite } from "vitest/node";

interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
}

/** Ends a run with the line `N passed, N failed`, and with `, N skipped` where any test was. */
export class ClosingLineReporter implements Reporter {
  #outcome: Outcome = { passed: 0, failed: 0, skipped: 0 };

  onInit(): void {
    // At the very end of the process, since other reporters and Vitest itself write after the end of the run.
    process.once("exit", (code) => process.stdout.write(`${closingLine(this.#outcome, code)}\n`));
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    this.#outcome = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) count(module, this.#outcome);
  }
}

/** A run that failed before any test did, such as in its setup or for want of tests, is itself what failed. */
function closingLine({ passed, failed, skipped }: Outcome, exitCode: number): string {
  const failures = exitCode === 0 ? failed : Math.max(1, failed);
  return `${passed} passed, ${failures} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** Adds the tests of a file or suite. A file that does not load, and a hook that throws, count as failed. */
function count(tests: TestModule | TestSuite, outcome: Outcome): void {
  outcome.failed += tests.errors().length;
  for (const child of tests.children) {
    if (child.type === "suite") count(child, outcome);
    else {
      const { state } = child.result();
      outcome[state === "pending" ? "failed" : state] += 1;
    }
  }
}

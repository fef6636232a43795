import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { ClosingLineReporter } from "./closing-line-reporter.ts";
import { DearestFirst } from "./dearest-first.ts";

export default defineConfig({
  cacheDir: "../.cache/vite",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    root: "tests",
    include: ["{unit,site,browser}/**/*.test.{ts,tsx}"],
    globalSetup: ["./global-setup.ts", "./browser/global-setup.ts"],
    // Test files share the process of their worker and the modules it has loaded.
    isolate: false,
    sequence: { sequencer: DearestFirst },
    setupFiles: ["./leave-nothing.ts"],
    reporters: ["default", new ClosingLineReporter()],
    // For the slowest machine: a test that hangs fails in the end, and none measures time.
    testTimeout: 180_000,
    // By default Vitest leaves a processor idle, which is half of two.
    maxWorkers: availableParallelism(),
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
  },
});

import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { ClosingLineReporter } from "./closing-line-reporter.ts";

export default defineConfig({
  cacheDir: "../.cache/vite",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    root: "tests",
    include: ["{unit,site,browser}/**/*.test.{ts,tsx}"],
    globalSetup: ["./global-setup.ts", "./browser/global-setup.ts"],
    // What a process is begun with, and the modules it has read, serve all files of tests that it runs.
    isolate: false,
    setupFiles: ["./leave-nothing.ts"],
    reporters: ["default", new ClosingLineReporter()],
    // For the slowest machine: what hangs is told in the end, and nothing here measures time.
    testTimeout: 180_000,
    // Vitest would leave a processor idle, which on two is half of them.
    maxWorkers: availableParallelism(),
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
  },
});

import { defineConfig } from "vitest/config";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    root: "tests",
    include: ["{unit,site,browser}/**/*.test.{ts,tsx}"],
    testTimeout: 60_000,
  },
});

import { defineConfig } from "vitest/config";
import tests from "../vitest.config.ts";

/** `npm run test:soak`: long random tests and real process kills, set up as `npm test` is. Each run has a seed of its own. */
export default defineConfig({
  ...tests,
  test: {
    ...tests.test,
    include: ["soak/**/*.test.{ts,tsx}"],
    globalSetup: ["./global-setup.ts", "./browser/global-setup.ts", "./soak/seed.ts"],
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});

import { randomBytes } from "node:crypto";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Seed of the soak run, for `seededRandom`. `npm test` has none: its samples have fixed seeds. */
    seed: string;
  }
}

/** Draws the seed of a soak run, or takes it from the environment variable SEED, and prints it. */
export function setup(project: TestProject): void {
  const seed = process.env.SEED ?? randomBytes(4).toString("hex");
  process.stdout.write(`Seed ${seed}: run SEED=${seed} npm run test:soak to repeat this run.\n`);
  project.provide("seed", seed);
}

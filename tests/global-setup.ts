import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The shipped content, built once for all tests that read or visit it. They leave it as it is. */
    siteFolder: string;
  }
}

const ROOT = resolve(import.meta.dirname, "..");
/** After every story that ships, so that all of them are published. */
export const AS_OF = "2026-11-22T12:00:00-05:00";

/** Builds the shipped content before the first test. */
export function setup(project: TestProject): void {
  const siteFolder = join(ROOT, ".cache/test/site");
  const command = ["--import", "tsx", "src/node/commands/build.ts", "--out", siteFolder, "--as-of", AS_OF];
  execFileSync(process.execPath, command, { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
  project.provide("siteFolder", siteFolder);
}

import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import type { StepReport } from "../../src/build/build-report.ts";
import type { Archive } from "./archive/generate-archive.ts";
import { measureProcess } from "./measure-process.ts";
import { ROOT } from "./units.ts";

/** What a build of an archive took. */
export interface MeasuredBuild {
  readonly articles: number;
  readonly pages: number;
  readonly steps: readonly StepReport[];
  /** From the start of the command to its end. */
  readonly ms: number;
  readonly peakBytes: number | undefined;
  /** Whether a build had to come first that encoded the pictures. */
  readonly pictureCacheWasCold: boolean;
}

const reportSchema = z.object({
  articles: z.number(),
  pages: z.number(),
  steps: z.array(z.object({ name: z.string(), ms: z.number(), count: z.number(), peakRssBytes: z.number() })),
});

/** Builds an archive with the site's own command: a second time where the first had pictures to encode. */
export async function measureBuild(archive: Archive, siteFolder: string): Promise<MeasuredBuild> {
  const first = await build(archive, siteFolder);
  const encoded = first.steps.find(({ name }) => name === "encode pictures")?.count ?? 0;
  if (encoded === 0) return { ...first, pictureCacheWasCold: false };
  return { ...(await build(archive, siteFolder)), pictureCacheWasCold: true };
}

async function build({ stories, contentFolder, asOf }: Archive, siteFolder: string) {
  await rm(siteFolder, { recursive: true, force: true });
  const flags = ["--content", contentFolder, "--out", siteFolder, "--as-of", asOf];
  const { ms, peakBytes, output } = await measureProcess(process.execPath, [
    "--import",
    "tsx",
    "src/build/cli.ts",
    "build",
    ...flags,
  ]);
  const report = reportSchema.parse(JSON.parse(await readFile(join(ROOT, ".cache/build-report.json"), "utf8")));
  if (report.articles !== stories) {
    throw new Error(`The build report tells of ${report.articles} stories and not of ${stories}:\n${output}`);
  }
  return { ...report, ms, peakBytes };
}

/** The duration of a step, in milliseconds. */
export function stepMs({ steps }: MeasuredBuild, name: string): number {
  const step = steps.find((each) => each.name === name);
  if (!step) throw new Error(`The build report has no step ${name}.`);
  return step.ms;
}

import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import type { StepReport } from "../../src/node/pipeline/build-report.ts";
import type { Archive } from "./archive/generate-archive.ts";
import { measureProcess } from "./measure-process.ts";
import { ROOT } from "./units.ts";

/** Time and memory of one build of an archive. */
export interface ArchiveBuild {
  readonly articles: number;
  readonly pages: number;
  readonly steps: readonly StepReport[];
  /** From the start of the command to its end. */
  readonly ms: number;
  readonly peakBytes: number | undefined;
}

/** A build with warm picture caches that indexed every shard of the search. */
export interface MeasuredBuild extends ArchiveBuild {
  /** Whether a build had to come first that encoded the pictures. */
  readonly pictureCacheWasCold: boolean;
}

const step = z.object({
  name: z.string(),
  ms: z.number(),
  count: z.number(),
  peakRssBytes: z.number(),
  note: z.string().optional(),
});
const reportSchema = z.object({ articles: z.number(), pages: z.number(), steps: z.array(step) });
const manifestSchema = z.object({ volumes: z.array(z.object({ id: z.string(), fingerprint: z.string() })) });

/** The steps that index a shard of the search: a year, or the newest week. */
const SEARCH_STEP = /^search \d+(?:-week-\d+)?$/;
const CACHED = "cached";

/**
 * Builds an archive with the site's own command, with a warm picture cache and a cold search cache. Removes the shards that
 * the manifest of the previous build names; if others were still cached, builds a second time.
 */
export async function measureBuild(archive: Archive, siteFolder: string): Promise<MeasuredBuild> {
  await removeCachedShards(siteFolder);
  const first = await buildArchive(archive, siteFolder);
  const encoded = stepCount(first, "encode pictures") + stepCount(first, "social cards");
  const hasIndexedAll = !searchSteps(first).some(isCached);
  if (encoded === 0 && hasIndexedAll) return { ...first, pictureCacheWasCold: false };
  await removeCachedShards(siteFolder);
  return { ...(await buildArchive(archive, siteFolder)), pictureCacheWasCold: encoded > 0 };
}

/** Builds an archive with the caches as they are. */
export async function buildArchive(archive: Pick<Archive, "stories" | "contentFolder" | "asOf">, siteFolder: string) {
  const { stories, contentFolder, asOf } = archive;
  await rm(siteFolder, { recursive: true, force: true });
  const flags = ["--content", contentFolder, "--out", siteFolder, "--as-of", asOf];
  const command = ["--import", "tsx", "src/node/commands/build.ts", ...flags];
  const { ms, peakBytes, output } = await measureProcess(process.execPath, command);
  const report = reportSchema.parse(JSON.parse(await readFile(join(ROOT, ".cache/build-report.json"), "utf8")));
  if (report.articles !== stories) {
    throw new Error(`The build report counts ${report.articles} stories, not ${stories}:\n${output}`);
  }
  return { ...report, ms, peakBytes } satisfies ArchiveBuild;
}

/** Removes the shards of a built site from the cache, so that the next build indexes them again. */
async function removeCachedShards(siteFolder: string): Promise<void> {
  const written = await readFile(join(siteFolder, "pagefind/manifest.json"), "utf8").catch(() => undefined);
  const { volumes } = written === undefined ? { volumes: [] } : manifestSchema.parse(JSON.parse(written));
  for (const { id, fingerprint } of volumes) {
    await rm(join(ROOT, ".cache/search", `${id}-${fingerprint}`), { recursive: true, force: true });
  }
}

/** The count of a step, 0 if the build had no such step. */
function stepCount({ steps }: ArchiveBuild, name: string): number {
  return steps.find((each) => each.name === name)?.count ?? 0;
}

/** The duration of a step, in milliseconds. */
export function stepMs(build: ArchiveBuild, name: string): number {
  return findStep(build, name).ms;
}

/** @throws where the build has no such step */
export function findStep({ steps }: ArchiveBuild, name: string): StepReport {
  const step = steps.find((each) => each.name === name);
  if (!step) throw new Error(`The build report has no step ${name}.`);
  return step;
}

export function isSearchStep({ name }: StepReport): boolean {
  return SEARCH_STEP.test(name);
}

export function isCached({ note }: StepReport): boolean {
  return note === CACHED;
}

export function searchSteps({ steps }: ArchiveBuild): readonly StepReport[] {
  return steps.filter(isSearchStep);
}

/** The time of indexing all shards, in milliseconds. */
export function searchMs(build: ArchiveBuild): number {
  return searchSteps(build).reduce((sum, { ms }) => sum + ms, 0);
}

import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { StepReport } from "../../../src/build/build-report.ts";
import { differences, readTree } from "../../site/build-site.ts";
import type { Archive } from "../archive/generate-archive.ts";
import { storyFile } from "../archive/story.ts";
import { buildArchive, isCached, searchSteps } from "../measure-build.ts";

/** What the search of an archive costs when one more story is published. */
export interface PublishedStory {
  readonly year: number;
  readonly before: readonly StepReport[];
  readonly after: readonly StepReport[];
  /** Whether no volume but that of the story has been indexed. */
  readonly isAlone: boolean;
  /** Files of other volumes that are not what they were. */
  readonly changed: readonly string[];
}

/**
 * Publishes the next story of an archive, which is the newest.
 *
 * @param before the search steps of the archive's build, whose site is in `siteFolder`
 */
export async function publishStory(
  archive: Archive,
  siteFolder: string,
  folder: string,
  before: readonly StepReport[],
): Promise<PublishedStory> {
  const [contentFolder, published] = [join(folder, "content"), join(folder, "site")];
  const { file, text, published: date } = storyFile(archive.stories);
  await rm(folder, { recursive: true, force: true });
  await cp(archive.contentFolder, contentFolder, { recursive: true });
  const path = join(contentFolder, "articles", file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  const asOf = date.plus({ days: 1 }).toUTC().toISO() ?? "";
  const after = searchSteps(await buildArchive({ stories: archive.stories + 1, contentFolder, asOf }, published));
  const isOther = (path: string): boolean => /^\d+\//.test(path) && !path.startsWith(`${date.year}/`);
  const [was, is] = [readTree(join(siteFolder, "pagefind")), readTree(join(published, "pagefind"))];
  return {
    year: date.year,
    before,
    after,
    isAlone: after.every((step) => isCached(step) !== (step.name === `search ${date.year}`)),
    changed: differences(was, is).filter(isOther),
  };
}

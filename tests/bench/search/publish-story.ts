import { join } from "node:path";
import type { StepReport } from "../../../src/node/pipeline/build-report.ts";
import { differences, readTree } from "../../site/build-site.ts";
import { addStory } from "../add-story.ts";
import type { Archive } from "../archive/generate-archive.ts";
import { buildArchive, isCached, searchSteps } from "../measure-build.ts";

/** What the search of an archive costs when one more story is published. */
export interface PublishedStory {
  /** The step of the volume that the story is in. */
  readonly step: string;
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
  const [grown, published] = [await addStory(archive, join(folder, "content")), join(folder, "site")];
  const after = searchSteps(await buildArchive(grown, published));
  // The newest volume comes first.
  const step = after[0]?.name ?? "";
  const isOther = (path: string): boolean => /^\d[^/]*\//.test(path) && !path.startsWith(`${step.replace("search ", "")}/`);
  const [was, is] = [readTree(join(siteFolder, "pagefind")), readTree(join(published, "pagefind"))];
  return {
    step,
    before,
    after,
    isAlone: after.every((each, at) => isCached(each) !== (at === 0)),
    changed: differences(was, is).filter(isOther),
  };
}

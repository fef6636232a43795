import { join } from "node:path";
import type { StepReport } from "../../../src/node/pipeline/build-report.ts";
import { differences, readTree } from "../../site/build-site.ts";
import { addStory } from "../add-story.ts";
import type { Archive } from "../archive/generate-archive.ts";
import { buildArchive, isCached, searchSteps } from "../measure-build.ts";

/** The cost of publishing one more story, as far as search goes. */
export interface PublishedStory {
  /** The step of the story's shard. */
  readonly step: string;
  readonly before: readonly StepReport[];
  readonly after: readonly StepReport[];
  /** Whether only the story's shard was indexed. */
  readonly isAlone: boolean;
  /** Changed files of other shards. */
  readonly changed: readonly string[];
}

/**
 * Publishes a new story in an archive.
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
  // The newest shard comes first.
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

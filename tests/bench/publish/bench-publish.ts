import { join } from "node:path";
import { addStory } from "../add-story.ts";
import { generateArchive } from "../archive/generate-archive.ts";
import { checksGoal } from "../checks-cost.ts";
import { buildArchive } from "../measure-build.ts";
import { grouped, seconds, table } from "../units.ts";
import { changedFiles } from "./changed-files.ts";
import { byReason } from "./reasons.ts";

/** A story that touches more than this is dear to upload, and to keep in caches. */
const GOAL_FILES = 60;

/**
 * Publishes one more story in an archive, and prints every file that this changes, and why.
 *
 * @param folder for archives and what is made of them
 */
export async function benchPublish(size: number, folder: string, say: (text: string) => void): Promise<void> {
  const archive = await generateArchive(size, join(folder, String(size)));
  say(`\nOne more story in ${grouped(size)}, ${archive.reused ? "generated before" : "generated now"}`);
  const [before, after] = [join(folder, `${size}-site`), join(folder, `${size}-published/site`)];
  const first = await buildArchive(archive, before);
  const grown = await addStory(archive, join(folder, `${size}-published/content`));
  const second = await buildArchive(grown, after);
  say(`Built in ${seconds(first.ms)}, and with the story in ${seconds(second.ms)}. New is ${grown.file}.\n`);

  const changed = await changedFiles(before, after);
  for (const [reason, files] of byReason(changed)) {
    say(`${reason}: ${files.length}\n${table(files.map(({ path, change }) => [`  ${path}`, change]))}`);
  }
  const gone = changed.filter(({ change }) => change === "gone").length;
  const written = changed.length - gone;
  const met = written < GOAL_FILES ? "met   " : "MISSED";
  say(`\n${met}  ${grouped(written)} files are new or changed (and ${grouped(gone)} gone); goal: fewer than ${GOAL_FILES}`);
  say(checksGoal(second));
}

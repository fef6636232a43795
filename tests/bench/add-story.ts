import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { DateTime } from "luxon";
import type { Archive } from "./archive/generate-archive.ts";
import { storyFile } from "./archive/story.ts";

/** An archive with one more story than it was generated with, the newest. */
export interface GrownArchive extends Pick<Archive, "stories" | "contentFolder" | "asOf"> {
  readonly published: DateTime;
  /** The new story's file, below `articles/`. */
  readonly file: string;
}

/** Copies an archive into a folder of its own, and adds the next story. */
export async function addStory(archive: Archive, contentFolder: string): Promise<GrownArchive> {
  const { file, text, published } = storyFile(archive.stories);
  await rm(contentFolder, { recursive: true, force: true });
  await cp(archive.contentFolder, contentFolder, { recursive: true });
  const path = join(contentFolder, "articles", file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  const asOf = published.plus({ days: 1 }).toUTC().toISO() ?? "";
  return { stories: archive.stories + 1, contentFolder, asOf, published, file };
}

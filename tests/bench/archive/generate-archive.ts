import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { stringify } from "yaml";
import site from "../../../_data/site.ts";
import { contentHash } from "../../../src/node/files/content-hash.ts";
import { filesBelow } from "../../../src/node/files/source-file.ts";
import { PICTURES } from "./pictures.ts";
import { type StoryFile, storyFile } from "./story.ts";
import { AUTHORS, TOPICS, taxonomyYaml } from "./taxonomy.ts";

/** An archive on disk. */
export interface Archive {
  readonly stories: number;
  readonly contentFolder: string;
  /** A clock by which every story is published, in ISO 8601. */
  readonly asOf: string;
  /** Whether it was there already, from an earlier run of the same generator. */
  readonly reused: boolean;
}

const CONCURRENCY = 256;
const STATIC_PAGES = ["About", "Privacy", "Accessibility"];

/** Writes an archive of so many stories below `folder`, unless this generator has done so before. */
export async function generateArchive(stories: number, folder: string): Promise<Archive> {
  const contentFolder = join(folder, "content");
  const stamp = join(folder, "generator.txt");
  const version = await generatorVersion();
  const asOf =
    storyFile(stories - 1)
      .published.plus({ days: 1 })
      .toUTC()
      .toISO() ?? "";
  const known = await readFile(stamp, "utf8").catch(() => undefined);
  if (known === version) return { stories, contentFolder, asOf, reused: true };

  await rm(folder, { recursive: true, force: true });
  await writeStories(stories, join(contentFolder, "articles"));
  const write = (name: string, text: string) => writeText(join(contentFolder, name), text);
  for (const { name, svg, facts } of PICTURES) {
    await write(`pictures/${name}.svg`, svg);
    await write(`pictures/${name}.yaml`, stringify(facts));
  }
  await write("authors.yaml", taxonomyYaml(AUTHORS));
  await write("topics.yaml", taxonomyYaml(TOPICS));
  for (const title of STATIC_PAGES) {
    await write(`pages/${title.toLowerCase()}.md`, `---\ntitle: ${title}\ndescription: ${title}.\n---\n\n${title}.\n`);
  }
  // Written last, so that it vouches for everything before it.
  await writeText(stamp, version);
  return { stories, contentFolder, asOf, reused: false };
}

/** Two stories of one month with one name would silently be one file. */
async function writeStories(count: number, folder: string): Promise<void> {
  const written = new Set<string>();
  for (let start = 0; start < count; start += CONCURRENCY) {
    const batch = Array.from({ length: Math.min(CONCURRENCY, count - start) }, (_, index) => storyFile(start + index));
    for (const { file } of batch) {
      if (written.has(file)) throw new Error(`The generator made ${file} twice.`);
      written.add(file);
    }
    await Promise.all(batch.map(({ file, text }: StoryFile) => writeText(join(folder, file), text)));
  }
}

async function writeText(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** Changes whenever the generator or the sections of the site do. */
async function generatorVersion(): Promise<string> {
  const sources = await filesBelow(import.meta.dirname, [".ts"]);
  const texts = await Promise.all(sources.map((file) => readFile(file)));
  return contentHash(...texts, JSON.stringify(site.sections), site.timeZone);
}

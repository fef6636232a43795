import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { IndexedStory } from "./indexed-story.ts";

/** The part of Pagefind's stored stories in use here. */
interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly anchors: readonly { readonly id: string; readonly text: string }[];
}

/** What every file of Pagefind begins with when decompressed. */
const SIGNATURE = "pagefind_dcd";

/**
 * Gives the stories that Pagefind has stored their texts back, as they are written.
 *
 * @param folder with the fragments: files of one story each, or of several by name
 * @throws where a file is not as Pagefind 1.6 writes it
 */
export async function restoreTexts(folder: string, stories: readonly IndexedStory[]): Promise<void> {
  const byUrl = new Map(stories.map((story) => [story.indexed.url as string, story]));
  for (const name of await readdir(folder)) {
    const file = join(folder, name);
    const stored = gunzipSync(await readFile(file)).toString();
    if (!stored.startsWith(SIGNATURE)) throw new Error(`${file} is not as Pagefind 1.6 writes it.`);
    const fragments: Fragment | Readonly<Record<string, Fragment>> = JSON.parse(stored.slice(SIGNATURE.length));
    const restored = isFragment(fragments)
      ? restore(fragments, byUrl)
      : Object.fromEntries(Object.entries(fragments).map(([id, fragment]) => [id, restore(fragment, byUrl)]));
    await writeFile(file, gzipSync(SIGNATURE + JSON.stringify(restored), { level: 9 }));
  }
}

function isFragment(fragments: Fragment | Readonly<Record<string, Fragment>>): fragments is Fragment {
  return typeof fragments.url === "string";
}

function restore(fragment: Fragment, byUrl: ReadonlyMap<string, IndexedStory>): Fragment {
  const story = byUrl.get(fragment.url);
  if (!story) throw new Error(`The search index has a story ${fragment.url} that was not given to it.`);
  const { url, text, meta, headings } = story;
  const anchors = fragment.anchors.map((anchor) => ({ ...anchor, text: headings.get(anchor.id) ?? anchor.text }));
  return { ...fragment, url, content: text, meta: { ...fragment.meta, ...meta }, anchors };
}

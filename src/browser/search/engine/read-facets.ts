import { nextTask } from "./next-task.ts";
import type { PagefindAnswer, PagefindIndex } from "./pagefind.ts";
import type { Facets, StoryId } from "./shard.ts";

/** Values read before other tasks may run; each takes Pagefind a millisecond or two. */
const VALUES_PER_TASK = 8;

/**
 * Reads the facets of stories from an index of their own: one that has loaded its filters counts all their values with every
 * search.
 *
 * @param orThrow runs a search, and rejects where a file failed to load meanwhile
 */
export async function readFacets(
  stories: readonly StoryId[],
  index: PagefindIndex,
  orThrow: <T>(run: () => Promise<T>) => Promise<T>,
): Promise<ReadonlyMap<StoryId, Facets>> {
  const facets = new Map<StoryId, { section: string; topic: Set<string>; author: Set<string>; month: string }>();
  for (const id of stories) facets.set(id, { section: "", topic: new Set(), author: new Set(), month: "" });
  const filters = await orThrow(() => index.filters());
  const values = Object.entries(filters).flatMap(([name, counts]) => Object.keys(counts).map((value) => ({ name, value })));
  for (const [at, { name, value }] of values.entries()) {
    const { results }: PagefindAnswer = await orThrow(() => index.search(null, { filters: { [name]: value } }));
    for (const { id } of results) {
      const ofStory = facets.get(id);
      if (!ofStory) continue;
      if (name === "topic" || name === "author") ofStory[name].add(value);
      else if (name === "section" || name === "month") ofStory[name] = value;
    }
    if (at % VALUES_PER_TASK === 0) await nextTask();
  }
  return facets;
}

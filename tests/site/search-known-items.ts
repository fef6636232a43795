import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { findAgain, WAYS } from "../bench/search/find-again.ts";
import { type KnownItem, knownItems } from "../bench/search/known-items.ts";
import { AS_OF } from "../global-setup.ts";
import { readCatalog } from "../read-catalog.ts";
import { openSearchArchive } from "../search-archive.ts";
import { ROOT } from "./build-site.ts";

/**
 * Tests that known stories of a built site are found again.
 *
 * @param count how many stories to draw with each seed
 */
export function testKnownItems(siteFolder: string, count: number, seeds: readonly string[]): void {
  let items: readonly KnownItem[];
  beforeAll(async () => {
    const { catalog } = await readCatalog(join(ROOT, "src/content"), AS_OF);
    items = seeds.flatMap((seed) => knownItems(catalog.articles, count, seed));
  });

  it.each(WAYS)("finds $goal of the shipped stories again by $by, among the first $among", async (way) => {
    const archive = await openSearchArchive(siteFolder);
    const { share, missed } = await findAgain(way, items, archive);
    archive.close();
    expect(share, `not found: ${missed.join("; ")}`).toBeGreaterThanOrEqual(way.goal);
  });
}

import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { layoutShifts, watchLayout } from "./layout-shift.ts";
import { PAGE_KINDS } from "./page-kinds.ts";
import { servePublication } from "./visit.ts";

describe.each(["/", "/a/b/"])("served at %s", (prefix) => {
  const publication = servePublication(prefix);
  const visit = publication.sharedVisit();

  beforeAll(async () => {
    const { page, context } = visit();
    await watchLayout(page);
    // Every page comes as to a reader who sees the publication for the first time.
    const cache = await context.newCDPSession(page);
    await cache.send("Network.setCacheDisabled", { cacheDisabled: true });
  });

  it.each(Object.entries(PAGE_KINDS))(
    "%s loads whole, in silence, from its own host alone, and nothing on it moves",
    async (_, path) => {
      const { page, troubles, goTo } = visit();
      // What the page before was still fetching is given up, and told, before anything of this one.
      await page.goto("about:blank");
      troubles.length = 0;
      await goTo(path);
      expect(await brokenPictures(page)).toEqual([]);
      expect(await page.locator("h1").count()).toBe(1);
      expect(await layoutShifts(page)).toEqual([]);
      expect(troubles).toEqual([]);
    },
  );
});

/** Has every picture of the page fetched, those far below as well. */
async function brokenPictures(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const broken: string[] = [];
    for (const image of document.images) {
      image.loading = "eager";
      await image.decode().catch(() => broken.push(image.currentSrc));
    }
    return broken;
  });
}

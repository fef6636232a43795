import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { findAgain, WAYS } from "../bench/search/find-again.ts";
import { type KnownItem, knownItems } from "../bench/search/known-items.ts";
import { AS_OF } from "../global-setup.ts";
import { readCatalog } from "../read-catalog.ts";
import { type SearchedArchive, searchedArchive } from "../search-archive.ts";
import { ROOT } from "./build-site.ts";

let archive: SearchedArchive;
let items: readonly KnownItem[];

beforeAll(async () => {
  archive = await searchedArchive(inject("siteFolder"));
  const { catalog } = await readCatalog(join(ROOT, "src/content"), AS_OF);
  items = knownItems(catalog.articles, catalog.articles.length, "shipped stories");
});
afterAll(() => archive.close());

it.each(WAYS)("finds $goal of the shipped stories again by $by, among the first $among", async (way) => {
  expect(items.length).toBeGreaterThan(30);
  const { share, missed } = await findAgain(way, items, archive);
  expect(share, `not found: ${missed.join("; ")}`).toBeGreaterThanOrEqual(way.goal);
});

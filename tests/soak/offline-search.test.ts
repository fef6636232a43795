import { describe, it } from "vitest";
import { compareWholeEdition, compareYear, offlineSearches } from "../browser/offline-search.ts";
import { servePublication } from "../browser/visit.ts";

const QUERIES = 200;

describe("a search without a connection", () => {
  const online = servePublication().sharedVisit();
  const openOffline = offlineSearches();

  it(`answers ${QUERIES} queries as one with a connection, story by story, from the whole edition`, async () => {
    await compareWholeEdition(online(), await openOffline({ part: "everything", pictures: false }), QUERIES);
  });

  it(`answers ${QUERIES / 4} queries from a stored year`, async () => {
    await compareYear(online(), await openOffline({ part: "year:2025", pictures: false }), QUERIES / 4);
  });
});

import { expect } from "vitest";
import { mapConcurrent } from "../../src/lib/map-concurrent.ts";
import { openSearchArchive } from "../search-archive.ts";

const SHOWN = 3;
/** Searches yield to each other between their words. */
const CONCURRENCY = 20;

/** Checks that a built site answers every query, and the same when it is searched for again, at once or later. */
export async function checkAnswers(siteFolder: string, queries: readonly string[]): Promise<void> {
  const archive = await openSearchArchive(siteFolder);
  const rejections: unknown[] = [];
  const record = (reason: unknown): void => void rejections.push(reason);
  process.on("unhandledRejection", record);
  try {
    const searchFor = (q: string): Promise<unknown> => archive.search({ q }, SHOWN).catch((error: unknown) => error);
    const answers = await mapConcurrent([...queries.entries()], CONCURRENCY, async ([number, q]) => {
      const answer = await searchFor(q);
      expect.soft(answer, shortened(q)).toMatchObject({ isComplete: true, missing: [] });
      if (number % 2 === 0) expect.soft(await searchFor(q), shortened(q)).toEqual(answer);
      return { q, answer };
    });
    const later = answers.filter((_, number) => number % 2 === 1);
    await mapConcurrent(later, CONCURRENCY, async ({ q, answer }) => {
      expect.soft(await searchFor(q), shortened(q)).toEqual(answer);
    });
    expect(rejections).toEqual([]);
  } finally {
    process.off("unhandledRejection", record);
    archive.close();
  }
}

function shortened(query: string): string {
  return JSON.stringify(query.slice(0, 200));
}

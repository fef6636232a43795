import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { fuzzedQuery, QUERIES } from "../fuzzed-queries.ts";
import { type SearchedArchive, searchedArchive } from "../search-archive.ts";

const SHOWN = 3;
/** A search lets others through between its words: so many go on at once. */
const AT_ONCE = 20;

let archive: SearchedArchive;
const rejections: unknown[] = [];
const keep = (reason: unknown): void => void rejections.push(reason);

beforeAll(async () => {
  archive = await searchedArchive(inject("siteFolder"));
  process.on("unhandledRejection", keep);
});
afterAll(() => {
  process.off("unhandledRejection", keep);
  archive.close();
});

it("answers whatever is asked for, and the same when it is asked again at once or much later", async () => {
  const answers: { readonly q: string; readonly told: string; readonly answer: unknown }[] = [];
  await eachOf(QUERIES, async (number) => {
    const q = fuzzedQuery(number);
    const told = `query ${number}: ${JSON.stringify(q.slice(0, 200))}`;
    const answer = await archive.ask({ q }, SHOWN).catch((error: unknown) => error);
    expect.soft(answer, told).toMatchObject({ isComplete: true, missing: [] });
    if (number % 2 === 0) expect.soft(await archive.ask({ q }, SHOWN), told).toEqual(answer);
    else answers.push({ q, told, answer });
  });
  expect(answers).toHaveLength(QUERIES / 2);
  await eachOf(answers.length, async (index) => {
    const { q = "", told, answer } = answers[index] ?? {};
    expect.soft(await archive.ask({ q }, SHOWN), told).toEqual(answer);
  });
  expect(rejections).toEqual([]);
});

/** Calls `ask` for every number below `count`, some at once. */
async function eachOf(count: number, ask: (number: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) {
      next += 1;
      await ask(next - 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { fuzzedQuery, QUERIES } from "../fuzzed-queries.ts";
import { type SearchedArchive, searchedArchive } from "../search-archive.ts";

const SHOWN = 3;

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
  for (let number = 0; number < QUERIES; number += 1) {
    const q = fuzzedQuery(number);
    const told = `query ${number}: ${JSON.stringify(q.slice(0, 200))}`;
    const answer = await archive.ask({ q }, SHOWN).catch((error: unknown) => error);
    expect.soft(answer, told).toMatchObject({ isComplete: true, missing: [] });
    if (number % 2 === 0) expect.soft(await archive.ask({ q }, SHOWN), told).toEqual(answer);
    else answers.push({ q, told, answer });
  }
  for (const { q, told, answer } of answers) expect.soft(await archive.ask({ q }, SHOWN), told).toEqual(answer);
  expect(rejections).toEqual([]);
});

import { expect, it } from "vitest";
import { NEWEST_STORY } from "./page-kinds.ts";
import { servePublication } from "./visit.ts";

const publication = servePublication();

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const ABSOLUTE = /^19 November 2026/;

/** The date shown on the newest story at a given age. The clock is stopped. */
async function dateAfter(ageMs: number) {
  const { page, context, goTo } = await publication.visit();
  const now = NEWEST_STORY.published + ageMs;
  await page.clock.install({ time: now - HOUR_MS });
  await page.clock.pauseAt(now);
  await goTo(NEWEST_STORY.path);
  return { page, context, date: page.locator(".story time[data-relative]") };
}

it.each([
  { age: "half a minute", ageMs: 30_000, words: "1 minute ago" },
  { age: "59 minutes", ageMs: 59 * MINUTE_MS, words: "59 minutes ago" },
  { age: "two hours", ageMs: 2 * HOUR_MS, words: "2 hours ago" },
  { age: "a minute less than a day", ageMs: 24 * HOUR_MS - MINUTE_MS, words: "23 hours ago" },
])("a story $age old shows “$words”, with the date as title", async ({ ageMs, words }) => {
  const { date } = await dateAfter(ageMs);
  expect(await date.textContent()).toBe(words);
  expect(await date.getAttribute("title")).toMatch(ABSOLUTE);
});

it.each([
  { age: "a day", ageMs: 24 * HOUR_MS },
  { age: "three months", ageMs: 90 * 24 * HOUR_MS },
  { age: "minus an hour", ageMs: -HOUR_MS },
])("a story $age old shows its date", async ({ ageMs }) => {
  const { date } = await dateAfter(ageMs);
  expect(await date.textContent()).toMatch(ABSOLUTE);
  expect(await date.getAttribute("title")).toBeNull();
});

it("the relative time is updated, and after a day the date returns", async () => {
  const { page, date } = await dateAfter(30 * MINUTE_MS);
  expect(await date.textContent()).toBe("30 minutes ago");
  await page.clock.runFor(2 * MINUTE_MS);
  expect(await date.textContent()).toBe("32 minutes ago");
  await page.clock.fastForward(24 * HOUR_MS);
  expect(await date.textContent()).toMatch(ABSOLUTE);
  expect(await date.getAttribute("title")).toBeNull();
});

it("offline the date returns, since the page may be old; online the relative time does", async () => {
  const { context, date } = await dateAfter(2 * HOUR_MS);
  await context.setOffline(true);
  await expect.poll(() => date.textContent()).toMatch(ABSOLUTE);
  await context.setOffline(false);
  await expect.poll(() => date.textContent()).toBe("2 hours ago");
});

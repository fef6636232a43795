import { expect, it } from "vitest";
import { partsOf, readerView, storyIn, textOf } from "../reader-view.ts";
import { servePublication } from "./visit.ts";

const publication = servePublication();

/** A story with charts. */
const STORY = "2026/07/08/three-years-of-brent/";

it("a reader view opened after the page’s scripts have run has all of the story, and nothing that they added", async () => {
  const { page, context, addressOf } = await publication.tab();
  const published = await (await context.request.get(addressOf(STORY))).text();
  await page.goto(addressOf(`${STORY}?mark=brent`));
  await page.getByRole("group", { name: "Highlights" }).waitFor();
  const slider = page.locator("figure.chart").getByRole("slider").first();
  await slider.press("ArrowLeft");
  expect(await slider.getAttribute("aria-valuetext")).toMatch(/ 20\d\d: /);
  const { title, content } = readerView(await page.content());
  const story = storyIn(published);
  expect(title).toBe(await page.getByRole("heading", { level: 1 }).innerText());
  expect(partsOf(content)).toEqual(partsOf(story));
  expect(textOf(content)).toBe(textOf(story));
});

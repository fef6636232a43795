import { expect, it } from "vitest";
import { STORY } from "./page-kinds.ts";
import { startScreenReader } from "./screen-reader.ts";
import { servePublication } from "./visit.ts";

/**
 * What a screen reader says, phrase by phrase, against the transcripts in `transcripts/`. After a look at what has
 * changed, `npx vitest run --config tests/vitest.config.ts browser/search-transcript -u` accepts it.
 */
const publication = servePublication();
/** The screen reader is a script of its own, which the site's policy would refuse. */
const WITH_READER = { bypassCSP: true };

it("the search page reads on from its field to its filters and stories", async () => {
  const { page, goTo } = await publication.tab(WITH_READER);
  await goTo("search/?q=brent&section=market-data");
  await page
    .locator("main [role=status]")
    .filter({ hasText: /\d stor/ })
    .waitFor();
  const reader = await startScreenReader(page, "main");
  await expect(lines(await reader.readOn())).toMatchFileSnapshot("transcripts/search-page.txt");
});

it("the search dialog says how much it offers, and reads on to the offer that the arrow keys lead to", async () => {
  const { page, goTo } = await publication.tab(WITH_READER);
  await goTo(STORY);
  await page.keyboard.press("Control+k");
  const dialog = page.getByRole("dialog", { name: "Search" });
  await dialog.waitFor();
  const reader = await startScreenReader(page, "dialog[open]");
  await page.keyboard.insertText("curren");
  await dialog
    .getByRole("status")
    .filter({ hasText: /\d stor/ })
    .waitFor();
  const announced = await reader.heard();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await dialog.getByRole("option", { selected: true }).waitFor();
  await expect(lines([...announced, ...(await reader.readOn())])).toMatchFileSnapshot("transcripts/search-dialog.txt");
});

function lines(phrases: readonly string[]): string {
  return `${phrases.join("\n")}\n`;
}

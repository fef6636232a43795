import { expect, it } from "vitest";
import { STORY } from "./page-kinds.ts";
import { startScreenReader } from "./screen-reader.ts";
import { servePublication } from "./visit.ts";

/**
 * Compares what a screen reader says with the transcripts in `transcripts/`. To accept changes, run
 * `npx vitest run --config tests/vitest.config.ts browser/search-transcript -u`.
 */
const publication = servePublication();
/** The site's policy would block the script of the screen reader. */
const WITH_READER = { bypassCSP: true };

it("the search page reads from its field to its filters and stories", async () => {
  const { page, goTo } = await publication.tab(WITH_READER);
  await goTo("search/?q=brent&section=market-data");
  await page
    .locator("main [role=status]")
    .filter({ hasText: /\d stor/ })
    .waitFor();
  const reader = await startScreenReader(page, "main");
  await expect(lines(await reader.readOn())).toMatchFileSnapshot("transcripts/search-page.txt");
});

it("the search dialog announces the number of suggestions, and reads on to the selected one", async () => {
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

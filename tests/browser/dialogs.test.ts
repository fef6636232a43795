import { expect, it } from "vitest";
import { STORY } from "./page-kinds.ts";
import { servePublication } from "./visit.ts";

const publication = servePublication();

it("no dialog opens unasked: not after ten minutes, at the end of the page or on exit intent", async () => {
  const { page, goTo } = await publication.visit();
  await page.clock.install();
  await goTo(STORY);
  await page.clock.runFor("10:00");
  await page.keyboard.press("End");
  await page.mouse.move(400, 400);
  await page.mouse.move(400, 0);
  await page.evaluate(() => document.documentElement.dispatchEvent(new MouseEvent("mouseleave", { clientY: -1 })));
  expect(await page.locator("dialog[open]").count()).toBe(0);
});

it.each(["Newsletter", "Search"])("%s: the Close button and a click on the backdrop close the dialog", async (name) => {
  const { page, goTo } = await publication.visit();
  await goTo(STORY);
  const dialog = page.getByRole("dialog");
  const leaving = [() => dialog.getByRole("button", { name: "Close" }).click(), () => page.mouse.click(5, 5)];
  for (const leave of leaving) {
    await page.getByRole("banner").getByRole("link", { name }).click();
    await dialog.waitFor();
    await leave();
    await dialog.waitFor({ state: "hidden" });
  }
  expect(new URL(page.url()).pathname).toBe(`/${STORY}`);
});

it.each([
  ["Newsletter", "newsletter/"],
  ["Search", "search/"],
])("%s: a Control-click opens the page in a new tab", async (name, path) => {
  const { page, context, addressOf, goTo } = await publication.visit();
  await goTo(STORY);
  const opened = context.waitForEvent("page");
  await page
    .getByRole("banner")
    .getByRole("link", { name })
    .click({ modifiers: ["Control"] });
  const tab = await opened;
  await tab.waitForURL(addressOf(path));
  expect(await page.locator("dialog[open]").count()).toBe(0);
});

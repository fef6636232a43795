import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { STORY } from "./page-kinds.ts";
import { servePublication } from "./visit.ts";

const publication = servePublication();

describe("the colour scheme", () => {
  it("follows the system until the reader chooses", async () => {
    const { page, goTo } = await publication.tab({ colorScheme: "light" });
    await goTo(STORY);
    const light = await brightness(page);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await brightness(page)).toBeLessThan(light / 2);
    await page.locator("summary").click();
    expect(await page.getByRole("radio", { name: "System" }).isChecked()).toBe(true);
  });

  it.each([
    ["Dark", "light"],
    ["Light", "dark"],
  ] as const)("%s overrides a %s system, on every page that follows, before it is first seen", async (choice, colorScheme) => {
    const { page, goTo } = await publication.tab({ colorScheme });
    await page.addInitScript(rememberSchemeOfFirstElement);
    await goTo(STORY);
    const systems = await brightness(page);
    await choose(page, choice);
    const chosen = await brightness(page);
    expect(chosen < systems).toBe(choice === "Dark");
    for (const visit of [() => page.reload(), () => goTo("politics/")]) {
      await visit();
      expect(await page.evaluate(() => (window as WindowWithScheme).schemeAtFirst)).toBe(choice.toLowerCase());
      expect(await brightness(page)).toBe(chosen);
    }
    await page.locator("summary").click();
    expect(await page.getByRole("radio", { name: choice }).isChecked()).toBe(true);
  });

  it("choosing System clears the choice", async () => {
    const { page, goTo } = await publication.tab({ colorScheme: "light" });
    await goTo(STORY);
    const systems = await brightness(page);
    await choose(page, "Dark");
    await page.getByRole("radio", { name: "System" }).check();
    expect(await brightness(page)).toBe(systems);
    await page.reload();
    expect(await brightness(page)).toBe(systems);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });
});

interface WindowWithScheme extends Window {
  schemeAtFirst?: string | undefined;
}

/** In the page: records the scheme when the first element of the body appears, before the first paint. */
function rememberSchemeOfFirstElement(): void {
  new MutationObserver((_, observer) => {
    if (!document.body?.firstElementChild) return;
    (window as WindowWithScheme).schemeAtFirst = document.documentElement.dataset.scheme;
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
}

async function choose(page: Page, name: string): Promise<void> {
  await page.locator("summary").click();
  await page.getByRole("radio", { name }).check();
}

/** The brightness of the background, 0 to 765. */
async function brightness(page: Page): Promise<number> {
  const colour = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  return (colour.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
}

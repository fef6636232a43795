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

  it("a choice made on the next page is shown after Back and after Forward", async () => {
    const { page, goTo } = await publication.tab({ colorScheme: "light" });
    await goTo(STORY);
    await choose(page, "Light");
    const light = await brightness(page);
    await goTo("politics/");
    await choose(page, "Dark");
    const dark = await brightness(page);
    for (const go of [() => page.goBack(), () => page.goForward(), () => page.goBack()]) {
      await go();
      await expectChoice(page, "Dark");
      expect(await brightness(page)).toBe(dark);
    }
    await choose(page, "Light");
    await page.goForward();
    await expectChoice(page, "Light");
    expect(await brightness(page)).toBe(light);
  });

  it.each([
    ["dark", "Dark"],
    ["light", "Light"],
    [null, "System"],
    ["sepia", "System"],
  ])("a page that the browser has frozen meanwhile shows the stored choice %s on its return", async (stored, choice) => {
    const { page, goTo } = await publication.tab({ colorScheme: "light" });
    await goTo(STORY);
    await choose(page, choice === "Light" ? "Dark" : "Light");
    await page.evaluate((scheme) => {
      if (scheme === null) localStorage.removeItem("scheme");
      else localStorage.setItem("scheme", scheme);
      dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    }, stored);
    await expectChoice(page, choice);
  });

  it("other tabs follow a choice, and its removal with all of the storage", async () => {
    const options = { colorScheme: "light" } as const;
    const [first, second] = [await publication.tab(options), await publication.tab(options)];
    for (const { goTo } of [first, second]) await goTo(STORY);
    await second.page.locator("summary").click();
    await first.page.bringToFront();
    await first.page.locator("summary").click();
    for (const choice of ["Dark", "Light", "System", "Dark"]) {
      await first.page.getByRole("radio", { name: choice }).check();
      await expectChoice(second.page, choice);
      await expect.poll(() => brightness(second.page)).toBe(await brightness(first.page));
    }
    await first.page.evaluate(() => localStorage.clear());
    await expectChoice(second.page, "System");
  });

  it("if storage is blocked, the choice on the page stays when it returns", async () => {
    const { page, goTo, troubles } = await publication.tab({ colorScheme: "light" });
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("refused", "SecurityError");
        },
      });
    });
    await goTo(STORY);
    await choose(page, "Dark");
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
    await expectChoice(page, "Dark");
    expect(troubles).toEqual([]);
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

/** Waits until the control and the page show a choice. */
async function expectChoice(page: Page, name: string): Promise<void> {
  const shown = () =>
    page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>("[data-scheme-control] :checked");
      return { choice: input?.labels?.[0]?.textContent?.trim(), scheme: document.documentElement.dataset.scheme };
    });
  await expect.poll(shown).toEqual({ choice: name, scheme: name === "System" ? undefined : name.toLowerCase() });
}

/** The brightness of the background, 0 to 765. */
async function brightness(page: Page): Promise<number> {
  const colour = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  return (colour.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
}

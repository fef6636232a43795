import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { STORY } from "./page-kinds.ts";
import { servePublication, type Visit } from "./visit.ts";

const publication = servePublication();

describe("with the keyboard alone", () => {
  it("the first stop is a link that skips to the content", async () => {
    const { page } = await read(STORY);
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Skip to main content");
    expect((await page.locator(":focus").boundingBox())?.width).toBeGreaterThan(100);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.locator("main :focus").count()).toBe(1);
  });

  it("every stop can be seen, and shows that it has the focus", async () => {
    const { page } = await read(STORY);
    const unseen: string[] = [];
    for (let stops = 0; stops < 200; stops += 1) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(describeFocus);
      if (!stop) break;
      if (!stop.seen) unseen.push(stop.name);
    }
    expect(unseen).toEqual([]);
  });

  it("the menu opens by Enter and closes by Escape, from within as well, with the focus back on it", async () => {
    const { page } = await read(STORY);
    const topics = page.getByRole("navigation", { name: "Menu" }).getByRole("link", { name: "Topics" });
    await tabTo(page, "Menu");
    await page.keyboard.press("Enter");
    expect(await topics.isVisible()).toBe(true);
    await tabTo(page, "Topics");
    await page.keyboard.press("Escape");
    expect(await topics.isVisible()).toBe(false);
    expect(await focused(page)).toBe("Menu");
  });

  it("the menu closes when the focus moves on", async () => {
    const { page } = await read(STORY);
    await tabTo(page, "Menu");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Shift+Tab");
    expect(await focused(page)).toBe("Skip to main content");
    expect(await page.getByRole("navigation", { name: "Menu" }).isVisible()).toBe(false);
  });

  it("the newsletter’s dialog opens from the head of the page, and Escape and Close lead back there", async () => {
    const { page } = await read(STORY);
    const dialog = page.getByRole("dialog");
    await tabTo(page, "Newsletter");
    for (const leave of ["Escape", "Enter"]) {
      await page.keyboard.press("Enter");
      expect(await dialog.isVisible()).toBe(true);
      expect(await focused(page)).toBe("Close");
      await page.keyboard.press(leave);
      expect(await dialog.isVisible()).toBe(false);
      expect(await focused(page)).toBe("Newsletter");
    }
  });

  it("the search opens from the head of the page, and Escape leads back there from its field, words or none", async () => {
    const { page } = await read(STORY);
    const dialog = page.getByRole("dialog", { name: "Search" });
    await tabTo(page, "Search");
    for (const words of ["", "cables"]) {
      await page.keyboard.press("Enter");
      await dialog.waitFor();
      await expect.poll(() => focused(page)).toBe("Search all stories");
      await page.keyboard.type(words);
      await page.keyboard.press("Escape");
      expect(await dialog.isVisible()).toBe(false);
      expect(await focused(page)).toBe("Search");
    }
  });
});

async function read(path: string): Promise<Visit> {
  const visit = await publication.tab();
  await visit.goTo(path);
  return visit;
}

/** Presses Tab until what has the focus is called `name`. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let stops = 0; stops < 40; stops += 1) {
    await page.keyboard.press("Tab");
    if ((await focused(page)) === name) return;
  }
  throw new Error(`Tab does not lead to ${name}.`);
}

/** What has the focus: the words of a link or button, the label of a field. */
async function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const { activeElement: element } = document;
    const label = element instanceof HTMLInputElement ? element.labels?.[0] : element;
    return label?.textContent?.trim();
  });
}

/** In the page: what has the focus, and whether it lies on the page with an outline around it. */
function describeFocus(): { readonly name: string; readonly seen: boolean } | undefined {
  const { activeElement: element } = document;
  if (!element || element === document.body) return undefined;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { width, height } = element.getBoundingClientRect();
  const outlined = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
  return { name: element.outerHTML, seen: outlined && width > 5 && height > 5 && element.checkVisibility() };
}

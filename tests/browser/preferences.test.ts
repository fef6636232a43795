import { describe, expect, it } from "vitest";
import { STORY } from "./page-kinds.ts";
import { servePublication } from "./visit.ts";

const publication = servePublication();

describe("what readers ask of their system", () => {
  it("forced colours: the section of the page is still marked, and the others are not", async () => {
    const { page, goTo } = await publication.tab({ forcedColors: "active" });
    await goTo(STORY);
    const sections = page.getByRole("navigation", { name: "Sections" }).getByRole("link");
    const marked = await sections.evaluateAll((links) =>
      links.filter((link) => Number.parseFloat(getComputedStyle(link).borderBlockEndWidth) >= 2).map((link) => link.textContent),
    );
    expect(marked).toEqual(["Politics"]);
  });

  it("reduced motion: nothing scrolls smoothly", async () => {
    const { page, goTo } = await publication.tab({ reducedMotion: "no-preference" });
    await goTo(STORY);
    const scrolling = () => page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
    expect(await scrolling()).toBe("smooth");
    await page.emulateMedia({ reducedMotion: "reduce" });
    expect(await scrolling()).toBe("auto");
  });

  it("reduced motion: nothing is animated", async () => {
    const { page, goTo } = await publication.tab({ reducedMotion: "reduce" });
    await goTo(STORY);
    await page.locator("summary").click();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });
});

describe("on paper", () => {
  it("a story keeps its name, text and picture, and leaves out what leads elsewhere", async () => {
    const { page, goTo } = await publication.tab({ colorScheme: "dark" });
    await goTo(STORY);
    await page.emulateMedia({ media: "print" });
    for (const printed of [".wordmark", "h1", ".standfirst", ".byline", ".prose", "figure img", "figcaption"]) {
      expect(await page.locator(printed).first().isVisible(), printed).toBe(true);
    }
    const left = page.locator("nav, summary, dialog, form, .newsletter, [data-opens], .skip");
    expect(await left.evaluateAll((parts) => parts.filter((part) => part.checkVisibility()).length)).toBe(0);
  });

  it("the text is black on white, whatever the scheme on the screen", async () => {
    const { page, goTo } = await publication.tab({ colorScheme: "dark" });
    await page.addInitScript(() => localStorage.setItem("scheme", "dark"));
    await goTo(STORY);
    await page.emulateMedia({ media: "print" });
    const colours = await page.evaluate(() => {
      const { color } = getComputedStyle(document.querySelector(".prose > p") ?? document.body);
      const { backgroundColor } = getComputedStyle(document.body);
      const { color: quiet } = getComputedStyle(document.querySelector(".standfirst") ?? document.body);
      return { color, backgroundColor, quiet };
    });
    expect(colours).toEqual({ color: "rgb(0, 0, 0)", backgroundColor: "rgb(255, 255, 255)", quiet: "rgb(90, 96, 106)" });
  });
});

import type { Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { axeViolations } from "./axe.ts";
import { arriveLate, layoutShifts, watchLayout } from "./layout-shift.ts";
import { STORY } from "./page-kinds.ts";
import { servePublication, type Visit } from "./visit.ts";

const MARKED = `${STORY}?mark=israel+us+deescalation+1974`;
const PART = "#two-accounts-of-a-halt";
const CHUNK = /\/highlight-matches-\w+\.js$/;

describe.each(["/", "/a/b/"])("a story with highlights, in a publication at %s", (prefix) => {
  const publication = servePublication(prefix);

  it("has them in its headline, standfirst, key points, text and caption, and nowhere else", async () => {
    const { page, troubles } = await read(publication, MARKED);
    expect(await page.locator("h1 mark").allTextContents()).toEqual(["Israel", "US"]);
    expect(await page.locator(".standfirst mark").allTextContents()).toEqual(["US"]);
    expect(await page.locator(".key-points mark").allTextContents()).toEqual(["Israel", "de-escalation", "Israel", "Israel’s"]);
    const inText = await page.locator(".story > :not(header, figure, .key-points) mark").allTextContents();
    expect(new Set(inText)).toEqual(new Set(["Israel", "Israel’s", "US", "de-escalation", "1974"]));
    expect(inText.length).toBeGreaterThan(10);
    expect(await page.locator("figcaption mark").allTextContents()).toEqual(["Israel"]);
    const all = await page.locator("mark").count();
    expect(all).toBe(2 + 1 + 4 + 1 + inText.length);
    expect(await status(page)).toBe(`${all} matches for “Israel”, “US”, “de-escalation”, “1974”`);
    expect(troubles).toEqual([]);
  });

  it("loses them and the words in its address when cleared; the rest of both stays", async () => {
    const { page, addressOf, goTo, troubles } = await read(publication, `${MARKED}&from=search${PART}`);
    await page.getByRole("button", { name: "Clear highlights" }).click();
    expect(await page.locator("mark, .marks").count()).toBe(0);
    expect(page.url()).toBe(addressOf(`${STORY}?from=search${PART}`));
    const cleared = await shapeOf(page);
    await goTo(STORY);
    expect(cleared).toEqual(await shapeOf(page));
    expect(troubles).toEqual([]);
  });
});

describe("highlights in a story", () => {
  const publication = servePublication();

  it("stay cleared after a reload, and return on Back if not cleared", async () => {
    const { page, addressOf } = await read(publication, MARKED);
    await page.getByRole("banner").getByRole("link", { name: "Politics" }).click();
    await page.goBack();
    await bar(page).waitFor();
    await page.getByRole("button", { name: "Clear highlights" }).click();
    expect(page.url()).toBe(addressOf(STORY));
    await page.reload();
    await page.waitForLoadState("networkidle");
    expect(await page.locator("mark, .marks").count()).toBe(0);
  });

  it("are the matches of the search whose result links to the story", async () => {
    const { page, goTo } = await publication.tab();
    await goTo("search/?q=brent");
    await page.getByRole("main").getByRole("article").first().getByRole("heading").getByRole("link").click();
    await bar(page).waitFor();
    expect(await status(page)).toMatch(/^\d+ matches for .*“Brent”/);
    expect(await page.locator("h1 mark").allTextContents()).toContain("Brent");
  });

  it("continue across links and other inline elements, and end with the block", async () => {
    const text =
      `<p id="line">Z<em>u\u0308r</em>ich’s <a href="#x">long-<strong>term</strong> oil</a>–price, CO<sub>2</sub>.</p>` +
      `<ul><li>Bre</li><li>nt</li></ul><p>Bre<br>nt</p>` +
      `<p id="note">Brent<sup class="footnote-ref"><a href="#fn1">[1]</a></sup>.</p>`;
    const { page } = await readWith(publication, "zurich longterm oil co2 brent", text);
    const marked = await page.locator("#line mark").allTextContents();
    expect(marked).toEqual(["Z", "u\u0308r", "ich’s", "long-", "term", "oil", "CO", "2"]);
    expect(await page.locator("#line a").innerHTML()).toBe(
      "<mark>long-</mark><strong><mark>term</mark></strong> <mark>oil</mark>",
    );
    expect(await page.locator("mark").allTextContents()).toEqual([...marked, "Brent"]);
    expect(await status(page)).toBe("5 matches for “Zu\u0308rich’s”, “long-term”, “oil”, “CO2”, “Brent”");
    await page.getByRole("button", { name: "Clear highlights" }).click();
    expect(await page.evaluate(() => document.querySelector(".prose")?.innerHTML)).toContain(text);
    expect(await page.locator("#line").evaluate(({ childNodes }) => childNodes.length)).toBe(7);
  });

  it("exclude graphics, scripts, styles and credits", async () => {
    const text =
      `<svg><text>brent</text></svg><script type="text/plain">brent</script><figure><figcaption>Brent ` +
      `<span class="credit">Brent</span></figcaption></figure><nav>brent</nav><p hidden></p>`;
    const { page } = await readWith(publication, "brent", text);
    expect(await page.locator("mark").count()).toBe(1);
    expect(await page.locator("figcaption > mark").count()).toBe(1);
    expect(await status(page)).toBe("1 match for “Brent”");
  });

  it("load nothing if the address has no words", async () => {
    const { page, goTo } = await publication.tab();
    const loaded: string[] = [];
    page.on("request", (request) => CHUNK.test(request.url()) && loaded.push(request.url()));
    for (const address of ["", STORY, `${STORY}?bookmark=oil${PART}`]) {
      await goTo(address);
      await page.waitForLoadState("networkidle");
    }
    expect(loaded).toEqual([]);
    await goTo(MARKED);
    await bar(page).waitFor();
    expect(loaded).toHaveLength(1);
  });

  it.each(["%", "%FF%FE", "%00", "%ED%A0%80", "%3Cb%3E"])("survive %s in the address", async (broken) => {
    const { page, troubles } = await read(publication, `${STORY}?mark=${broken}+israel`);
    expect(await status(page)).toMatch(/^\d+ matches for “Israel”$/);
    expect(troubles).toEqual([]);
  });

  it("are missing if their script fails to load, but the story is shown", async () => {
    const { page, goTo, troubles } = await publication.tab();
    await page.route(CHUNK, (route) => route.abort());
    await goTo(MARKED);
    await page.waitForLoadState("networkidle");
    expect(await page.getByRole("heading", { level: 1 }).isVisible()).toBe(true);
    expect(troubles.filter((trouble) => trouble.startsWith("exception"))).toEqual([]);
  });

  it("pass axe, light and dark, wide and narrow", async () => {
    const { page } = await read(publication, MARKED);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Next match" }).click();
    expect(await axeViolations(page)).toEqual([]);
  });
});

describe("words in the address that do not match", () => {
  const visit = servePublication().sharedVisit();
  let plain: unknown;

  beforeAll(async () => {
    await visit().goTo(STORY);
    plain = await shapeOf(visit().page);
  });

  it.each([
    ["markup", `"'><img src=x onerror="document.title='taken'"><script>document.title='taken'</script>`],
    ["ten thousand characters", "israel".repeat(2_000)],
    ["thousands of words", "zyzzyva ".repeat(1_200)],
    ["emoji", "😀 👩‍💻 \u{1F1EE}\u{1F1F1}"],
    ["words from right to left", "‏שלום‏ “العربية”"],
    ["names of what all objects have", "__proto__ constructor toString"],
    ["words that the story has not", "brent zyzzyva"],
    ["nothing", ""],
  ])("%s: the page is unchanged", async (_, mark) => {
    const { page, goTo, troubles } = visit();
    await goTo(`${STORY}?${new URLSearchParams({ mark })}`);
    await page.waitForLoadState("networkidle");
    expect(await page.locator("mark, .marks, img[src=x]").count()).toBe(0);
    expect(await shapeOf(page)).toEqual(plain);
    expect(await page.title()).not.toBe("taken");
    expect(troubles.splice(0)).toEqual([]);
  });
});

describe.each([320, 1280])("highlights in a window %d pixels wide", (width) => {
  const publication = servePublication();
  const viewport = { width, height: 800 };

  it.each(["", PART])("cause no layout shift when they load late in a story at “%s”", async (fragment) => {
    const { page, addressOf } = await publication.tab({ viewport, reducedMotion: "reduce" });
    await watchLayout(page);
    await arriveLate(page, addressOf(MARKED + fragment), CHUNK);
    await bar(page).waitFor();
    expect(await layoutShifts(page)).toEqual([]);
  });

  it("keep the fragment’s target in place, before and after they are cleared", async () => {
    const { page, addressOf } = await publication.tab({ viewport, reducedMotion: "reduce" });
    await watchLayout(page);
    await arriveLate(page, addressOf(MARKED + PART), CHUNK);
    await bar(page).waitFor();
    const part = page.locator(PART);
    const before = await topOf(part);
    expect(before).toBeGreaterThanOrEqual(0);
    expect(before).toBeLessThan(40);
    await page.getByRole("button", { name: "Clear highlights" }).click();
    expect(await topOf(part)).toBe(before);
    expect(await page.locator(":target").count()).toBe(1);
  });

  it("have a toolbar that fits the window, without horizontal scrolling", async () => {
    const { page } = await read(publication, MARKED, { viewport });
    expect(await page.evaluate(() => document.scrollingElement?.scrollWidth)).toBe(width);
    for (const part of [bar(page), ...(await bar(page).getByRole("button").all())]) {
      const box = await part.boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= width && box.y + box.height <= 800).toBe(true);
    }
  });

  it("have a toolbar that never covers the focused element", async () => {
    const { page } = await read(publication, MARKED, { viewport, reducedMotion: "reduce" });
    const hidden: string[] = [];
    for (let stops = 0; stops < 200; stops += 1) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(whatTheBarHides);
      if (stop === undefined) break;
      if (stop !== "") hidden.push(stop);
    }
    expect(hidden).toEqual([]);
  });
});

describe("by keyboard", () => {
  const publication = servePublication();

  it("Next and Previous step through the matches, in view, and keep the focus", async () => {
    const { page } = await read(publication, MARKED, { reducedMotion: "reduce" });
    const total = await page.locator("mark").count();
    await tabTo(page, "Next");
    for (const position of [1, 2, 3]) {
      await page.keyboard.press("Enter");
      expect(await status(page)).toBe(`Match ${position} of ${total} for “Israel”, “US”, “de-escalation”, “1974”`);
      expect(await currentMark(page)).toBe(position - 1);
      expect(await focused(page)).toBe("Next");
    }
    await page.keyboard.press("Shift+Tab");
    expect(await focused(page)).toBe("Previous");
    for (const position of [2, 1, total]) {
      await page.keyboard.press("Space");
      expect(await status(page)).toMatch(`${position} of ${total} `);
      expect(await currentMark(page)).toBe(position - 1);
    }
  });

  it("Next starts with the first match after the fragment’s target", async () => {
    const { page } = await read(publication, `${STORY}?mark=israel${PART}`, { reducedMotion: "reduce" });
    await expect.poll(() => topOf(page.locator(PART))).toBeLessThan(40);
    await page.getByRole("button", { name: "Next match" }).press("Enter");
    expect(await page.locator("mark[aria-current]").evaluate((mark) => mark.closest("p")?.textContent)).toMatch(
      /^What the talks produced/,
    );
  });

  it("Clear moves the focus to the current match, and Tab continues from there", async () => {
    const { page } = await read(publication, `${STORY}?mark=econotimes`, { reducedMotion: "reduce" });
    await tabTo(page, "Next");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const paragraph = page.locator("p:focus");
    expect(await paragraph.textContent()).toMatch(/^Syrian state media said/);
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("what it set up");
    expect(await page.locator("p[tabindex]").count()).toBe(0);
  });

  it("Clear moves the focus to the content if there is no current match", async () => {
    const { page } = await read(publication, MARKED);
    await tabTo(page, "Clear");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("page_content");
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });
});

describe("highlights under system preferences", () => {
  const publication = servePublication();

  it.each(["light", "dark"] as const)("%s: they have the text colour, underlined in the accent colour", async (colorScheme) => {
    const { page } = await read(publication, MARKED, { colorScheme });
    const { ink, accent } = await page.evaluate(() => {
      const { color } = getComputedStyle(document.body);
      return { ink: color, accent: getComputedStyle(document.querySelector(".kicker") ?? document.body).color };
    });
    for (const mark of await page.locator(".standfirst mark, .prose > p mark").all()) {
      expect(await lookOf(mark)).toEqual({ color: ink, line: "underline", lineColor: accent, background: "rgba(0, 0, 0, 0)" });
    }
  });

  it("forced colours: they are underlined, and the current one is distinct", async () => {
    const { page } = await read(publication, MARKED, { forcedColors: "active" });
    await page.getByRole("button", { name: "Next match" }).click();
    const [current, other] = [page.locator("mark[aria-current]"), page.locator(".prose > p mark").last()];
    expect((await lookOf(other)).line).toBe("underline");
    expect((await lookOf(current)).background).not.toBe((await lookOf(other)).background);
    expect(await bar(page).isVisible()).toBe(true);
  });

  it("in print they are black, the current one too, without the toolbar", async () => {
    const { page } = await read(publication, MARKED, { colorScheme: "dark" });
    await page.getByRole("button", { name: "Next match" }).click();
    await page.emulateMedia({ media: "print" });
    expect(await bar(page).isVisible()).toBe(false);
    for (const mark of [page.locator("mark[aria-current]"), page.locator(".prose > p mark").first()]) {
      expect(await lookOf(mark)).toMatchObject({ color: "rgb(21, 25, 31)", line: "underline", background: "rgba(0, 0, 0, 0)" });
    }
  });
});

/** Opens a story and waits for its highlights. */
async function read(
  publication: ReturnType<typeof servePublication>,
  path: string,
  options?: Parameters<typeof publication.tab>[0],
): Promise<Visit> {
  const visit = await publication.tab(options);
  await visit.goTo(path);
  await bar(visit.page).waitFor();
  return visit;
}

/** Opens a story with a given text in its body and waits for its highlights. */
async function readWith(publication: ReturnType<typeof servePublication>, mark: string, text: string): Promise<Visit> {
  const visit = await publication.tab();
  await visit.page.route(/\/paris-talks-channel\//, async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace("</ul></section>", (keyPoints) => keyPoints + text);
    await route.fulfill({ response, body: html });
  });
  await visit.goTo(`${STORY}?${new URLSearchParams({ mark })}`);
  await bar(visit.page).waitFor();
  return visit;
}

function bar(page: Page): Locator {
  return page.getByRole("main").getByRole("group", { name: "Highlights" });
}

async function status(page: Page): Promise<string | null> {
  return bar(page).getByRole("status").textContent();
}

/** The story’s DOM: its markup, its text, and its count of nodes. */
async function shapeOf(page: Page): Promise<unknown> {
  return page.locator(".story").evaluate((story) => {
    let nodes = 0;
    for (const walker = document.createTreeWalker(story); walker.nextNode(); ) nodes += 1;
    return { markup: story.innerHTML, text: story.textContent, nodes, inPage: document.querySelectorAll("main > *").length };
  });
}

/** The index of the current match, which must be in view. */
async function currentMark(page: Page): Promise<number> {
  return page.locator("mark").evaluateAll((marks) => {
    const index = marks.findIndex((mark) => mark.ariaCurrent === "true");
    const { top = -1, bottom = 0 } = marks[index]?.getBoundingClientRect() ?? {};
    const end = document.querySelector(".marks")?.getBoundingClientRect().top ?? 0;
    return top >= 0 && bottom <= end ? index : -1;
  });
}

async function topOf(part: Locator): Promise<number> {
  return part.evaluate((element) => element.getBoundingClientRect().top);
}

/** In the page: the focused element if the toolbar covers any of it; undefined at the end of the page. */
function whatTheBarHides(): string | undefined {
  const { activeElement: element } = document;
  if (!element || element === document.body) return undefined;
  const line = document.querySelector(".marks");
  if (!line || line.contains(element)) return "";
  const { top, bottom } = element.getBoundingClientRect();
  const isTaller = bottom - top > innerHeight / 2;
  return isTaller || bottom <= line.getBoundingClientRect().top ? "" : element.outerHTML;
}

async function lookOf(mark: Locator) {
  return mark.evaluate((element) => {
    const { color, textDecorationLine: line, textDecorationColor: lineColor, backgroundColor } = getComputedStyle(element);
    return { color, line, lineColor, background: backgroundColor };
  });
}

/** Presses Tab until the focused element has the given name. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let stops = 0; stops < 40; stops += 1) {
    await page.keyboard.press("Tab");
    if ((await focused(page)) === name) return;
  }
  throw new Error(`Tab does not lead to ${name}.`);
}

async function focused(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.textContent?.trim());
}

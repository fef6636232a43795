import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { STORY } from "./page-kinds.ts";
import { cards, field, focused, holdBack, listenTo } from "./search-visit.ts";
import { servePublication, type Visit } from "./visit.ts";

const publication = servePublication();

describe("the search’s dialog", () => {
  it.each(["Control+k", "Meta+k"])("opens by %s on any page, with the focus in its field", async (keys) => {
    const { page, troubles, goTo } = await publication.tab();
    await goTo(STORY);
    expect(await searchLink(page).getAttribute("aria-keyshortcuts")).toBe("Control+K Meta+K");
    await page.keyboard.press(keys);
    await dialogOf(page).waitFor();
    await expect.poll(() => focused(page)).toBe("Search all stories");
    expect(troubles).toEqual([]);
  });

  it("does not open by a key alone, nor by keys that mean something else", async () => {
    const { page, goTo } = await publication.tab();
    await goTo(STORY);
    for (const keys of ["k", "/", "s", "Shift+k", "Control+Shift+k", "Control+Alt+k"]) await page.keyboard.press(keys);
    await page.waitForLoadState("networkidle");
    expect(await page.locator("dialog[open]").count()).toBe(0);
  });

  it("does not open over another dialog", async () => {
    const { page, goTo } = await publication.tab();
    await goTo(STORY);
    await page.getByRole("banner").getByRole("link", { name: "Newsletter" }).click();
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Control+k");
    await page.waitForLoadState("networkidle");
    expect(await page.locator("dialog[open]").count()).toBe(1);
    expect(await dialogOf(page).count()).toBe(0);
  });

  it("leaves the search page to its own field", async () => {
    const { page, goTo } = await publication.tab();
    await goTo("search/");
    for (const turnTo of [() => page.keyboard.press("Control+k"), () => searchLink(page).click()]) {
      await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
      await turnTo();
      expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true);
    }
    expect(await page.locator("dialog[open]").count()).toBe(0);
  });

  it("gives the focus back to where it was, by Escape and by Close", async () => {
    const { page, goTo } = await publication.tab();
    await goTo(STORY);
    const origin = page.getByRole("main").getByRole("link", { name: "Diplomacy" }).first();
    const dialog = dialogOf(page);
    const leaving = [() => page.keyboard.press("Escape"), () => dialog.getByRole("button", { name: "Close" }).press("Enter")];
    for (const leave of leaving) {
      await origin.focus();
      await page.keyboard.press("Control+k");
      await dialog.waitFor();
      await page.keyboard.type("tra");
      await leave();
      await dialog.waitFor({ state: "hidden" });
      expect(await origin.evaluate((link) => link === document.activeElement)).toBe(true);
    }
  });

  it("keeps the focus within", async () => {
    const { page, dialog } = await open();
    await options(dialog).first().waitFor();
    for (let stops = 0; stops < 8; stops += 1) {
      await page.keyboard.press("Tab");
      const isWithin = await page.evaluate(() => {
        const { activeElement: element } = document;
        return element === document.body || element?.closest("dialog") !== null;
      });
      expect(isWithin).toBe(true);
    }
  });

  it("offers the newest stories and the topics before anything is written", async () => {
    const { page, dialog, addressOf } = await open();
    const newest = dialog.getByRole("group", { name: "Newest stories" }).getByRole("option");
    await newest.first().waitFor();
    expect(await newest.count()).toBe(5);
    expect(await hrefOf(newest.first())).toBe(addressOf("2026/11/19/where-the-sea-narrows/"));
    const topic = dialog.getByRole("group", { name: "Topics" }).getByRole("option", { name: "Bonds" });
    expect(await hrefOf(topic)).toBe(addressOf("topics/bonds/"));
    expect(await dialog.getByRole("combobox").getAttribute("aria-expanded")).toBe("true");
    await topic.click();
    await page.waitForURL(addressOf("topics/bonds/"));
  });

  it("offers stories, sections, topics, authors and all results for what is written", async () => {
    const { page, dialog, addressOf } = await open();
    await page.keyboard.type("mark");
    const stories = dialog.getByRole("group", { name: "Stories" }).getByRole("option");
    await stories.nth(4).waitFor();
    expect(await stories.count()).toBe(5);
    expect(await hrefOf(stories.first())).toContain("?mark=");
    const places = [
      ["Sections", "Market Data", "market-data/"],
      ["Topics", "Market structure", "topics/market-structure/"],
      ["Authors", "Markets desk", "authors/markets-desk/"],
    ] as const;
    for (const [group, name, path] of places) {
      expect(await hrefOf(dialog.getByRole("group", { name: group }).getByRole("option", { name }))).toBe(addressOf(path));
    }
    await dialog.getByRole("option", { name: "All results for “mark”" }).click();
    await page.waitForURL(addressOf("search/?q=mark"));
    await cards(page).first().waitFor();
  });

  it("is worked by the keyboard alone: arrows lead through all offers and round, and Enter follows one", async () => {
    const { page, dialog } = await open();
    await page.keyboard.type("brent");
    await dialog.getByRole("option", { name: "All results for “brent” 3 stories" }).waitFor();
    await dialog.locator("[role=listbox][aria-busy=false]").waitFor();
    const count = await options(dialog).count();
    const texts = await options(dialog).allTextContents();
    const seen: (string | null)[] = [];
    for (let step = 0; step <= count; step += 1) {
      await page.keyboard.press("ArrowDown");
      seen.push(await activeText(dialog));
    }
    expect(seen).toEqual([...texts, texts[0]]);
    await page.keyboard.press("ArrowUp");
    expect(await activeText(dialog)).toBe(texts.at(-1));
    await page.keyboard.press("ArrowDown");
    const address = await hrefOf(dialog.getByRole("option", { selected: true }));
    expect(await focused(page)).toBe("Search all stories");
    await page.keyboard.press("Enter");
    await page.waitForURL(address);
    expect(new URL(page.url()).searchParams.get("mark")).toBe("brent");
  });

  it("Home, End and the arrows to the sides move in the text, and lead away from the offers", async () => {
    const { page, dialog } = await open();
    await page.keyboard.type("brent");
    await options(dialog).first().waitFor();
    const caret = () => dialog.getByRole("combobox").evaluate((input: HTMLInputElement) => input.selectionStart);
    for (const [key, place] of [
      ["Home", 0],
      ["End", 5],
      ["ArrowLeft", 4],
    ] as const) {
      await page.keyboard.press("ArrowDown");
      expect(await dialog.getByRole("option", { selected: true }).count()).toBe(1);
      await page.keyboard.press(key);
      expect(await dialog.getByRole("option", { selected: true }).count()).toBe(0);
      expect(await dialog.getByRole("combobox").getAttribute("aria-activedescendant")).toBeNull();
      expect(await caret()).toBe(place);
    }
  });

  it("Enter leads to all results where no offer is chosen", async () => {
    const { page, addressOf } = await open();
    await page.keyboard.type("yield curve");
    await page.keyboard.press("Enter");
    await page.waitForURL(addressOf("search/?q=yield+curve"));
    await cards(page).first().waitFor();
  });

  it("asks whether another word was meant", async () => {
    const { page, dialog, addressOf } = await open();
    await page.keyboard.type("brnt");
    await dialog.getByText("No story found for “brnt”.", { exact: true }).waitFor();
    expect(await dialog.getByRole("option", { name: "All results" }).count()).toBe(0);
    await dialog.getByRole("group", { name: "Did you mean" }).getByRole("option", { name: "brent" }).click();
    await page.waitForURL(addressOf("search/?q=brent"));
  });

  it("a press with Control opens an offer in a tab of its own, and the dialog stays", async () => {
    const { page, context, dialog, addressOf } = await open();
    const topic = dialog.getByRole("option", { name: "Bonds" });
    const opened = context.waitForEvent("page");
    await topic.click({ modifiers: ["Control"] });
    await (await opened).waitForURL(addressOf("topics/bonds/"));
    expect(await dialog.isVisible()).toBe(true);
    expect(await focused(page)).toBe("Search all stories");
  });

  it("tells counts once, when the reader has stopped typing", async () => {
    const { page, dialog } = await open();
    const said = await listenTo(dialog.getByRole("status"));
    await page.keyboard.type("brent", { delay: 50 });
    // Three stories, the page of its figures, and all results.
    await expect.poll(said).toEqual(["3 stories for “brent”. 5 suggestions."]);
  });

  it("offers the figures that what is written names", async () => {
    const { page, dialog } = await open();
    await page.keyboard.type("treas");
    await dialog
      .getByRole("group", { name: "Market figures" })
      .getByRole("option", { name: "US ten-year Treasury yield" })
      .click();
    await page.waitForURL(/\/market-data\/us10y\/$/);
  });

  it("holds places for stories on a slow network, and offers sections, topics and authors meanwhile", async () => {
    const { page, dialog } = await open();
    await options(dialog).first().waitFor();
    const held = await holdBack(page, "**/pagefind/2*/**");
    await page.keyboard.type("trade");
    await dialog.locator(".skeleton").waitFor();
    expect(await dialog.getByRole("group", { name: "Topics" }).getByRole("option", { name: "Trade" }).isVisible()).toBe(true);
    await held.letGo();
    await dialog.getByRole("group", { name: "Stories" }).getByRole("option").first().waitFor();
    expect(await dialog.locator(".skeleton").count()).toBe(0);
  });

  it("says when it cannot be loaded, leads to the lists, and finds once it can", async () => {
    const { page, goTo } = await publication.tab();
    await goTo(STORY);
    await page.route("**/pagefind/**", (route) => route.abort());
    await page.keyboard.press("Control+k");
    const dialog = dialogOf(page);
    await dialog.getByText("Search could not be loaded.").first().waitFor();
    expect(await dialog.getByRole("link", { name: "All stories by section, topic and month" }).isVisible()).toBe(true);
    await page.unroute("**/pagefind/**");
    await dialog.getByRole("button", { name: "Try again" }).click();
    await dialog.getByRole("group", { name: "Newest stories" }).waitFor();
    expect(await dialog.locator(".search-note").count()).toBe(0);
  });

  it("closes when an offer is taken, so that it is not in the way of who comes back", async () => {
    const { page, dialog } = await open();
    // An answer without content leaves the page where it is.
    await page.route("**/topics/bonds/", (route) => route.fulfill({ status: 204 }));
    await dialog.getByRole("option", { name: "Bonds" }).click();
    await dialog.waitFor({ state: "hidden" });
    expect(new URL(page.url()).pathname).toBe(`/${STORY}`);
  });

  it("shows a query with markup in it as the text that it is", async () => {
    const { page, dialog, troubles } = await open();
    const query = `<img src=x onerror="document.title='taken'"> <b>brent</b>`;
    await dialog.getByRole("combobox").fill(query);
    await dialog.getByText(query).first().waitFor();
    expect(await dialog.locator("img, b").count()).toBe(0);
    expect(await page.title()).not.toBe("taken");
    expect(troubles).toEqual([]);
  });

  it("has targets large enough for a finger", async () => {
    const { page, goTo } = await publication.tab({ viewport: { width: 390, height: 844 } });
    await goTo(STORY);
    await page.evaluate(() => localStorage.setItem("recent-searches", JSON.stringify(["brent"])));
    await page.keyboard.press("Control+k");
    const dialog = dialogOf(page);
    await dialog.getByRole("option").nth(6).waitFor();
    const small = await dialog.evaluate((part) =>
      [...part.querySelectorAll("a, button, input")]
        .filter((target) => target.checkVisibility() && target.getBoundingClientRect().height < 44)
        .map((target) => target.outerHTML),
    );
    expect(small).toEqual([]);
  });
});

it("nothing of the search is loaded before a reader turns to it, and no volume before there are words", async () => {
  const { page, goTo } = await publication.tab();
  const requests: string[] = [];
  page.on("request", (request) => requests.push(new URL(request.url()).pathname));
  const code = () => requests.filter((path) => path.includes("/search-dialog-"));
  const index = () => requests.filter((path) => path.startsWith("/pagefind/"));
  await goTo(STORY);
  await page.waitForLoadState("networkidle");
  expect([...code(), ...index()]).toEqual([]);
  const arrived = page.waitForResponse(/search-dialog-/);
  await searchLink(page).focus();
  await arrived;
  expect(index()).toEqual([]);
  await page.keyboard.press("Enter");
  await dialogOf(page).getByRole("option").first().waitFor();
  expect(code().length).toBe(1);
  expect(index()).toEqual(["/pagefind/manifest.json"]);
});

async function open(): Promise<Visit & { dialog: Locator }> {
  const visit = await publication.tab();
  await visit.goTo(STORY);
  await visit.page.keyboard.press("Control+k");
  const dialog = dialogOf(visit.page);
  await dialog.waitFor();
  return { ...visit, dialog };
}

function dialogOf(page: Page): Locator {
  return page.getByRole("dialog", { name: "Search" });
}

function searchLink(page: Page): Locator {
  return page.getByRole("banner").getByRole("link", { name: "Search" });
}

function options(dialog: Locator): Locator {
  return dialog.getByRole("listbox").getByRole("option");
}

/** The text of the option that the field says is active; it must be the one that is selected. */
async function activeText(dialog: Locator): Promise<string | null> {
  const id = await dialog.getByRole("combobox").getAttribute("aria-activedescendant");
  const selected = dialog.getByRole("option", { selected: true });
  expect(await selected.getAttribute("id")).toBe(id);
  return selected.textContent();
}

async function hrefOf(link: Locator): Promise<string> {
  return link.evaluate((element: HTMLAnchorElement) => element.href);
}

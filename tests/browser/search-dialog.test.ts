import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { STORY } from "./page-kinds.ts";
import { blockRequests, cards, field, focused, recordAnnouncements, summary } from "./search-visit.ts";
import { servePublication, type Visit } from "./visit.ts";

const publication = servePublication();
const shared = publication.sharedVisit();

describe("the search dialog", () => {
  it.each(["Control+k", "Meta+k"])("opens by %s on any page, with the focus in its field", async (keys) => {
    const { page, troubles, goTo } = await publication.tab();
    await goTo(STORY);
    expect(await searchLink(page).getAttribute("aria-keyshortcuts")).toBe("Control+K Meta+K");
    await page.keyboard.press(keys);
    await dialogOf(page).waitFor();
    await expect.poll(() => focused(page)).toBe("Search all stories");
    expect(troubles).toEqual([]);
  });

  it("does not open by other keys", async () => {
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

  it("does not open on the search page, which focuses its own field", async () => {
    const { page, goTo } = await publication.tab();
    await goTo("search/");
    for (const open of [() => page.keyboard.press("Control+k"), () => searchLink(page).click()]) {
      await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
      await open();
      expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true);
    }
    expect(await page.locator("dialog[open]").count()).toBe(0);
  });

  it("restores the focus when closed by Escape and by Close", async () => {
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

  it("traps the focus", async () => {
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

  it("suggests the newest stories and the topics for an empty field", async () => {
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

  it("suggests stories, sections, topics, authors and all results for a query", async () => {
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

  it("can be operated by keyboard: arrows cycle through all suggestions, and Enter follows one", async () => {
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

  it("Home, End, Left and Right move the caret, and deselect the suggestion", async () => {
    const { page, dialog } = await open();
    await page.keyboard.type("brent");
    await options(dialog).first().waitFor();
    const caret = () => dialog.getByRole("combobox").evaluate((input: HTMLInputElement) => input.selectionStart);
    for (const [key, position] of [
      ["Home", 0],
      ["End", 5],
      ["ArrowLeft", 4],
    ] as const) {
      await page.keyboard.press("ArrowDown");
      expect(await dialog.getByRole("option", { selected: true }).count()).toBe(1);
      await page.keyboard.press(key);
      expect(await dialog.getByRole("option", { selected: true }).count()).toBe(0);
      expect(await dialog.getByRole("combobox").getAttribute("aria-activedescendant")).toBeNull();
      expect(await caret()).toBe(position);
    }
  });

  it("Enter leads to all results if no suggestion is selected", async () => {
    const { page, addressOf } = await open();
    await page.keyboard.type("yield curve");
    await page.keyboard.press("Enter");
    await page.waitForURL(addressOf("search/?q=yield+curve"));
    await cards(page).first().waitFor();
  });

  it("suggests a spelling correction if another is as likely", async () => {
    const { page, dialog, addressOf } = await open();
    await page.keyboard.type("chian");
    await dialog.getByText("No results for “chian”.", { exact: true }).waitFor();
    expect(await dialog.getByRole("option", { name: "All results" }).count()).toBe(0);
    await dialog.getByRole("group", { name: "Did you mean" }).getByRole("option", { name: "china" }).click();
    await page.waitForURL(addressOf("search/?q=china"));
  });

  it("shows the stories of a sure correction, and leads to all of them, or to the query as typed", async () => {
    const { page, dialog, addressOf } = await open();
    await page.keyboard.type("brnt");
    const stories = dialog.getByRole("group", { name: "Showing results for “brent”" }).getByRole("option");
    await expect.poll(() => stories.count()).toBe(3);
    const all = dialog.getByRole("option", { name: "All results for “brent” 3 stories" });
    expect(await all.evaluate((link: HTMLAnchorElement) => link.href)).toBe(addressOf("search/?q=brent"));
    await dialog.getByRole("option", { name: "Search instead for “brnt”" }).click();
    await page.waitForURL(addressOf("search/?q=brnt&verbatim=1"));
    await summary(page).getByText("No results for “brnt”").waitFor();
  });

  it.each<[string, (option: Locator, page: Page) => Promise<void>]>([
    ["Control-click", (option) => option.click({ modifiers: ["Control"] })],
    ["Shift-click", (option) => option.click({ modifiers: ["Shift"] })],
    ["middle click", (option) => option.click({ button: "middle" })],
    ["Control+Enter", (_, page) => page.keyboard.press("Control+Enter")],
    ["Shift+Enter", (_, page) => page.keyboard.press("Shift+Enter")],
  ])("a %s opens a suggestion in a new tab or window, and the dialog stays", async (_, follow) => {
    const { page, context, dialog, addressOf } = await open();
    await page.keyboard.type("bonds");
    await options(dialog).last().waitFor();
    await dialog.locator("[role=listbox][aria-busy=false]").waitFor();
    const all = dialog.getByRole("option", { name: "All results for “bonds”" });
    await page.keyboard.press("ArrowUp");
    expect(await all.getAttribute("aria-selected")).toBe("true");
    const opened = context.waitForEvent("page");
    await follow(all, page);
    const other = await opened;
    await other.waitForURL(addressOf("search/?q=bonds"));
    await other.close();
    expect(await dialog.isVisible()).toBe(true);
    expect(page.url()).toBe(addressOf(STORY));
    expect(await focused(page)).toBe("Search all stories");
    expect(await page.evaluate(() => localStorage.getItem("recent-searches"))).toBe('["bonds"]');
  });

  it("a held Control+Enter opens one tab, and a held Control+K leaves the dialog and its text alone", async () => {
    const { page, context, dialog } = await open();
    await page.keyboard.type("bonds");
    await dialog.locator("[role=listbox][aria-busy=false]").waitFor();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.down("Control");
    const before = context.pages().length;
    const opened = context.waitForEvent("page");
    for (let repeats = 0; repeats < 3; repeats += 1) await page.keyboard.down("Enter");
    const other = await opened;
    await page.keyboard.up("Enter");
    await page.evaluate(() => {
      const prevented: boolean[] = [];
      addEventListener("keydown", ({ defaultPrevented }) => prevented.push(defaultPrevented));
      Object.assign(window, { prevented });
    });
    for (let repeats = 0; repeats < 3; repeats += 1) await page.keyboard.down("k");
    await page.keyboard.up("k");
    await page.keyboard.up("Control");
    // The browser would move the focus to its own search field.
    expect(await page.evaluate(() => Reflect.get(window, "prevented"))).toEqual([true, true, true]);
    expect(context.pages().length).toBe(before + 1);
    await other.close();
    await page.keyboard.type("!");
    expect(await dialog.getByRole("combobox").inputValue()).toBe("bonds!");
  });

  it("announces counts once, debounced", async () => {
    const { page, dialog } = await openInTab();
    const announcements = await recordAnnouncements(dialog.getByRole("status"));
    await page.keyboard.type("brent", { delay: 50 });
    // Three stories, the page of its figures, and all results.
    await expect.poll(announcements).toEqual(["3 stories for “brent”. 5 suggestions."]);
  });

  it("suggests market figures by their names", async () => {
    const { page, dialog } = await open();
    await page.keyboard.type("treas");
    await dialog
      .getByRole("group", { name: "Market figures" })
      .getByRole("option", { name: "US ten-year Treasury yield" })
      .click();
    await page.waitForURL(/\/market-data\/us10y\/$/);
  });

  it("shows placeholders for stories on a slow network, and suggests sections, topics and authors meanwhile", async () => {
    const { page, dialog } = await openInTab();
    await options(dialog).first().waitFor();
    const blocked = await blockRequests(page, "**/pagefind/2*/**");
    await page.keyboard.type("trade");
    await dialog.locator(".skeleton").waitFor();
    expect(await dialog.getByRole("group", { name: "Topics" }).getByRole("option", { name: "Trade" }).isVisible()).toBe(true);
    await blocked.release();
    await dialog.getByRole("group", { name: "Stories" }).getByRole("option").first().waitFor();
    expect(await dialog.locator(".skeleton").count()).toBe(0);
  });

  it("says if it fails to load, links to the lists, and searches after a retry", async () => {
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

  it("closes when a suggestion is followed, so that it is not open after Back", async () => {
    const { page, dialog } = await openInTab();
    // An answer without content leaves the page where it is.
    await page.route("**/topics/bonds/", (route) => route.fulfill({ status: 204 }));
    await dialog.getByRole("option", { name: "Bonds" }).click();
    await dialog.waitFor({ state: "hidden" });
    expect(new URL(page.url()).pathname).toBe(`/${STORY}`);
  });

  it("shows a query with markup as text", async () => {
    const { page, dialog, troubles } = await openInTab();
    const query = `<img src=x onerror="document.title='taken'"> <b>brent</b>`;
    await dialog.getByRole("combobox").fill(query);
    await dialog.getByText(query).first().waitFor();
    expect(await dialog.locator("img, b").count()).toBe(0);
    expect(await page.title()).not.toBe("taken");
    expect(troubles).toEqual([]);
  });

  it("has targets large enough for touch", async () => {
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

it("loads nothing before hover or focus, and no shard before there is a query", async () => {
  const { page, goTo } = await publication.tab();
  const requests: string[] = [];
  page.on("request", (request) => requests.push(new URL(request.url()).pathname));
  const code = () => requests.filter((path) => path.includes("/search-dialog-"));
  const index = () => requests.filter((path) => path.startsWith("/pagefind/"));
  await goTo(STORY);
  await page.waitForLoadState("networkidle");
  expect([...code(), ...index()]).toEqual([]);
  const loaded = page.waitForResponse(/search-dialog-/);
  await searchLink(page).focus();
  await loaded;
  expect(index()).toEqual([]);
  await page.keyboard.press("Enter");
  await dialogOf(page).getByRole("option").first().waitFor();
  expect(code().length).toBe(1);
  expect(index()).toEqual(["/pagefind/manifest.json"]);
});

/** Opens the dialog, empty, on the page that these tests share. It is reloaded only after a test that has left it. */
async function open(): Promise<Visit & { dialog: Locator }> {
  const visit = shared();
  const { page, addressOf } = visit;
  if (page.url() !== addressOf(STORY)) await visit.goTo(STORY);
  await page.evaluate(() => {
    localStorage.clear();
    const dialog = document.querySelector<HTMLDialogElement>("#search_dialog");
    dialog?.close();
    const input = dialog?.querySelector("input");
    if (input) input.value = "";
  });
  return openIn(visit);
}

/** Opens the dialog in a tab of its own, with nothing loaded. */
async function openInTab(): Promise<Visit & { dialog: Locator }> {
  const visit = await publication.tab();
  await visit.goTo(STORY);
  return openIn(visit);
}

async function openIn(visit: Visit): Promise<Visit & { dialog: Locator }> {
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

/** The text of the active option, which must be the selected one. */
async function activeText(dialog: Locator): Promise<string | null> {
  const id = await dialog.getByRole("combobox").getAttribute("aria-activedescendant");
  const selected = dialog.getByRole("option", { selected: true });
  expect(await selected.getAttribute("id")).toBe(id);
  return selected.textContent();
}

async function hrefOf(link: Locator): Promise<string> {
  return link.evaluate((element: HTMLAnchorElement) => element.href);
}

import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { STORY } from "./page-kinds.ts";
import { blockRequests, cards } from "./search-visit.ts";
import { servePublication, type Visit } from "./visit.ts";

const publication = servePublication();

interface EarlyVisit extends Visit {
  /** Lets the code of the suggestions arrive, and waits until it has taken over the field. */
  arrive(): Promise<void>;
}

/** A story on a slow line: the code of the search dialog does not arrive until it is told to. */
async function slowVisit(): Promise<EarlyVisit> {
  const visit = await publication.tab();
  const blocked = await blockRequests(visit.page, "**/search-dialog-*.js");
  await visit.goTo(STORY);
  return {
    ...visit,
    arrive: async () => {
      const code = visit.page.waitForResponse(/search-dialog-/);
      await blocked.release();
      await code;
      await fieldOf(visit.page).and(visit.page.locator("[role=combobox]")).waitFor({ state: "attached" });
    },
  };
}

function fieldOf(page: Page) {
  return page.locator("#dialog_query");
}

const typedInto = (page: Page): Promise<string> => fieldOf(page).inputValue();

describe("before the code of the search dialog has arrived", () => {
  it("typing, Enter and the query lead to the search page", async () => {
    const { page, addressOf, troubles } = await slowVisit();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("bond");
    await page.keyboard.press("Enter");
    await page.waitForURL(addressOf("search/?q=bond"));
    await cards(page).first().waitFor();
    expect(troubles.filter((trouble) => !trouble.includes("/search-dialog-"))).toEqual([]);
  });

  it("what is typed stays in the field, with its caret, and is searched for when the code arrives", async () => {
    const { page, arrive, troubles } = await slowVisit();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("bnd");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    const field = await fieldOf(page).elementHandle();
    await arrive();
    await page.keyboard.type("o");
    await page.getByRole("option", { name: "All results for “bond”" }).waitFor();
    expect(await typedInto(page)).toBe("bond");
    expect(await fieldOf(page).evaluate((input, before) => input === before && input === document.activeElement, field)).toBe(
      true,
    );
    await page.keyboard.press("Control+z");
    expect(await typedInto(page)).not.toBe("bond");
    expect(troubles).toEqual([]);
  });

  it("pasted text stays", async () => {
    const { page, arrive } = await slowVisit();
    await page.keyboard.press("Control+k");
    await page.keyboard.insertText("yield curve");
    await arrive();
    await page.getByRole("option", { name: "All results for “yield curve”" }).waitFor();
    expect(await typedInto(page)).toBe("yield curve");
  });

  it("a composition goes on while the code arrives", async () => {
    const { page, context, arrive } = await slowVisit();
    await page.keyboard.press("Control+k");
    const keyboard = await context.newCDPSession(page);
    await keyboard.send("Input.imeSetComposition", { text: "bre", selectionStart: 3, selectionEnd: 3 });
    await arrive();
    await keyboard.send("Input.imeSetComposition", { text: "bren", selectionStart: 4, selectionEnd: 4 });
    await keyboard.send("Input.insertText", { text: "brent" });
    await page.getByRole("option", { name: "All results for “brent”" }).waitFor();
    expect(await typedInto(page)).toBe("brent");
  });

  it.each<[string, (page: Page) => Promise<void>]>([
    ["Escape", (page) => page.keyboard.press("Escape")],
    ["Close", (page) => page.getByRole("dialog").getByRole("button", { name: "Close" }).click()],
    ["a click beside it", (page) => page.mouse.click(5, 700)],
  ])("%s closes the dialog, which the code does not open again; its text is there the next time", async (_, close) => {
    const { page, arrive } = await slowVisit();
    const requested: string[] = [];
    page.on("request", (request) => requested.push(request.url()));
    const link = page.getByRole("main").getByRole("link", { name: "Diplomacy" }).first();
    await link.focus();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("bond");
    await close(page);
    await arrive();
    expect(await page.locator("dialog[open]").count()).toBe(0);
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(requested.filter((address) => address.includes("/pagefind/"))).toEqual([]);
    await page.keyboard.press("Control+k");
    await page.getByRole("option", { name: "All results for “bond”" }).waitFor();
    await page.keyboard.type("oil");
    expect(await typedInto(page)).toBe("oil");
  });

  it("Ctrl+K again, and held, leaves what is typed alone", async () => {
    const { page, arrive } = await slowVisit();
    await page.keyboard.down("Control");
    for (let repeats = 0; repeats < 3; repeats += 1) await page.keyboard.down("k");
    await page.keyboard.up("Control");
    await page.keyboard.type("bo");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("nd");
    await arrive();
    await page.getByRole("option", { name: "All results for “bond”" }).waitFor();
    expect(await typedInto(page)).toBe("bond");
    expect(await page.locator("dialog").count()).toBe(2);
  });

  it("the dialog looks as it does with the code", async () => {
    const { page, arrive } = await slowVisit();
    await page.keyboard.press("Control+k");
    const boxes = () =>
      page
        .locator("#search_dialog :is(form, label, input, button, svg)")
        .evaluateAll((parts) => parts.map((part) => [part.textContent, JSON.stringify(part.getBoundingClientRect())]));
    const early = await boxes();
    expect(early.length).toBe(7);
    await arrive();
    await page.getByRole("option").first().waitFor();
    expect(await boxes()).toEqual(early);
  });
});

it("on the search page, filters chosen before its code has arrived are applied to the search of the address", async () => {
  const { page, addressOf } = await publication.tab();
  const blocked = await blockRequests(page, "**/search-page-*.js");
  await page.goto(addressOf("search/?q=brent&sort=newest&section=politics"), { waitUntil: "commit" });
  await page.locator(".filter-choice", { hasText: "Market Data" }).click();
  await page.locator("#filter_year").selectOption("2026");
  await blocked.release();
  await page.waitForURL(addressOf("search/?q=brent&section=market-data&from=2026-01&to=2026-12&sort=newest"));
  await cards(page).first().waitFor();
});

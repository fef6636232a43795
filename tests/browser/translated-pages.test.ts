import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { shownChart } from "./chart-measures.ts";
import { FORMSPREE, formFor, READER, respond } from "./newsletter-form.tsx";
import { offlineVisits } from "./offline-visit.ts";
import { NEWEST_STORY, STORY } from "./page-kinds.ts";
import { translatePages, untranslatedTexts } from "./translation.ts";
import { type Publication, servePublication } from "./visit.ts";

const publication = servePublication();
const openOffline = offlineVisits();

type Step = readonly [what: string, act: (page: Page) => Promise<unknown>];

const panel = (page: Page) => page.locator("#take_along");
const press = (page: Page, name: string) => panel(page).getByRole("button", { name, exact: true }).click();
const heading = (page: Page, text: string) => panel(page).getByRole("heading", { level: 3, name: text }).waitFor();

const DOWNLOAD: readonly Step[] = [
  ["another scope", (page) => panel(page).getByRole("combobox").selectOption("year:2023")],
  ["no pictures", (page) => panel(page).getByRole("checkbox").uncheck()],
  [
    "a download",
    async (page) => {
      await press(page, "Download");
      await heading(page, "Saved on this device: 2023, without pictures");
    },
  ],
  ["another choice", (page) => panel(page).getByText("Download something else").click()],
  ["its scope", (page) => panel(page).getByRole("combobox").selectOption("everything")],
  [
    "no download",
    async (page) => {
      await press(page, "Remove download");
      await panel(page).getByText("Download removed.").waitFor({ state: "attached" });
    },
  ],
];

it("the translated offline page shows and announces what is downloaded, as one that is not translated", async () => {
  const [plain, translated] = [await openOffline(), await openOffline()];
  const exceptions: string[] = [];
  translated.page.on("pageerror", ({ message }) => exceptions.push(message));
  await translatePages(translated.page);
  for (const { page, goTo } of [plain, translated]) {
    await goTo("/offline/");
    await panel(page).getByRole("combobox").waitFor();
  }
  for (const [what, act] of [["the choice", async () => {}] as Step, ...DOWNLOAD]) {
    for (const { page } of [plain, translated]) await act(page);
    // Both pages are loaded at slightly different times.
    const textOf = async (page: Page) => (await panel(page).textContent())?.replace(/Saved on .*?at \d\d:\d\d/, "");
    await expect.poll(() => textOf(translated.page), { message: what }).toBe(await textOf(plain.page));
    expect(await untranslatedTexts(translated.page), what).toEqual([]);
  }
  expect(exceptions).toEqual([]);
});

it("a translated story shows its match, and loses its highlights when cleared", async () => {
  const { page, goTo, troubles } = await publication.tab();
  await translatePages(page);
  await goTo(`${STORY}?mark=israel+1974`);
  const status = page.locator(".marks-status");
  await expect.poll(() => status.textContent()).toMatch(/^\d+ matches for “Israel”, “1974”$/);
  const count = Number.parseInt((await status.textContent()) ?? "", 10);
  for (const match of [1, 2]) {
    await page.getByRole("button", { name: "Next match" }).click();
    expect(await status.textContent()).toBe(`Match ${match} of ${count} for “Israel”, “1974”`);
    expect(await page.locator("mark[aria-current]").count()).toBe(1);
  }
  await page.getByRole("button", { name: "Clear highlights" }).click();
  const cleared = await page.locator(".story").textContent();
  expect(await page.locator("mark, .marks").count()).toBe(0);
  await goTo(STORY);
  expect(cleared).toBe(await page.locator(".story").textContent());
  expect(troubles).toEqual([]);
});

it("a translated chart reads out its figures in the language of the publication", async () => {
  const { page, goTo } = await publication.tab();
  await translatePages(page);
  await goTo("market-data/brent/");
  const chart = shownChart(page);
  const [slider, readout] = [chart.getByRole("slider"), chart.locator(".chart-reading")];
  await slider.press("Home");
  await expect.poll(() => readout.textContent()).toMatch(/^June 2023: 74\.\d+ US dollars a barrel$/);
  await slider.press("ArrowRight");
  expect(await readout.textContent()).toMatch(/^July 2023: 80\.\d+ US dollars a barrel$/);
  expect(await slider.getAttribute("aria-valuetext")).toBe(await readout.textContent());
});

it("a translated table is sorted", async () => {
  const { page, goTo } = await publication.tab();
  await translatePages(page);
  await goTo("market-data/");
  const table = page.getByRole("table", { name: "Currencies" });
  const names = () => table.locator("tbody th a").allTextContents();
  const published = await names();
  await table.getByRole("button", { name: "Series" }).click();
  expect(await names()).toEqual(published.toSorted((a, b) => a.localeCompare(b)));
  expect(await table.locator("thead").textContent()).toContain("Latest");
});

it("a translated relative time is updated when it changes, and not written again until then", async () => {
  const { page, goTo } = await publication.visit();
  await translatePages(page);
  await page.clock.install({ time: NEWEST_STORY.published });
  await page.clock.pauseAt(NEWEST_STORY.published + 59 * 60_000);
  await goTo(NEWEST_STORY.path);
  const date = page.locator(".story time[data-relative]");
  expect(await date.textContent()).toBe("59 minutes ago");
  await page.clock.runFor(60_000);
  expect(await date.textContent()).toBe("1 hour ago");
  const translation = await date.locator("font").first().elementHandle();
  await page.clock.runFor(60_000);
  expect(
    await date
      .locator("font")
      .first()
      .evaluate((font, before) => font === before, translation),
  ).toBe(true);
});

it("a translated newsletter form reports what happens", async () => {
  const translated: Publication = {
    ...publication,
    visit: async (options) => {
      const visit = await publication.visit(options);
      await translatePages(visit.page);
      return visit;
    },
  };
  let code = 500;
  const { email, button, state } = await formFor(translated, FORMSPREE, (route) => respond(route, code));
  await email.fill(READER);
  await button.click();
  await expect.poll(() => state.textContent()).toMatch(/^Something went wrong\. Check your connection and try again\.$/);
  code = 200;
  await button.click();
  await expect.poll(() => state.textContent()).toMatch(/^Thank you\. Your address has been sent to our newsletter provider\.$/);
});

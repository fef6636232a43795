import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import type { EditionScope, EditionScopes } from "../../src/formats/offline/scopes.ts";
import { axeViolations } from "./axe.ts";
import { type OfflineVisit, offlineVisits, waitForWorker } from "./offline-visit.ts";
import { STORY } from "./page-kinds.ts";
import { servePublication } from "./visit.ts";

const PANEL = "#take_along";
const YEAR = "year:2023";
const PAGE = "/news/offline/";

const scopes: EditionScopes = JSON.parse(shipped("offline/parts.json"));
const STORIES_OF_2023 = Object.keys(JSON.parse(shipped("offline/stories.json"))).filter((path) => path.startsWith("2023/"));
const open = offlineVisits(["/news/"]);
const publication = servePublication("/news/");

function shipped(path: string): string {
  return readFileSync(join(inject("siteFolder"), path), "utf8");
}

/** The lists of an edition that differs from the shipped one in its fingerprint and date only. */
function newerLists(fingerprint: string): ReadonlyMap<string, string> {
  const list = JSON.stringify({ ...scopes, fingerprint, date: "2026-11-20T08:00:00-05:00" });
  const manifest = JSON.parse(shipped("edition.json"));
  manifest.files["offline/parts.json"] = [createHash("sha256").update(list).digest("hex"), Buffer.byteLength(list)];
  return new Map([
    ["offline/parts.json", list],
    ["edition.json", JSON.stringify(manifest)],
  ]);
}

const formatMegabytes = (bytes: number): string => `${Math.max(0.1, Math.round(bytes / 1e5) / 10)} MB`;
const stories = (count: number): string => (count === 1 ? "1 story" : `${count} stories`);
const scopeOf = (id: string): EditionScope => {
  const scope = scopes.parts.find((each) => each.id === id);
  if (!scope) throw new Error(`The shipped edition has no scope ${id}.`);
  return scope;
};

const choiceIn = (panel: Locator): Locator => panel.getByRole("combobox", { name: "Choose what to download" });
const press = (panel: Locator, name: string): Promise<void> => panel.getByRole("button", { name, exact: true }).click();
const headingOf = (panel: Locator): Promise<string> => panel.locator("h3").first().innerText();
const focused = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.textContent ?? undefined);

interface OpenPage extends OfflineVisit {
  readonly panel: Locator;
  readonly exceptions: readonly string[];
}

/** The offline page, with its download panel. */
async function openPage(): Promise<OpenPage> {
  const visit = await open();
  const exceptions: string[] = [];
  visit.page.on("pageerror", ({ message }) => exceptions.push(message));
  await visit.goTo(PAGE);
  const panel = visit.page.locator(PANEL);
  await choiceIn(panel).waitFor();
  return { ...visit, panel, exceptions };
}

/** Delays stories, so that a test sees the download running. */
function delayStories({ network }: OfflineVisit): void {
  network.simulate((path) => (/^\/news\/\d{4}\/\d{2}\/\d{2}\/./.test(path) ? { delayMs: 20_000 } : undefined));
}

async function startDownload(panel: Locator, scope: string, pictures = true): Promise<void> {
  await choiceIn(panel).selectOption(scope);
  await panel.getByRole("checkbox").setChecked(pictures);
  await press(panel, "Download");
}

async function download2023(visit: OpenPage): Promise<void> {
  await startDownload(visit.panel, YEAR);
  await expect.poll(() => headingOf(visit.panel)).toBe("Saved on this device: 2023, with pictures");
}

describe("the download panel", () => {
  it("shows the exact size of every scope, with pictures and without", async () => {
    const { panel } = await openPage();
    expect(await choiceIn(panel).locator("option").count()).toBe(scopes.parts.length);
    for (const scope of scopes.parts) {
      await choiceIn(panel).selectOption(scope.id);
      for (const pictures of [true, false]) {
        await panel.getByRole("checkbox").setChecked(pictures);
        const bytes = scope.bytes + (pictures ? scope.pictureBytes : 0);
        expect(await panel.locator("form p").textContent()).toBe(
          `${stories(scope.stories)}, ${formatMegabytes(bytes)} on this device.`,
        );
      }
    }
  });

  it("explains itself without scripts, and has no controls then", async () => {
    const { page, goTo } = await publication.visit({ javaScriptEnabled: false });
    await goTo("offline/");
    expect(await page.locator(`${PANEL} > p`).isVisible()).toBe(true);
    expect(await page.locator(`${PANEL} :is(form, button, select)`).count()).toBe(0);
  });

  it.each([
    [
      "on a connection that is not secure",
      () => Object.defineProperty(globalThis, "isSecureContext", { value: false }),
      "secure",
    ],
    ["in a browser without service workers", () => Reflect.deleteProperty(Navigator.prototype, "serviceWorker"), "out of date"],
  ])("explains why it does not work %s", async (_, breakBrowser, words) => {
    const { page, goTo, troubles } = await publication.visit();
    await page.addInitScript(breakBrowser);
    await goTo("offline/");
    await expect.poll(() => page.locator(`${PANEL} > div`).textContent()).toContain(words);
    expect(await page.locator(`${PANEL} :is(form, button)`).count()).toBe(0);
    expect(troubles).toEqual([]);
  });

  it("needs a connection, and loads the scopes again", async () => {
    const visit = await open();
    visit.network.simulate((path) => (path === "/news/offline/parts.json" ? { disconnect: true } : undefined));
    await visit.goTo(PAGE);
    const panel = visit.page.locator(PANEL);
    await panel.getByText("to see what you can download").waitFor();
    visit.network.simulate(() => undefined);
    await press(panel, "Try again");
    await choiceIn(panel).waitFor();
  });
});

describe("a download", () => {
  it("stores the scope, shows what is stored, keeps the focus, and is deleted with one click, alone or with all cached pages", async () => {
    const visit = await openPage();
    const { page, panel } = visit;
    await download2023(visit);
    const { bytes, pictureBytes, stories: count } = scopeOf(YEAR);
    const summary = (await panel.locator("section p").first().textContent()) ?? "";
    expect(summary).toContain(`Edition of 19 November 2026 · ${stories(count)} · ${formatMegabytes(bytes + pictureBytes)}`);
    expect(summary).toMatch(/Saved on \d+ \w+ \d{4} at \d{2}:\d{2}/);
    expect(await panel.getByRole("status").textContent()).toBe("2023 is saved on this device.");
    expect(await focused(page)).toBe("Saved on this device: 2023, with pictures");
    expect(await axeViolations(page)).toEqual([]);
    await press(panel, "Remove download");
    await choiceIn(panel).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("take_along_part");
    expect(await panel.locator("section").count()).toBe(0);

    await download2023(visit);
    await visit.goTo(PAGE);
    await expect.poll(() => headingOf(panel)).toBe("Saved on this device: 2023, with pictures");
    await press(page.locator("#kept_pages"), "Delete saved pages");
    await choiceIn(panel).waitFor();
    const root = `${visit.network.origin}/news/`;
    const left = await page.evaluate(() => caches.keys());
    expect(left.filter((name) => name.startsWith(root))).toEqual([]);
    await visit.goTo(PAGE);
    await choiceIn(panel).waitFor();
    expect(await panel.locator("section").count()).toBe(0);
    expect(visit.exceptions).toEqual([]);
  });

  it("shows its progress, pauses, waits for the network, and resumes in another window", async () => {
    const visit = await openPage();
    const { page, panel, network } = visit;
    delayStories(visit);
    await startDownload(panel, YEAR, false);
    const figures = panel.getByText(/^\d+\.\d of \d+\.\d MB, 0 of 3 stories$/);
    await figures.waitFor();
    expect(await panel.getByRole("progressbar", { name: "Downloading: 2023, without pictures" }).count()).toBe(1);
    expect(await axeViolations(page)).toEqual([]);
    await press(panel, "Pause");
    await expect.poll(() => headingOf(panel)).toBe("Paused: 2023, without pictures");
    expect(await focused(page)).toBe("Resume");
    network.simulate(() => ({ disconnect: true }));
    await press(panel, "Resume");
    await panel.getByText("You’re offline").first().waitFor();
    expect(await panel.getByRole("status").textContent()).toBe("You’re offline. Download resumes when you reconnect.");
    network.simulate(() => undefined);
    await page.close();
    const other = await page.context().newPage();
    await other.goto(network.origin + PAGE);
    await expect
      .poll(() => headingOf(other.locator(PANEL)), { timeout: 20_000 })
      .toBe("Saved on this device: 2023, without pictures");
  });

  it("is cancelled, and nothing of it is stored", async () => {
    const visit = await openPage();
    delayStories(visit);
    await startDownload(visit.panel, YEAR);
    await visit.panel.getByText(/of 3 stories/).waitFor();
    await press(visit.panel, "Cancel");
    await choiceIn(visit.panel).waitFor();
    expect(await visit.panel.locator("section").count()).toBe(0);
    await expect.poll(() => visit.panel.getByRole("status").textContent()).toBe("Cancelled.");
  });

  it("shows which edition another scope replaces, and that the same scope is stored", async () => {
    const visit = await openPage();
    const { panel } = visit;
    await download2023(visit);
    await panel.getByText("Download something else").click();
    expect(await panel.locator("form p").textContent()).toBe("Already saved on this device.");
    await choiceIn(panel).selectOption("section:politics");
    const { bytes, pictureBytes, stories: count } = scopeOf("section:politics");
    const size = `${stories(count)}, ${formatMegabytes(bytes + pictureBytes)} on this device`;
    expect(await panel.locator("form p").textContent()).toBe(`${size}, replacing 2023.`);
    await press(panel, "Download");
    await expect.poll(() => headingOf(panel), { timeout: 20_000 }).toBe("Saved on this device: Politics, with pictures");
  });
});

describe("a failed download", () => {
  it("names the file that the host refuses, can be retried, and can be discarded", async () => {
    const visit = await openPage();
    const { page, panel, network } = visit;
    const [story = ""] = STORIES_OF_2023;
    const refuse = (): void =>
      network.simulate((path) => (path === `/news/${story}` ? { answer: { status: 404, headers: {}, body: "" } } : undefined));
    refuse();
    await startDownload(panel, YEAR);
    await expect.poll(() => headingOf(panel)).toBe("Download failed: 2023, with pictures");
    expect(await panel.locator("section p").first().textContent()).toContain(`${story}index.html (status 404).`);
    expect(await panel.getByRole("status").textContent()).toContain("(status 404)");
    expect(await focused(page)).toBe("Download failed: 2023, with pictures");
    await press(panel, "Try again");
    await expect.poll(() => headingOf(panel)).toBe("Download failed: 2023, with pictures");
    await press(panel, "Discard");
    await choiceIn(panel).waitFor();
  });
});

it("a reader downloads an edition by keyboard from the footer of a story, and Esc leads back there", async () => {
  const visit = await open();
  const { page } = visit;
  await visit.goTo(`/news/${STORY}`);
  const link = page.getByRole("contentinfo").getByRole("link", { name: "Save for offline" });
  expect(await link.evaluate((element: HTMLAnchorElement) => element.href)).toBe(`${visit.network.origin}${PAGE}#take_along`);
  await link.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Save for offline" });
  await choiceIn(dialog).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.type("2023");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  expect(await dialog.locator("form p").textContent()).toContain(formatMegabytes(scopeOf(YEAR).bytes));
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect.poll(() => headingOf(dialog)).toBe("Saved on this device: 2023, without pictures");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  expect(await focused(page)).toBe("Save for offline");
});

describe("a newer edition", () => {
  const BAR = ".edition-bar";

  /** Deploys another edition, which differs in its fingerprint and date only. */
  function publish({ network }: OfflineVisit, fingerprint: string): void {
    const lists = newerLists(fingerprint);
    network.simulate((path) => {
      const body = lists.get(path.replace("/news/", ""));
      return body === undefined ? undefined : { answer: { status: 200, headers: { "Content-Type": "application/json" }, body } };
    });
  }

  /** A device with an older edition, and a page that has just been opened. */
  async function withOlder(path: string): Promise<OpenPage> {
    const visit = await openPage();
    await download2023(visit);
    publish(visit, "newer");
    await visit.goTo(path);
    return visit;
  }

  it("is offered in a bar until it is declined; the next one is offered again, updates the device, and reloads nothing by itself", async () => {
    const visit = await withOlder(`/news/${STORY}`);
    const { page } = visit;
    await waitForWorker(visit);
    const bar = page.locator(BAR);
    await bar.getByText("A new edition is available.").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await press(bar, "Not now");
    expect(await bar.count()).toBe(0);
    await visit.goTo(`/news/${STORY}`);
    const requestCount = visit.network.requested.length;
    await waitForWorker(visit);
    await expect.poll(() => visit.network.requested.slice(requestCount)).toContain("/news/offline/parts.json");
    expect(await bar.count()).toBe(0);

    publish(visit, "newest");
    await visit.goTo(`/news/${STORY}`);
    await waitForWorker(visit);
    await bar.getByRole("button", { name: "Update" }).waitFor();
    await page.evaluate(() => Object.assign(globalThis, { isSame: true }));
    await press(bar, "Update");
    await bar.getByText("Updated to the edition of 20 November 2026.").waitFor();
    expect(await bar.getByRole("button").allInnerTexts()).toEqual(["Close"]);
    expect(await focused(page)).toBe("Updated to the edition of 20 November 2026.");
    expect(await page.evaluate(() => "isSame" in globalThis)).toBe(true);
  });

  it("offers to reload a page that comes from the stored edition", async () => {
    const visit = await withOlder(PAGE);
    const { page, network } = visit;
    await waitForWorker(visit);
    network.simulate(() => ({ disconnect: true }));
    const [story = ""] = STORIES_OF_2023;
    await visit.goTo(`/news/${story}`);
    const age = page.locator(".page-age a");
    await age.waitFor();
    expect(await page.locator(".page-age").textContent()).toBe(
      "The site did not respond: reading the edition of 19 November 2026, saved on this device. Read offline",
    );
    publish(visit, "newer");
    await waitForWorker(visit);
    await press(page.locator(BAR), "Update");
    await page.locator(BAR).getByText("Updated to the edition of 20 November 2026.").waitFor();
    expect(await page.locator(".page-age").count()).toBe(1);
    await press(page.locator(BAR), "Reload");
    await expect.poll(() => page.locator(".page-age").count()).toBe(0);
  });
});

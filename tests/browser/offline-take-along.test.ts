import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import type { EditionPart, EditionParts } from "../../src/formats/offline/scopes.ts";
import { faultsInEveryLook } from "./axe.ts";
import { keptReading, type Reading, stayUntilKept } from "./kept-reading.ts";
import { STORY } from "./page-kinds.ts";
import { servePublication } from "./visit.ts";

const PLACE = "#take_along";
const YEAR = "year:2023";
const PAGE = "/news/offline/";

const parts: EditionParts = JSON.parse(shipped("offline/parts.json"));
const STORIES_OF_2023 = Object.keys(JSON.parse(shipped("offline/stories.json"))).filter((path) => path.startsWith("2023/"));
const open = keptReading(["/news/"]);
const publication = servePublication("/news/");

function shipped(path: string): string {
  return readFileSync(join(inject("siteFolder"), path), "utf8");
}

/** The lists of an edition that differs from the shipped one in its name alone, and in its date, which is the next day. */
function newerLists(fingerprint: string): ReadonlyMap<string, string> {
  const list = JSON.stringify({ ...parts, fingerprint, date: "2026-11-20T08:00:00-05:00" });
  const manifest = JSON.parse(shipped("edition.json"));
  manifest.files["offline/parts.json"] = [createHash("sha256").update(list).digest("hex"), Buffer.byteLength(list)];
  return new Map([
    ["offline/parts.json", list],
    ["edition.json", JSON.stringify(manifest)],
  ]);
}

const megabytes = (bytes: number): string => `${Math.max(0.1, Math.round(bytes / 1e5) / 10)} MB`;
const stories = (count: number): string => (count === 1 ? "1 story" : `${count} stories`);
const partOf = (id: string): EditionPart => {
  const part = parts.parts.find((each) => each.id === id);
  if (!part) throw new Error(`The shipped edition has no part ${id}.`);
  return part;
};

const choiceIn = (place: Locator): Locator => place.getByRole("combobox", { name: "What to take along" });
const press = (place: Locator, name: string): Promise<void> => place.getByRole("button", { name, exact: true }).click();
const headingOf = (place: Locator): Promise<string> => place.locator("h3").first().innerText();
const focused = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.textContent ?? undefined);

interface OpenPage extends Reading {
  readonly place: Locator;
  readonly exceptions: readonly string[];
}

/** The page on reading offline, with what there is to take along. */
async function openPage(): Promise<OpenPage> {
  const reading = await open();
  const exceptions: string[] = [];
  reading.page.on("pageerror", ({ message }) => exceptions.push(message));
  await reading.goTo(PAGE);
  const place = reading.page.locator(PLACE);
  await choiceIn(place).waitFor();
  return { ...reading, place, exceptions };
}

/** Stories are on their way for so long that a test sees it. */
function holdUpStories({ line }: Reading): void {
  line.suffer((path) => (/^\/news\/\d{4}\/\d{2}\/\d{2}\/./.test(path) ? { delayMs: 20_000 } : undefined));
}

async function take(place: Locator, part: string, pictures = true): Promise<void> {
  await choiceIn(place).selectOption(part);
  await place.getByRole("checkbox").setChecked(pictures);
  await press(place, "Take it along");
}

async function takeWhole(reading: OpenPage): Promise<void> {
  await take(reading.place, YEAR);
  await expect.poll(() => headingOf(reading.place)).toBe("On this device: 2023, with pictures");
}

describe("what can be taken along", () => {
  it("is told with its exact size, with pictures and without", async () => {
    const { place } = await openPage();
    expect(await choiceIn(place).locator("option").count()).toBe(parts.parts.length);
    for (const part of parts.parts) {
      await choiceIn(place).selectOption(part.id);
      for (const pictures of [true, false]) {
        await place.getByRole("checkbox").setChecked(pictures);
        const bytes = part.bytes + (pictures ? part.pictureBytes : 0);
        expect(await place.locator("form p").textContent()).toBe(`${stories(part.stories)}, ${megabytes(bytes)} on this device.`);
      }
    }
  });

  it("has words for those without scripts, and nothing that would need them", async () => {
    const { page, goTo } = await publication.visit({ javaScriptEnabled: false });
    await goTo("offline/");
    expect(await page.locator(`${PLACE} > p`).isVisible()).toBe(true);
    expect(await page.locator(`${PLACE} :is(form, button, select)`).count()).toBe(0);
  });

  it.each([
    [
      "on a connection that is not secure",
      () => Object.defineProperty(globalThis, "isSecureContext", { value: false }),
      "secure",
    ],
    ["in a browser without service workers", () => Reflect.deleteProperty(Navigator.prototype, "serviceWorker"), "an old one"],
  ])("is nothing %s, which is told", async (_, cripple, words) => {
    const { page, goTo, troubles } = await publication.visit();
    await page.addInitScript(cripple);
    await goTo("offline/");
    await expect.poll(() => page.locator(`${PLACE} > div`).textContent()).toContain(words);
    expect(await page.locator(`${PLACE} :is(form, button)`).count()).toBe(0);
    expect(troubles).toEqual([]);
  });

  it("needs a connection to be told, and is asked for again", async () => {
    const reading = await open();
    reading.line.suffer((path) => (path === "/news/offline/parts.json" ? { cut: true } : undefined));
    await reading.goTo(PAGE);
    const place = reading.page.locator(PLACE);
    await place.getByText("can be told with a connection only").waitFor();
    reading.line.suffer(() => undefined);
    await press(place, "Ask again");
    await choiceIn(place).waitFor();
  });
});

describe("taking along", () => {
  it("keeps the part, says what the device holds, and deletes it at one press, without losing the focus", async () => {
    const reading = await openPage();
    const { page, place } = reading;
    await takeWhole(reading);
    const { bytes, pictureBytes, stories: count } = partOf(YEAR);
    const told = (await place.locator("section p").first().textContent()) ?? "";
    expect(told).toContain(`Edition of 19 November 2026 · ${stories(count)} · ${megabytes(bytes + pictureBytes)}`);
    expect(told).toMatch(/Kept on \d+ \w+ \d{4} at \d{2}:\d{2}/);
    expect(await place.getByRole("status").textContent()).toBe("2023 is on this device now.");
    expect(await focused(page)).toBe("On this device: 2023, with pictures");
    expect(await faultsInEveryLook(page)).toEqual([]);
    await press(place, "Delete this edition");
    await choiceIn(place).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("take_along_part");
    await reading.goTo(PAGE);
    await choiceIn(place).waitFor();
    expect(await place.locator("section").count()).toBe(0);
    expect(reading.exceptions).toEqual([]);
  });

  it("leaves nothing where all that is kept is deleted, the edition too", async () => {
    const reading = await openPage();
    const { page, place } = reading;
    await takeWhole(reading);
    await reading.goTo(PAGE);
    await expect.poll(() => headingOf(place)).toBe("On this device: 2023, with pictures");
    await press(page.locator("#kept_pages"), "Delete what is kept");
    await choiceIn(place).waitFor();
    const root = `${reading.line.origin}/news/`;
    const left = await page.evaluate(() => caches.keys());
    expect(left.filter((name) => name.startsWith(root))).toEqual([]);
    await reading.goTo(PAGE);
    await choiceIn(place).waitFor();
    expect(await place.locator("section").count()).toBe(0);
  });

  it("shows how far it is, pauses, goes on where it was in another window, and waits for a lost line", async () => {
    const reading = await openPage();
    const { page, place, line } = reading;
    holdUpStories(reading);
    await take(place, YEAR, false);
    const figures = place.getByText(/^\d+\.\d of \d+\.\d MB, 0 of 3 stories$/);
    await figures.waitFor();
    expect(await place.getByRole("progressbar", { name: "Taking along: 2023, without pictures" }).count()).toBe(1);
    expect(await faultsInEveryLook(page)).toEqual([]);
    await press(place, "Pause");
    await expect.poll(() => headingOf(place)).toBe("Paused: 2023, without pictures");
    expect(await focused(page)).toBe("Resume");
    line.suffer(() => ({ cut: true }));
    await press(place, "Resume");
    await place.getByText("The line is lost").first().waitFor();
    expect(await place.getByRole("status").textContent()).toBe("The line is lost. It goes on by itself.");
    line.suffer(() => undefined);
    await page.close();
    const other = await page.context().newPage();
    await other.goto(line.origin + PAGE);
    await expect.poll(() => headingOf(other.locator(PLACE)), { timeout: 20_000 }).toBe("On this device: 2023, without pictures");
  });

  it("is given up by Cancel, and nothing of it is kept", async () => {
    const reading = await openPage();
    holdUpStories(reading);
    await take(reading.place, YEAR);
    await reading.place.getByText(/of 3 stories/).waitFor();
    await press(reading.place, "Cancel");
    await choiceIn(reading.place).waitFor();
    expect(await reading.place.locator("section").count()).toBe(0);
    await expect.poll(() => reading.place.getByRole("status").textContent()).toBe("Cancelled.");
  });

  it("says which edition another part takes the place of, and that the same part is there", async () => {
    const reading = await openPage();
    const { place } = reading;
    await takeWhole(reading);
    await place.getByText("Take another part along").click();
    expect(await place.locator("form p").textContent()).toBe("This is what is on this device.");
    await choiceIn(place).selectOption("section:politics");
    const { bytes, pictureBytes, stories: count } = partOf("section:politics");
    const size = `${stories(count)}, ${megabytes(bytes + pictureBytes)} on this device`;
    expect(await place.locator("form p").textContent()).toBe(`${size}, in the place of 2023.`);
    await press(place, "Take it along");
    await expect.poll(() => headingOf(place), { timeout: 20_000 }).toBe("On this device: Politics, with pictures");
  });
});

describe("a save that cannot go on", () => {
  it("names the file that the host refuses, tries again when asked, and can be discarded", async () => {
    const reading = await openPage();
    const { page, place, line } = reading;
    const [story = ""] = STORIES_OF_2023;
    const refuse = (): void =>
      line.suffer((path) => (path === `/news/${story}` ? { answer: { status: 404, headers: {}, body: "" } } : undefined));
    refuse();
    await take(place, YEAR);
    await expect.poll(() => headingOf(place)).toBe("Stopped: 2023, with pictures");
    expect(await place.locator("section p").first().textContent()).toContain(`${story}index.html (status 404).`);
    expect(await place.getByRole("status").textContent()).toContain("(status 404)");
    expect(await focused(page)).toBe("Stopped: 2023, with pictures");
    await press(place, "Try again");
    await expect.poll(() => headingOf(place)).toBe("Stopped: 2023, with pictures");
    await press(place, "Discard");
    await choiceIn(place).waitFor();
    line.suffer(() => undefined);
    await takeWhole(reading);
  });

  it("for want of room says how much is needed and what can be done", async () => {
    const reading = await open();
    await reading.page.addInitScript(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (...given) {
        if (this.name === "files") throw new DOMException("full", "QuotaExceededError");
        return put.apply(this, given);
      };
    });
    await reading.goTo(PAGE);
    const place = reading.page.locator(PLACE);
    await take(place, YEAR);
    await place.getByText("There is not enough room").first().waitFor();
    expect(await place.locator("section p").first().textContent()).toMatch(/\d MB are needed, .*Free some space and try again/);
  });
});

it("a reader takes an edition along by keyboard alone from the foot of a story, and Esc leads back there", async () => {
  const reading = await open();
  const { page } = reading;
  await reading.goTo(`/news/${STORY}`);
  const link = page.getByRole("contentinfo").getByRole("link", { name: "Take it along" });
  expect(await link.evaluate((element: HTMLAnchorElement) => element.href)).toBe(`${reading.line.origin}${PAGE}#take_along`);
  await link.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Take it along" });
  await choiceIn(dialog).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.type("2023");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  expect(await dialog.locator("form p").textContent()).toContain(megabytes(partOf(YEAR).bytes));
  expect(await faultsInEveryLook(page)).toEqual([]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect.poll(() => headingOf(dialog)).toBe("On this device: 2023, without pictures");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  expect(await focused(page)).toBe("Take it along");
});

describe("a newer edition", () => {
  const BAR = ".edition-bar";

  /** Puts up another edition, which differs in its name alone. */
  function publish({ line }: Reading, fingerprint: string): void {
    const lists = newerLists(fingerprint);
    line.suffer((path) => {
      const body = lists.get(path.replace("/news/", ""));
      return body === undefined ? undefined : { answer: { status: 200, headers: { "Content-Type": "application/json" }, body } };
    });
  }

  /** A device that holds an older edition, and a page that has just been opened. */
  async function withOlder(path: string): Promise<OpenPage> {
    const reading = await openPage();
    await takeWhole(reading);
    publish(reading, "newer");
    await reading.goTo(path);
    return reading;
  }

  it("is offered in a bar, updates what is kept when asked, and reloads nothing by itself", async () => {
    const reading = await withOlder(`/news/${STORY}`);
    const { page } = reading;
    await stayUntilKept(reading);
    const bar = page.locator(BAR);
    await bar.getByText("A newer edition than the one on this device is ready.").waitFor();
    expect(await faultsInEveryLook(page)).toEqual([]);
    await page.evaluate(() => Object.assign(globalThis, { isSame: true }));
    await press(bar, "Update");
    await bar.getByText("The edition on this device is of 20 November 2026 now.").waitFor();
    expect(await bar.getByRole("button").allInnerTexts()).toEqual(["Close"]);
    expect(await focused(page)).toBe("The edition on this device is of 20 November 2026 now.");
    expect(await page.evaluate(() => "isSame" in globalThis)).toBe(true);
  });

  it("updates a page that was made from the kept edition by a reload that is offered, not made", async () => {
    const reading = await withOlder(PAGE);
    const { page, line } = reading;
    await stayUntilKept(reading);
    line.suffer(() => ({ cut: true }));
    const [story = ""] = STORIES_OF_2023;
    await reading.goTo(`/news/${story}`);
    const age = page.locator(".page-age a");
    await age.waitFor();
    expect(await page.locator(".page-age").textContent()).toBe(
      "The network gave no answer: edition of 19 November 2026, taken along on this device. What can be read offline",
    );
    publish(reading, "newer");
    await stayUntilKept(reading);
    await press(page.locator(BAR), "Update");
    await page.locator(BAR).getByText("of 20 November 2026 now.").waitFor();
    expect(await page.locator(".page-age").count()).toBe(1);
    await press(page.locator(BAR), "Reload");
    await expect.poll(() => page.locator(".page-age").count()).toBe(0);
  });

  it("is not offered again once it was declined, and the next one is", async () => {
    const reading = await withOlder(`/news/${STORY}`);
    const { page } = reading;
    await stayUntilKept(reading);
    await press(page.locator(BAR), "Not now");
    expect(await page.locator(BAR).count()).toBe(0);
    await reading.goTo(`/news/${STORY}`);
    const asked = reading.line.asked.length;
    await stayUntilKept(reading);
    await expect.poll(() => reading.line.asked.slice(asked)).toContain("/news/offline/parts.json");
    expect(await page.locator(BAR).count()).toBe(0);
    publish(reading, "newest");
    await reading.goTo(`/news/${STORY}`);
    await stayUntilKept(reading);
    await page.locator(BAR).getByRole("button", { name: "Update" }).waitFor();
  });
});

import { describe, expect, inject, it } from "vitest";
import { readTree } from "../site/build-site.ts";
import { storedCount } from "./kept-edition.ts";
import { keptReading, type Reading, stayUntilKept } from "./kept-reading.ts";

const tree = readTree(inject("siteFolder"));

describe("a save in trouble", () => {
  const open = keptReading();
  const stories = Object.keys(JSON.parse(tree.get("offline/stories.json")?.toString() ?? "")).map((folder) => `/${folder}`);
  const [early = "", late = ""] = [stories[1], stories.at(-2)];
  const html = tree.get(`${early.slice(1)}index.html`)?.toString() ?? "";
  const answer = (status: number, body: string) => ({
    answer: { status, headers: { "Content-Type": "text/html; charset=utf-8" }, body },
  });

  /** Nothing of it is served, be it whole or not, and it is not said to be there. */
  async function expectNothingKept({ page, line, goTo }: Reading): Promise<void> {
    expect(await page.getByRole("heading", { name: /^On this device: / }).count()).toBe(0);
    line.suffer(() => ({ cut: true }));
    for (const path of [early, late]) {
      await goTo(path);
      expect(new URL(page.url()).pathname).toBe("/offline/");
    }
    line.suffer(() => undefined);
  }

  it("is told where a file is corrupted, missing, or a page of errors, and ends well once it is mended", async () => {
    const reading = await open();
    const { page, line, goTo } = reading;
    await goTo("/privacy/");
    await stayUntilKept(reading);
    const faults = [
      [early, answer(200, html.replace("</p>", " </p>")), /did not arrive as it was published/],
      [late, answer(404, "<h1>Not here</h1>"), /does not give .* \(status 404\)/],
      [late, answer(200, "<h1>Something went wrong</h1>"), /did not arrive as it was published/],
    ] as const;
    await goTo("/offline/");
    for (const [path, instead, words] of faults) {
      line.suffer((asked) => (asked === path ? instead : undefined));
      await page.getByRole("button", { name: "Take it along" }).click();
      await page.getByRole("heading", { name: /^Stopped/ }).waitFor();
      await expect.poll(() => page.getByRole("main").innerText()).toMatch(words);
      await expectNothingKept(reading);
      await goTo("/offline/");
      await page.getByRole("button", { name: "Discard" }).click();
      await page.getByRole("button", { name: "Take it along" }).waitFor();
    }
    await page.getByRole("button", { name: "Take it along" }).click();
    await page.getByRole("heading", { name: "On this device: Everything, with pictures" }).waitFor();
  });

  it.each([100_000, 1_000_000, 2_000_000])("is told where the device has room for no more than %i bytes", async (bytes) => {
    const reading = await open();
    const { page, line, goTo } = reading;
    await goTo("/privacy/");
    await stayUntilKept(reading);
    await goTo("/offline/");
    const devtools = await page.context().newCDPSession(page);
    // The browser goes on saying that there is room: that there is none is found in the middle.
    const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    await devtools.send("Storage.overrideQuotaForOrigin", { origin: line.origin, quotaSize: used + bytes });
    await page.getByRole("button", { name: "Take it along" }).click();
    await page.getByRole("heading", { name: /^Stopped/ }).waitFor();
    expect(await page.getByRole("main").innerText()).toContain("There is not enough room");
    expect(line.asked.length).toBeGreaterThan(5);
    expect(await storedCount(page, `${line.origin}/`)).toBe(0);
    await expectNothingKept(reading);
    await goTo("/offline/");
    await page.getByRole("button", { name: "Discard" }).click();
    await page.getByRole("button", { name: "Take it along" }).waitFor();
  });
});

import { describe, expect, inject, it } from "vitest";
import { readTree } from "../site/build-site.ts";
import { discard, downloadWithQuota, expectNothingStored } from "./failed-download.ts";
import { offlineVisits, waitForWorker } from "./offline-visit.ts";

const tree = readTree(inject("siteFolder"));
const stories = Object.keys(JSON.parse(tree.get("offline/stories.json")?.toString() ?? "")).map((folder) => `/${folder}`);
const ofYear = stories.filter((path) => path.startsWith("/2023/"));

describe("a failed download", () => {
  const open = offlineVisits();
  const [early = "", late = ""] = [ofYear[0], ofYear.at(-1)];
  const html = tree.get(`${early.slice(1)}index.html`)?.toString() ?? "";
  const answer = (status: number, body: string) => ({
    answer: { status, headers: { "Content-Type": "text/html; charset=utf-8" }, body },
  });

  it("explains whether a file is damaged, missing, or replaced by an error page, stores nothing, and succeeds later", async () => {
    const visit = await open();
    const { page, network, goTo } = visit;
    await goTo("/privacy/");
    await waitForWorker(visit);
    const download = async () => {
      await page.getByRole("combobox", { name: "Choose what to download" }).selectOption("year:2023");
      await page.getByRole("button", { name: "Download", exact: true }).click();
    };
    const failures = [
      [early, answer(200, html.replace("</p>", " </p>")), /was corrupted in transit/],
      [late, answer(404, "<h1>Not here</h1>"), /did not return .* \(status 404\)/],
      [late, answer(200, "<h1>Something went wrong</h1>"), /was corrupted in transit/],
    ] as const;
    await goTo("/offline/");
    for (const [path, failure, message] of failures) {
      network.simulate((requested) => (requested === path ? failure : undefined));
      await download();
      await page.getByRole("heading", { name: /^Download failed/ }).waitFor();
      await expect.poll(() => page.getByRole("main").innerText()).toMatch(message);
      await expectNothingStored(visit, [early, late]);
      await discard(visit);
    }
    await download();
    await page.getByRole("heading", { name: "Saved on this device: 2023, with pictures" }).waitFor();
  });

  it("explains that the disk is full, and leaves nothing", async () => {
    await downloadWithQuota(await open(), 1_000_000, [stories[1] ?? "", stories.at(-2) ?? ""]);
  });
});

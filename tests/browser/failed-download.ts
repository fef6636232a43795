import { expect } from "vitest";
import { type OfflineVisit, waitForWorker } from "./offline-visit.ts";
import { countStoredFiles } from "./stored-edition.ts";

/** Expects that no edition is shown as stored, and that no story of it opens offline. */
export async function expectNothingStored({ page, network, goTo }: OfflineVisit, stories: readonly string[]): Promise<void> {
  expect(await page.getByRole("heading", { name: /^Saved on this device: / }).count()).toBe(0);
  network.simulate(() => ({ disconnect: true }));
  for (const path of stories) {
    await goTo(path);
    expect(new URL(page.url()).pathname).toBe("/offline/");
  }
  network.simulate(() => undefined);
}

/** Discards a failed download on the offline page. */
export async function discard({ page, goTo }: OfflineVisit): Promise<void> {
  await goTo("/offline/");
  await page.getByRole("button", { name: "Discard" }).click();
  await page.getByRole("button", { name: "Download", exact: true }).waitFor();
}

/** Downloads everything with too little quota, which the browser does not announce, and expects that nothing is left of it. */
export async function downloadWithQuota(visit: OfflineVisit, bytes: number, stories: readonly string[]): Promise<void> {
  const { page, network, goTo } = visit;
  await goTo("/privacy/");
  await waitForWorker(visit);
  await goTo("/offline/");
  const devtools = await page.context().newCDPSession(page);
  const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  await devtools.send("Storage.overrideQuotaForOrigin", { origin: network.origin, quotaSize: used + bytes });
  await page.getByRole("button", { name: "Download", exact: true }).click();
  await page.getByRole("heading", { name: /^Download failed/ }).waitFor();
  expect(await page.getByRole("main").innerText()).toMatch(/Not enough storage: [\d.]+ MB needed, .*Free up space and try again/);
  expect(network.requested.length).toBeGreaterThan(5);
  expect(await countStoredFiles(page, `${network.origin}/`)).toBe(0);
  await expectNothingStored(visit, stories);
  await discard(visit);
}

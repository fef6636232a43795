import { describe, expect, inject, it, onTestFinished } from "vitest";
import { serveFolder } from "../../src/node/publish/hosts/serve-folder.ts";
import { shippedRules } from "../shipped-rules.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { startKillableBrowser } from "./killable-browser.ts";
import { openNetwork } from "./network.ts";
import { waitForWorker } from "./offline-visit.ts";

describe("a browser that installs the publication as an app", () => {
  it("finds a valid manifest, and opens the app and its shortcuts offline", async () => {
    const folder = inject("siteFolder");
    const server = await serveFolder(folder, 0, "/a/b/", shippedRules(folder));
    const network = await openNetwork([server]);
    // The private windows of other tests cannot install apps.
    const { page, kill } = await startKillableBrowser(temporaryFolder());
    onTestFinished(async () => {
      await kill();
      await Promise.all([network.close(), server.close()]);
    });
    await page.clock.install();
    await page.goto(`${network.origin}/a/b/`);
    await waitForWorker({ page });
    const devtools = await page.context().newCDPSession(page);
    const { errors, url } = await devtools.send("Page.getAppManifest");
    expect(errors).toEqual([]);
    expect(await devtools.send("Page.getInstallabilityErrors")).toEqual({ installabilityErrors: [] });
    const manifest = await page.evaluate((address) => fetch(address).then((response) => response.json()), url);
    const at = (address: string): string => new URL(address, url).href;
    expect(at(manifest.scope)).toBe(`${network.origin}/a/b/`);
    expect(manifest.icons.map(({ purpose }: { purpose: string }) => purpose)).toContain("maskable");
    network.simulate(() => ({ disconnect: true }));
    await page.goto(at(manifest.start_url));
    await expect.poll(() => page.locator(".page-age").innerText()).toMatch(/edition of/i);
    expect(manifest.shortcuts.length).toBeGreaterThan(3);
    for (const { url: shortcut } of manifest.shortcuts) {
      await page.goto(at(shortcut));
      expect(new URL(page.url()).pathname).toMatch(/^\/a\/b\/(?:search|offline)\/$/);
    }
  });
});

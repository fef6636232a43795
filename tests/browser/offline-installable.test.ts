import { describe, expect, inject, it, onTestFinished } from "vitest";
import { serveFolder } from "../../src/node/publish/hosts/serve-folder.ts";
import { shippedRules } from "../shipped-rules.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { stayUntilKept } from "./kept-reading.ts";
import { startKillableBrowser } from "./killable-browser.ts";
import { openLine } from "./line.ts";

describe("a browser that is asked to put the publication among the apps of a device", () => {
  it("finds all that it needs, and the app and its shortcuts open without a connection", async () => {
    const folder = inject("siteFolder");
    const server = await serveFolder(folder, 0, "/a/b/", shippedRules(folder));
    const line = await openLine([server]);
    // Private windows, as other tests have them, install nothing.
    const { page, kill } = await startKillableBrowser(temporaryFolder());
    onTestFinished(async () => {
      await kill();
      await Promise.all([line.close(), server.close()]);
    });
    await page.clock.install();
    await page.goto(`${line.origin}/a/b/`);
    await stayUntilKept({ page });
    const devtools = await page.context().newCDPSession(page);
    const { errors, url } = await devtools.send("Page.getAppManifest");
    expect(errors).toEqual([]);
    expect(await devtools.send("Page.getInstallabilityErrors")).toEqual({ installabilityErrors: [] });
    const manifest = await page.evaluate((address) => fetch(address).then((response) => response.json()), url);
    const at = (address: string): string => new URL(address, url).href;
    expect(at(manifest.scope)).toBe(`${line.origin}/a/b/`);
    expect(manifest.icons.map(({ purpose }: { purpose: string }) => purpose)).toContain("maskable");
    line.suffer(() => ({ cut: true }));
    await page.goto(at(manifest.start_url));
    await expect.poll(() => page.locator(".page-age").innerText()).toMatch(/edition of/i);
    expect(manifest.shortcuts.length).toBeGreaterThan(3);
    for (const { url: shortcut } of manifest.shortcuts) {
      await page.goto(at(shortcut));
      expect(new URL(page.url()).pathname).toMatch(/^\/a\/b\/(?:search|offline)\/$/);
    }
  });
});

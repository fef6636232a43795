import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { type FolderServer, serveFolder } from "../../src/node/publish/hosts/serve-folder.ts";
import { buildSite, writeTree } from "../site/build-site.ts";
import { temporaryFolder } from "../temporary-folder.ts";

let server: FolderServer;
let browser: Browser;

beforeAll(async () => {
  const folder = temporaryFolder();
  writeTree(folder, [
    ["content/authors.yaml", "{}"],
    ["content/topics.yaml", "{}"],
    ["content/redirects.yaml", "- { from: /old/name/, to: /politics/ }\n"],
  ]);
  const flags = ["--content", join(folder, "content"), "--markets", "tests/fixtures/no-markets", "--out", join(folder, "site")];
  expect(await buildSite(flags)).toMatchObject({ code: 0, stderr: "" });
  server = await serveFolder(join(folder, "site"), 0, "/a/b/");
  browser = await chromium.connect(inject("browserEndpoint"));
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

it.each([true, false])("a former address forwards by itself, below any folder, with scripts: %s", async (javaScriptEnabled) => {
  const context = await browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(`${server.address}old/name/`);
  await page.waitForURL(`${server.address}politics/`);
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Politics");
  await context.close();
});

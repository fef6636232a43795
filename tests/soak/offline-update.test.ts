import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { describe, expect, inject, it, onTestFinished } from "vitest";
import type { EditionManifest } from "../../src/formats/edition-manifest.ts";
import { serveFolder } from "../../src/node/publish/hosts/serve-folder.ts";
import { generateArchive } from "../bench/archive/generate-archive.ts";
import { openNetwork } from "../browser/network.ts";
import { readStoredEdition, storedFingerprint } from "../browser/stored-edition.ts";
import { shippedRules } from "../shipped-rules.ts";
import { buildSite } from "../site/build-site.ts";
import { temporaryFolder } from "../temporary-folder.ts";

/** More with the environment variable: `STORIES=2000`. */
const STORIES = Number(process.env.STORIES ?? 100);

describe("an update", () => {
  it(`of one story in ${STORIES} fetches the changed files and the manifest, and next to nothing else`, async () => {
    const { before, after, story } = await twoEditions();
    const changed = differing(before, after);
    expect(changed).toContain(story);
    const network = await openNetwork([await served(before)]);
    onTestFinished(() => network.close());
    const browser = await chromium.connect(inject("browserEndpoint"));
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    await page.goto(`${network.origin}/offline/`);
    const main = page.getByRole("main");
    await main.getByRole("button", { name: "Download", exact: true }).click();
    await main.getByText(/^Edition of/).waitFor({ timeout: 120_000 });
    const stored = await readStoredEdition(page, `${network.origin}/`);
    expect(stored?.files).toBeGreaterThan(STORIES);

    network.routeTo([await served(after)]);
    await page.goto(`${network.origin}/offline/`);
    await main.getByRole("button", { name: "Update" }).waitFor();
    const sentBefore = network.sentBytes();
    await main.getByRole("button", { name: "Update" }).click();
    await expect.poll(() => storedFingerprint(page, `${network.origin}/`)).not.toBe(stored?.fingerprint);
    const updated = await readStoredEdition(page, `${network.origin}/`);
    expect(updated).toMatchObject({ files: stored?.files, broken: [] });
    const files = manifestOf(after);
    const changedBytes = changed.reduce((sum, path) => sum + (files[path]?.[1] ?? 0), 0);
    const manifestBytes = readFileSync(join(after, "edition.json")).length;
    expect(network.sentBytes() - sentBefore).toBeGreaterThan(manifestBytes);
    expect(network.sentBytes() - sentBefore).toBeLessThanOrEqual((changedBytes + manifestBytes) * 1.05);
  });
});

/** Builds an archive twice, the second time with one more paragraph in one story. */
async function twoEditions() {
  const folder = temporaryFolder();
  const [before, after] = [join(folder, "before"), join(folder, "after")];
  const { contentFolder, asOf } = await generateArchive(STORIES, folder);
  const flags = ["--content", contentFolder, "--as-of", asOf];
  expect(await buildSite([...flags, "--out", before])).toMatchObject({ code: 0 });
  const story = Object.keys(JSON.parse(readFileSync(join(before, "offline/stories.json"), "utf8")))[STORIES / 2] ?? "";
  const [year, month, , slug] = story.split("/");
  const file = join(contentFolder, "articles", year ?? "", month ?? "", `${slug}.md`);
  writeFileSync(file, `${readFileSync(file, "utf8")}\nOne more paragraph.\n`);
  expect(await buildSite([...flags, "--out", after])).toMatchObject({ code: 0 });
  return { before, after, story: `${story}index.html` };
}

async function served(folder: string) {
  const server = await serveFolder(folder, 0, "/", shippedRules(folder));
  onTestFinished(() => server.close());
  return server;
}

function manifestOf(folder: string): EditionManifest["files"] {
  return JSON.parse(readFileSync(join(folder, "edition.json"), "utf8")).files;
}

/** The files of an edition that are new or changed. */
function differing(before: string, after: string): readonly string[] {
  const [older, newer] = [manifestOf(before), manifestOf(after)];
  return Object.keys(newer).filter((path) => newer[path]?.[0] !== older[path]?.[0]);
}

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { describe, expect, inject, it, onTestFinished } from "vitest";
import type { EditionManifest } from "../../src/formats/edition-manifest.ts";
import { serveFolder } from "../../src/node/publish/hosts/serve-folder.ts";
import { generateArchive } from "../bench/archive/generate-archive.ts";
import { shippedRules } from "../shipped-rules.ts";
import { buildSite } from "../site/build-site.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { heldEdition, heldFingerprint } from "./kept-edition.ts";
import { openLine } from "./line.ts";

/** The environment may ask for more: `STORIES=2000`. */
const STORIES = Number(process.env.STORIES ?? 100);

describe("an update", () => {
  it(`of one story in ${STORIES} fetches what has changed and the list of all files, and next to nothing else`, async () => {
    const { before, after, story } = await twoEditions();
    const changed = differing(before, after);
    expect(changed).toContain(story);
    const line = await openLine([await served(before)]);
    onTestFinished(() => line.close());
    const browser = await chromium.connect(inject("browserEndpoint"));
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    await page.goto(`${line.origin}/offline/`);
    const main = page.getByRole("main");
    await main.getByRole("button", { name: "Take it along" }).click();
    await main.getByText(/^Edition of/).waitFor({ timeout: 120_000 });
    const kept = await heldEdition(page, `${line.origin}/`);
    expect(kept?.files).toBeGreaterThan(STORIES);

    line.leadTo([await served(after)]);
    await page.goto(`${line.origin}/offline/`);
    await main.getByRole("button", { name: "Update" }).waitFor();
    const sentBefore = line.sentBytes();
    await main.getByRole("button", { name: "Update" }).click();
    await expect.poll(() => heldFingerprint(page, `${line.origin}/`)).not.toBe(kept?.fingerprint);
    const updated = await heldEdition(page, `${line.origin}/`);
    expect(updated).toMatchObject({ files: kept?.files, broken: [] });
    const files = manifestOf(after);
    const changedBytes = changed.reduce((sum, path) => sum + (files[path]?.[1] ?? 0), 0);
    const manifestBytes = readFileSync(join(after, "edition.json")).length;
    expect(line.sentBytes() - sentBefore).toBeGreaterThan(manifestBytes);
    expect(line.sentBytes() - sentBefore).toBeLessThanOrEqual((changedBytes + manifestBytes) * 1.05);
  });
});

/** Builds an archive twice, the second time with a word more in one story. */
async function twoEditions() {
  const folder = temporaryFolder();
  const [before, after] = [join(folder, "before"), join(folder, "after")];
  const { contentFolder, asOf } = await generateArchive(STORIES, folder);
  const flags = ["--content", contentFolder, "--as-of", asOf];
  expect(await buildSite([...flags, "--out", before])).toMatchObject({ code: 0 });
  const story = Object.keys(JSON.parse(readFileSync(join(before, "offline/stories.json"), "utf8")))[STORIES / 2] ?? "";
  const [year, month, , slug] = story.split("/");
  const written = join(contentFolder, "articles", year ?? "", month ?? "", `${slug}.md`);
  writeFileSync(written, `${readFileSync(written, "utf8")}\nOne more paragraph.\n`);
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

/** The files that are new in an edition, or others than before. */
function differing(before: string, after: string): readonly string[] {
  const [were, are] = [manifestOf(before), manifestOf(after)];
  return Object.keys(are).filter((path) => are[path]?.[0] !== were[path]?.[0]);
}

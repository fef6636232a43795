import sharp from "sharp";
import { expect, inject, it } from "vitest";
import { readTree } from "./build-site.ts";
import { readPages } from "./site-pages.ts";

const siteFolder = inject("siteFolder");
const files = [...readTree(siteFolder)].filter(([file]) => file.startsWith("pictures/share/"));
/** The file name of a card: its subject, a hash, its size. */
const NAME = /^pictures\/share\/([a-z0-9-]+)-[0-9a-f]{10}-(\d+)x(\d+)\.(?:jpg|png)$/;

it("every card has the size in its name, and is small enough for every platform", async () => {
  expect(files.length).toBeGreaterThan(100);
  for (const [file, bytes] of files) {
    const [, , width, height] = NAME.exec(file) ?? [];
    const decoded = await sharp(bytes).metadata();
    expect([decoded.width, decoded.height], file).toEqual([Number(width), Number(height)]);
    expect(bytes.length, file).toBeLessThan(150_000);
  }
});

it("every lead image has a card and crops in 16:9, 4:3 and 1:1, each 1200 pixels wide", () => {
  const sizes = new Map<string, string[]>();
  for (const [file] of files) {
    const [, subject = "", width, height] = NAME.exec(file) ?? [];
    sizes.set(subject, [...(sizes.get(subject) ?? []), `${width}x${height}`].sort());
  }
  const ofPictures = [...sizes].filter(([, all]) => all.length > 1);
  expect(ofPictures.length).toBeGreaterThan(20);
  for (const [subject, all] of ofPictures) expect(all, subject).toEqual(["1200x1200", "1200x630", "1200x675", "1200x900"]);
  for (const [subject, all] of sizes) expect(all, subject).toContain("1200x630");
});

it("every story without a lead image has a card of its own, and so has the publication", () => {
  const subjects = new Set(files.map(([file]) => NAME.exec(file)?.[1]));
  expect(subjects).toContain("site");
  const stories = readPages(siteFolder).filter(({ path }) => /^\/\d{4}\/\d{2}\/\d{2}\/[^/]+\/$/.test(path));
  const bare = stories.filter(({ html }) => !html.includes("<figure"));
  expect(bare.length).toBeGreaterThan(5);
  for (const { path } of bare) expect(subjects, path).toContain(path.split("/").at(-2));
});

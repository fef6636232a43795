import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DateTime } from "luxon";
import { expect, it } from "vitest";
import { ContentError } from "../../src/lib/diagnostic.ts";
import { buildCatalog } from "../../src/model/catalog.ts";
import type { PictureFile } from "../../src/model/picture.ts";
import { encodeImages } from "../../src/node/media/images/image-pipeline.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { POLITICS, story } from "./sample-story.ts";

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 300" width="600" height="300"><rect width="300" height="300"/></svg>';

/** Encodes images by file name, each used by a story of its own, and counts those encoded. */
async function encode(files: Readonly<Record<string, string>>, cache: string) {
  const folder = temporaryFolder();
  const pictures = new Map<string, PictureFile>();
  for (const [fileName, content] of Object.entries(files)) {
    const file = join(folder, fileName);
    writeFileSync(file, content);
    const name = fileName.replace(/\.\w+$/, "");
    pictures.set(name, { name, file, alt: "A picture", credit: "EconoTimes", licence: "CC BY 4.0", source: "own work" });
  }
  const stories = [...pictures.keys()].map((name) =>
    story({ slug: name, picture: { name, caption: undefined, alt: undefined } }),
  );
  const publication = { name: "P", description: "P", sections: [POLITICS] };
  const catalog = buildCatalog(stories, DateTime.fromISO("2026-11-22T12:00:00Z"), publication);
  let encoded = 0;
  const step = {
    expect: () => {},
    advance: (by = 1) => {
      encoded += by;
    },
    note: () => {},
  };
  const images = await encodeImages({ catalog, pages: [], pictures }, cache, step);
  return { images, encoded };
}

it("encodes an image without enlarging it, the smallest format first", async () => {
  const cache = temporaryFolder();
  const { images, encoded } = await encode({ "chart.svg": DRAWING }, cache);
  const chart = images.get("chart");
  expect(encoded).toBe(1);
  expect([chart?.widthPx, chart?.heightPx]).toEqual([600, 300]);
  expect(chart?.sources.map(({ type }) => type)).toEqual(["image/avif", "image/webp"]);
  expect(chart?.fallback.type).toBe("image/png");
  expect(chart?.sources[0]?.files.map(({ widthPx }) => widthPx)).toEqual([240, 480, 600]);
  for (const { path } of chart?.sources.flatMap(({ files }) => files) ?? []) {
    expect(existsSync(join(cache, path.replace("/pictures/", "")))).toBe(true);
  }
});

it("encodes an image once, and again when it has changed", async () => {
  const cache = temporaryFolder();
  expect((await encode({ "chart.svg": DRAWING }, cache)).encoded).toBe(1);
  expect((await encode({ "chart.svg": DRAWING }, cache)).encoded).toBe(0);
  expect((await encode({ "chart.svg": DRAWING.replace("300", "310") }, cache)).encoded).toBe(1);
});

it("reports every file that cannot be decoded, and does not cache it", async () => {
  const cache = temporaryFolder();
  const encoding = encode({ "broken.jpg": "not a picture", "empty.png": "", "chart.svg": "<svg" }, cache);
  await expect(encoding).rejects.toThrow(ContentError);
  const diagnostics = await encoding.catch((error: ContentError) => error.diagnostics);
  expect(diagnostics).toMatchObject(
    ["broken.jpg", "chart.svg", "empty.png"].map((name) => ({
      file: expect.stringMatching(new RegExp(`${name}$`)),
      message: expect.stringMatching(/^cannot be read as a picture: /),
      fix: "export it again as JPEG, PNG or SVG",
    })),
  );
  expect(readdirSync(cache)).toEqual([]);
});

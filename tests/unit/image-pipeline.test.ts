import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DateTime } from "luxon";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { ContentError } from "../../src/lib/diagnostic.ts";
import { buildCatalog } from "../../src/model/catalog.ts";
import type { PictureFile } from "../../src/model/picture.ts";
import { decodeImage } from "../../src/node/media/images/encode-image.ts";
import { encodeImages } from "../../src/node/media/images/image-pipeline.ts";
import { inspectImage } from "../../src/node/media/images/inspect-image.ts";
import { inspectSvg } from "../../src/node/media/images/inspect-svg.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { POLITICS, story } from "./sample-story.ts";

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 300" width="600" height="300"><rect width="300" height="300"/></svg>';

/** Encodes images by file name, each used by a story of its own, and counts those encoded. */
async function encode(files: Readonly<Record<string, string | Buffer>>, cache: string) {
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
      message: expect.stringMatching(/^cannot be read as a picture: .+$/),
      fix: "export it again as JPEG, PNG or SVG",
    })),
  );
  expect(readdirSync(cache)).toEqual([]);
});

const svg = (content: string, attributes = 'width="1600" height="900"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${content}</svg>`;
const RECT = '<rect width="1600" height="900" fill="#024"/>';
const photograph = (channels: 3 | 4 = 3) =>
  sharp({ create: { width: 300, height: 200, channels, background: { r: 200, g: 30, b: 10, alpha: 0.5 } } });
const frames = async () => {
  const png = await photograph().png().toBuffer();
  return sharp([png, await photograph().negate().png().toBuffer()], { join: { animated: true } });
};
const apng = async () => {
  const png = await photograph().png().toBuffer();
  const chunk = Buffer.from([0, 0, 0, 8, ...Buffer.from("acTL"), 0, 0, 0, 2, 0, 0, 0, 0, 0xf3, 0x8d, 0x93, 0x70]);
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
};

describe("a picture", () => {
  it.each<[string, () => Promise<Buffer>, string]>([
    ["a.jpg", () => photograph().jpeg().toBuffer(), "image/jpeg"],
    ["a.JPG", () => photograph().jpeg().toBuffer(), "image/jpeg"],
    ["a.jpeg", () => photograph().jpeg().toBuffer(), "image/jpeg"],
    ["a.PNG", () => photograph().png().toBuffer(), "image/png"],
    ["a.webp", () => photograph().webp().toBuffer(), "image/jpeg"],
    ["a.webp", () => photograph(4).webp().toBuffer(), "image/png"],
    ["a.avif", () => photograph().avif().toBuffer(), "image/jpeg"],
    ["a.gif", () => photograph().gif().toBuffer(), "image/png"],
    ["grey.jpg", () => photograph().toColourspace("b-w").jpeg().toBuffer(), "image/jpeg"],
    ["cmyk.jpg", () => photograph().toColourspace("cmyk").jpeg().toBuffer(), "image/jpeg"],
    ["deep.png", () => photograph().toColourspace("rgb16").png().toBuffer(), "image/png"],
  ])("%s is encoded, and its fallback suits what it is", async (name, bytes, type) => {
    const { images } = await encode({ [name]: await bytes() }, temporaryFolder());
    const [image] = images.values();
    expect(image).toMatchObject({ widthPx: 300, heightPx: 200, fallback: { type } });
  });

  it("is turned upright as its camera was held", async () => {
    const bytes = await photograph().jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const { images } = await encode({ "a.jpg": bytes }, temporaryFolder());
    expect(images.get("a")).toMatchObject({ widthPx: 200, heightPx: 300 });
  });

  it.each<[string, string, () => Promise<Buffer> | Buffer, string]>([
    [
      "of another format",
      "a.jpg",
      () => photograph().png().toBuffer(),
      "is a picture in the format PNG, though its name ends in .jpg → rename it a.png",
    ],
    [
      "of another format",
      "a.PNG",
      () => photograph().jpeg().toBuffer(),
      "is a picture in the format JPEG, though its name ends in .PNG → rename it a.jpg",
    ],
    [
      "of another format",
      "a.svg",
      () => photograph().webp().toBuffer(),
      "is a picture in the format WebP, though its name ends in .svg → rename it a.webp",
    ],
    [
      "of no browser's format",
      "a.jpg",
      () => photograph().tiff().toBuffer(),
      "is not a kind of picture that browsers show → export it again as JPEG, PNG or SVG",
    ],
    [
      "that moves",
      "a.gif",
      async () => (await frames()).gif().toBuffer(),
      "is animated, and only its first frame would be shown → export one frame as PNG",
    ],
    [
      "that moves",
      "a.webp",
      async () => (await frames()).webp().toBuffer(),
      "is animated, and only its first frame would be shown → export one frame as PNG",
    ],
    ["that moves", "a.png", apng, "is animated, and only its first frame would be shown → export one frame as PNG"],
    [
      "of one pixel",
      "a.png",
      () => photograph().resize(1, 1).png().toBuffer(),
      "has 1 × 1 pixels, too few to be seen → export it again, 1,600 pixels wide or more",
    ],
    [
      "that is a line",
      "a.png",
      () => photograph().resize(300, 2, { fit: "fill" }).png().toBuffer(),
      "has 300 × 2 pixels: one side is more than 20 times as long as the other → crop it, and export it again",
    ],
    [
      "cut short",
      "a.jpg",
      async () => (await photograph().jpeg().toBuffer()).subarray(0, 400),
      "cannot be read as a picture: VipsJpeg: premature end of JPEG image → export it again as JPEG, PNG or SVG",
    ],
    [
      "cut short",
      "a.png",
      async () => (await photograph().png().toBuffer()).subarray(0, 20),
      "cannot be read as a picture: it is damaged → export it again as JPEG, PNG or SVG",
    ],
    [
      "without contents",
      "a.png",
      () => photograph(4).linear([1, 1, 1, 0], [0, 0, 0, 0]).png().toBuffer(),
      "shows nothing: it is transparent throughout → export it again as JPEG, PNG or SVG",
    ],
    [
      "larger than memory",
      "a.svg",
      () => Buffer.from(svg(RECT, 'width="99999" height="99999"')),
      "has more pixels than can be read → export it again, 1,600 pixels wide",
    ],
  ])("%s is refused by its real reason: %s", async (_, name, bytes, diagnostic) => {
    const error = await encode({ [name]: await bytes() }, temporaryFolder()).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(ContentError);
    expect(diagnosticsOf(error)).toEqual([`${name}: ${diagnostic}`]);
  });
});

function diagnosticsOf(error: unknown): readonly string[] {
  const { diagnostics } = error instanceof ContentError ? error : { diagnostics: [] };
  return diagnostics.map(({ file, message, fix }) => `${file.slice(file.lastIndexOf("/") + 1)}: ${message} → ${fix}`);
}

describe("an SVG", () => {
  it.each([
    ["no size", "", 1600, 1600],
    ["a view box only", 'viewBox="0 0 1600 900"', 1600, 900],
    ["a small view box only", 'viewBox="0 0 16 9"', 1600, 900],
    ["a tall view box only", 'viewBox="0 0 900 1600"', 900, 1600],
    ["a size in percent", 'width="100%" height="100%" viewBox="0 0 16 9"', 1600, 900],
    ["a size that a style gives", 'style="width:100%" viewBox="0 0 16 9"', 1600, 900],
    ["the size of an icon", 'width="16" height="9" viewBox="0 0 16 9"', 1600, 900],
    ["a small size in millimetres", 'width="32mm" height="18mm" viewBox="0 0 16 9"', 1600, 900],
    ["a size of its own", 'width="800" height="450" viewBox="0 0 16 9"', 800, 450],
    ["a width of its own", 'width="800px" viewBox="0 0 16 9"', 800, 450],
    ["a height of its own", 'height="450" viewBox="0 0 16 9"', 800, 450],
  ])("with %s is drawn large enough", async (_, attributes, widthPx, heightPx) => {
    const content = attributes === "" ? '<rect width="50" height="50"/>' : RECT;
    const bytes = Buffer.from(svg(content, attributes));
    const image = await inspectImage("a.svg", bytes);
    const { info } = await decodeImage(bytes, "format" in image ? image.densityPerInch : undefined);
    // A size in millimetres is rounded to pixels before it is enlarged.
    expect(Math.abs(info.width - widthPx)).toBeLessThanOrEqual(8);
    expect(Math.abs(info.height - heightPx)).toBeLessThanOrEqual(8);
  });

  const REFERS = "which is not drawn → put it into the SVG itself, or export it as PNG";
  it.each([
    ['<image href="photo.jpg" width="9" height="9"/>', `refers to \`photo.jpg\`, ${REFERS}`],
    ['<image xlink:href="https://example.org/a.png"/>', `refers to \`https://example.org/a.png\`, ${REFERS}`],
    ['<use xlink:href="symbols.svg#a"/>', `refers to \`symbols.svg#a\`, ${REFERS}`],
    ['<rect width="9" height="9" fill="url(colours.svg#a)"/>', `refers to \`colours.svg#a\`, ${REFERS}`],
    ["<rect style=\"filter: url( 'f.svg#a' )\"/>", `refers to \`f.svg#a\`, ${REFERS}`],
    ['<style>@import "a.css";</style>', `refers to \`a.css\`, ${REFERS}`],
    [
      "<style><![CDATA[@import url(https://fonts.example.org/css)]]></style>",
      `refers to \`https://fonts.example.org/css\`, ${REFERS}`,
    ],
    [
      "<style>@font-face { font-family: A; src: url(data:font/woff2;base64,AA) }</style>",
      "has a font of its own, which is not drawn → convert its text to paths, or export it as PNG",
    ],
    [
      '<foreignObject width="99" height="99"><p xmlns="http://www.w3.org/1999/xhtml">A</p></foreignObject>',
      "has HTML in a <foreignObject>, which is not drawn → write its text as <text>, or export it as PNG",
    ],
  ])("that would lack something is refused: %s", async (content, diagnostic) => {
    const error = await encode({ "a.svg": svg(RECT + content) }, temporaryFolder()).catch((error: unknown) => error);
    expect(diagnosticsOf(error)).toEqual([`a.svg: ${diagnostic}`]);
  });

  it("with a style sheet beside it is refused", async () => {
    const text = `<?xml version="1.0"?><?xml-stylesheet type="text/css" href="a.css"?>${svg(RECT)}`;
    const error = await encode({ "a.svg": text }, temporaryFolder()).catch((error: unknown) => error);
    expect(diagnosticsOf(error)).toEqual([`a.svg: refers to \`a.css\`, ${REFERS}`]);
  });

  it.each(['<text x="-900">A</text>', "<script>draw()</script>"])("that shows nothing is refused: %s", async (content) => {
    const error = await encode({ "a.svg": svg(content) }, temporaryFolder()).catch((error: unknown) => error);
    expect(diagnosticsOf(error)).toEqual([
      "a.svg: shows nothing: it is transparent throughout → export it again as JPEG, PNG or SVG",
    ]);
  });

  it.each([
    '<linearGradient id="a"><stop stop-color="red"/></linearGradient><rect width="9" height="9" fill="url(#a)"/>',
    '<rect id="a" width="9" height="9"/><use xlink:href="#a"/>',
    "<script>alert(1)</script>",
    '<script href="draw.js"/>',
    '<a href="https://example.org/"><rect width="9" height="9"/></a>',
    '<image href="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="/>',
    "<style>circle { fill: url('#a') }</style>",
    '<switch><foreignObject requiredExtensions="http://ns.adobe.com/AdobeIllustrator/10.0/"/><g/></switch>',
    "<metadata><a/></metadata><text>url(a.svg)</text>",
  ])("with everything in itself is drawn: %s", (content) => {
    expect(inspectSvg(svg(RECT + content))).toEqual({ hasSize: true, errors: [] });
  });

  it("without a size is encoded in the widths of a page, once", async () => {
    const cache = temporaryFolder();
    const drawn = await encode({ "a.svg": svg(RECT, 'viewBox="0 0 16 9"') }, cache);
    expect(drawn.images.get("a")?.fallback.files.map(({ widthPx }) => widthPx)).toEqual([480, 1200]);
    expect((await encode({ "a.svg": svg(RECT, 'viewBox="0 0 16 9"') }, cache)).encoded).toBe(0);
  });
});

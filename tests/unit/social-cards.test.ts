import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DateTime } from "luxon";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { Article } from "../../src/model/article.ts";
import { buildCatalog } from "../../src/model/catalog.ts";
import type { PublishedImage } from "../../src/model/images.ts";
import type { PictureFile } from "../../src/model/picture.ts";
import { siteSchema } from "../../src/model/site.ts";
import { contentHash } from "../../src/node/files/content-hash.ts";
import { copySocialCards, makeSocialCards } from "../../src/node/media/social-cards/social-cards.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { POLITICS, story } from "./sample-story.ts";

const SITE = siteSchema.parse({
  name: "EconoTimes",
  tagline: "Figures explained",
  description: "News.",
  address: "https://example.org/",
  language: "en-GB",
  timeZone: "America/New_York",
  sections: [POLITICS],
});

/** Red on the left, green in the middle, blue on the right. */
const BANDS =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180"><rect width="320" height="180" fill="#00ff00"/>' +
  '<rect width="40" height="180" fill="#ff0000"/><rect x="280" width="40" height="180" fill="#0000ff"/></svg>';
/** A line across a plain background, from edge to edge. */
const CHART =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 900"><rect width="1600" height="900" fill="#f3f1ea"/>' +
  '<path d="M0 450H1600" stroke="#15191f" stroke-width="4"/></svg>';

type Picture = Partial<PictureFile> & { readonly name: string; readonly bytes: string | Buffer; readonly ending: string };

/** Makes the social cards of these stories, and counts those made. */
async function make(stories: readonly Article[], pictures: readonly Picture[], cache: string) {
  const folder = temporaryFolder();
  const library = new Map<string, PictureFile>();
  for (const { name, bytes, ending, ...rest } of pictures) {
    const file = join(folder, `${name}${ending}`);
    writeFileSync(file, bytes);
    library.set(name, { name, file, alt: `A ${name}`, credit: "Us", licence: "CC BY 4.0", source: "own work", ...rest });
  }
  const catalog = buildCatalog(stories, DateTime.fromISO("2026-11-22T12:00:00Z"), { ...SITE, description: "News." });
  let made = 0;
  let expected = 0;
  const step = {
    expect: (total: number) => {
      expected = total;
    },
    advance: () => {
      made += 1;
    },
    note: () => {},
  };
  const images = new Map([...library.values()].map((picture) => [picture.name, published(picture)]));
  const socialCards = await makeSocialCards({ catalog, pictures: library, site: SITE, images }, cache, step);
  const bytesOf = (path: string) => readFileSync(join(cache, path.split("/").at(-1) ?? ""));
  return { socialCards, made, expected, bytesOf };
}

/** A published image; its path has a hash of its bytes. */
function published({ file, ...picture }: PictureFile): PublishedImage {
  const path = `/pictures/${picture.name}-${contentHash(readFileSync(file))}-480.png` as const;
  const source = { type: "image/png", files: [{ path, widthPx: 480 }] };
  return { ...picture, widthPx: 480, heightPx: 270, sources: [], fallback: source, uses: [] };
}

function withPicture(slug: string, name: string, alt?: string): Article {
  return story({ slug, picture: { name, caption: undefined, alt } });
}

/** The same bands, darker towards the bottom, so that no edge is plain. */
async function photograph(widthPx: number, heightPx: number): Promise<Buffer> {
  const shade =
    '<linearGradient id="s" x2="0" y2="1"><stop stop-opacity="0"/><stop offset="1" stop-opacity=".6"/></linearGradient>' +
    '<rect width="320" height="180" fill="url(#s)"/></svg>';
  const lit = Buffer.from(BANDS.replace("</svg>", shade));
  return sharp(lit).resize(widthPx, heightPx, { fit: "fill" }).jpeg({ quality: 95 }).toBuffer();
}

/** Whether a pixel is red, green or blue; fractions of width and height. */
async function hueAt(bytes: Buffer, x: number, y: number): Promise<string> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * (info.height - 1)) * info.width + Math.floor(x * (info.width - 1))) * 3;
  const channels = [...data.subarray(at, at + 3)];
  return ["red", "green", "blue"][channels.indexOf(Math.max(...channels))] ?? "";
}

describe("a story with a lead image", () => {
  it("has a card and crops in three aspect ratios, with the size of their files", async () => {
    const { socialCards, bytesOf } = await make(
      [withPicture("a", "port")],
      [{ name: "port", ending: ".jpg", bytes: await photograph(2000, 1500) }],
      temporaryFolder(),
    );
    const { card, crops } = socialCards.stories.get("/2026/01/07/a/") ?? { card: undefined, crops: [] };
    expect([card, ...crops].map((picture) => [picture?.widthPx, picture?.heightPx])).toEqual([
      [1200, 630],
      [1200, 675],
      [1200, 900],
      [1200, 1200],
    ]);
    for (const picture of [card, ...crops]) {
      expect(picture).toMatchObject({ type: "image/jpeg", alt: "A port" });
      expect(picture?.path).toMatch(/^\/pictures\/share\/port-[0-9a-f]{10}-1200x\d+\.jpg$/);
      const { width, height, format } = await sharp(bytesOf(picture?.path ?? "")).metadata();
      expect([width, height, format]).toEqual([picture?.widthPx, picture?.heightPx, "jpeg"]);
    }
  });

  it("shares files with other stories of the image, but has its own alt text", async () => {
    const { socialCards, made } = await make(
      [withPicture("a", "port"), withPicture("b", "port", "Ships at dusk")],
      [{ name: "port", ending: ".svg", bytes: CHART }],
      temporaryFolder(),
    );
    const [a, b] = ["a", "b"].map((slug) => socialCards.stories.get(`/2026/01/07/${slug}/`));
    expect(made).toBe(2);
    expect(a?.card.path).toBe(b?.card.path);
    expect([a?.card.alt, b?.card.alt, b?.crops[0]?.alt]).toEqual(["A port", "Ships at dusk", "Ships at dusk"]);
  });

  it("has its photograph cropped around the focus", async () => {
    const bytes = await photograph(2400, 1350);
    for (const [focus, hues] of [
      [undefined, ["green", "green"]],
      [
        [0, 0.5],
        ["red", "green"],
      ],
      [
        [1, 0.5],
        ["green", "blue"],
      ],
    ] as const) {
      const picture = { name: "port", ending: ".jpg", bytes, ...(focus && { focus: [...focus] as [number, number] }) };
      const { socialCards, bytesOf } = await make([withPicture("a", "port")], [picture], temporaryFolder());
      const square = bytesOf(socialCards.stories.get("/2026/01/07/a/")?.crops[2]?.path ?? "");
      expect([await hueAt(square, 0.1, 0.5), await hueAt(square, 0.9, 0.5)]).toEqual(hues);
    }
  });

  it("has its drawing shown whole, whatever its nominal size, and cropped only around a focus", async () => {
    const drawn = await make([withPicture("a", "map")], [{ name: "map", ending: ".svg", bytes: BANDS }], temporaryFolder());
    const { card, crops } = drawn.socialCards.stories.get("/2026/01/07/a/") ?? { card: undefined, crops: [] };
    for (const picture of [card, ...crops]) {
      const bytes = drawn.bytesOf(picture?.path ?? "");
      expect(picture?.widthPx).toBe(1200);
      expect([await hueAt(bytes, 0.01, 0.5), await hueAt(bytes, 0.5, 0.5), await hueAt(bytes, 0.99, 0.5)]).toEqual([
        "red",
        "green",
        "blue",
      ]);
    }
    const topped = BANDS.replace("</svg>", '<rect width="320" height="4" fill="#0000ff"/></svg>');
    const focused = await make(
      [withPicture("a", "map")],
      [{ name: "map", ending: ".svg", bytes: topped, focus: [0.5, 0.5] }],
      temporaryFolder(),
    );
    const pictures = focused.socialCards.stories.get("/2026/01/07/a/");
    const [ofCard, ofSquare] = [pictures?.card, pictures?.crops[2]].map((picture) => focused.bytesOf(picture?.path ?? ""));
    expect(pictures?.crops.map(({ widthPx }) => widthPx)).toEqual([1200, 1200, 1200]);
    expect(ofCard && (await hueAt(ofCard, 0.5, 0.003))).toBe("blue");
    expect(ofSquare && (await hueAt(ofSquare, 0.1, 0.5))).toBe("green");
  });

  it.each([
    ["no size", ""],
    ["a view box with fractions", 'viewBox="0 0 100.6 56.6"'],
    ["a size in millimetres", 'width="32mm" height="18mm" viewBox="0 0 320 180"'],
    ["a size in percent", 'width="100%" viewBox="0 0 320 180"'],
    ["a view box of one unit", 'viewBox="0 0 1 1"'],
  ])("has its drawing cropped around a focus, though it has %s", async (_, attributes) => {
    const drawing = BANDS.replace('viewBox="0 0 320 180"', attributes);
    const picture = { name: "port", ending: ".SVG", bytes: drawing, focus: [0.9, 0.9] as [number, number] };
    const { socialCards } = await make([withPicture("a", "port")], [picture], temporaryFolder());
    const { crops } = socialCards.stories.get("/2026/01/07/a/") ?? { crops: [] };
    expect(crops).toHaveLength(3);
  });

  it("has the background of its drawing extended, without lines that reach the edge", async () => {
    const { socialCards, bytesOf } = await make(
      [withPicture("a", "chart")],
      [{ name: "chart", ending: ".svg", bytes: CHART }],
      temporaryFolder(),
    );
    const card = bytesOf(socialCards.stories.get("/2026/01/07/a/")?.card.path ?? "");
    const margin = await sharp(card).removeAlpha().extract({ left: 0, top: 0, width: 40, height: 630 }).png().toBuffer();
    const { channels } = await sharp(margin).stats();
    expect(channels.map(({ min, max }) => [min, max])).toEqual([
      [0xf3, 0xf3],
      [0xf1, 0xf1],
      [0xea, 0xea],
    ]);
  });

  it("has its photograph shown whole if the background is plain", async () => {
    const bytes = await sharp(Buffer.from(BANDS)).resize(1600, 900, { fit: "fill" }).jpeg().toBuffer();
    const { socialCards, bytesOf } = await make(
      [withPicture("a", "port")],
      [{ name: "port", ending: ".jpg", bytes }],
      temporaryFolder(),
    );
    const card = bytesOf(socialCards.stories.get("/2026/01/07/a/")?.card.path ?? "");
    expect([await hueAt(card, 0.01, 0.5), await hueAt(card, 0.14, 0.5), await hueAt(card, 0.99, 0.5)]).toEqual([
      "red",
      "red",
      "blue",
    ]);
  });

  it("has no image enlarged, no crop below 50,000 pixels, and a text card if the image is too small", async () => {
    const bytes = await photograph(800, 500);
    const small = await make([withPicture("a", "port")], [{ name: "port", ending: ".jpg", bytes }], temporaryFolder());
    const sizesOf = (pictures: typeof small.socialCards) => {
      const { card, crops } = pictures.stories.get("/2026/01/07/a/") ?? { card: undefined, crops: [] };
      return [card, ...crops].map((picture) => `${picture?.widthPx}x${picture?.heightPx} ${picture?.type}`);
    };
    expect(sizesOf(small.socialCards)).toEqual([
      "800x420 image/jpeg",
      "800x450 image/jpeg",
      "667x500 image/jpeg",
      "500x500 image/jpeg",
    ]);
    const tiny = await make(
      [withPicture("a", "port")],
      [{ name: "port", ending: ".jpg", bytes: await photograph(300, 200) }],
      temporaryFolder(),
    );
    expect(sizesOf(tiny.socialCards)).toEqual(["1200x630 image/png", "300x169 image/jpeg", "267x200 image/jpeg"]);
  });

  it("has transparent, greyscale and 16-bit images converted to opaque 8-bit colour", async () => {
    const transparent = await sharp({ create: { width: 1300, height: 900, channels: 4, background: "#00000000" } })
      .png()
      .toBuffer();
    const grey = await sharp(await photograph(1300, 900))
      .greyscale()
      .png()
      .toBuffer();
    const deep = await sharp(await photograph(1300, 900))
      .toColourspace("rgb16")
      .png()
      .toBuffer();
    for (const bytes of [transparent, grey, deep]) {
      const { socialCards, bytesOf } = await make(
        [withPicture("a", "port")],
        [{ name: "port", ending: ".png", bytes }],
        temporaryFolder(),
      );
      const card = bytesOf(socialCards.stories.get("/2026/01/07/a/")?.card.path ?? "");
      const { width, hasAlpha, depth } = await sharp(card).metadata();
      expect([width, hasAlpha, depth]).toEqual([1200, false, "uchar"]);
      const { channels } = await sharp(card).stats();
      if (bytes === transparent) expect(channels.map(({ min }) => min)).toEqual([0xfb, 0xfa, 0xf6]);
    }
  });
});

describe("cached cards", () => {
  const pictures = [{ name: "chart", ending: ".svg", bytes: CHART }];
  const stories = [withPicture("a", "chart"), story({ slug: "b" })];

  it("are made once, and again when their input has changed", async () => {
    const cache = temporaryFolder();
    const first = await make(stories, pictures, cache);
    expect([first.made, first.expected]).toEqual([3, 3]);
    const second = await make(stories, pictures, cache);
    expect([second.made, second.expected]).toEqual([0, 0]);
    expect(second.socialCards).toEqual(first.socialCards);
    expect((await make([withPicture("a", "chart"), story({ slug: "b", title: "Talks end" })], pictures, cache)).made).toBe(1);
    expect(
      (await make([withPicture("a", "chart"), story({ slug: "b", published: "2026-01-08T09:30:00-05:00" })], pictures, cache))
        .made,
    ).toBe(1);
    expect((await make(stories, [{ name: "chart", ending: ".svg", bytes: CHART.replace("450", "451") }], cache)).made).toBe(1);
    expect((await make(stories, [{ name: "chart", ending: ".svg", bytes: CHART, focus: [0.2, 0.5] }], cache)).made).toBe(1);
    expect((await make(stories, pictures, cache)).made).toBe(0);
  });

  it("have the same bytes wherever they are made", async () => {
    const [one, other] = [await make(stories, pictures, temporaryFolder()), await make(stories, pictures, temporaryFolder())];
    expect(other.socialCards).toEqual(one.socialCards);
    for (const { card, crops } of one.socialCards.stories.values()) {
      for (const { path } of [card, ...crops]) expect(other.bytesOf(path).equals(one.bytesOf(path)), path).toBe(true);
    }
  });

  it("are made again if a build was killed before all files of an image were written", async () => {
    const cache = temporaryFolder();
    await make(stories, pictures, cache);
    for (const name of readdirSync(cache)) if (/\.json$|^chart.*1200x1200/.test(name)) rmSync(join(cache, name));
    writeFileSync(join(cache, ".b-0123456789-1200x630.png.999999999"), "half a pict");
    const { made } = await make(stories, pictures, cache);
    expect(made).toBe(1);
    expect(readdirSync(cache).filter((name) => name.startsWith("."))).toEqual([]);
    expect(readdirSync(cache).filter((name) => name.endsWith(".png"))).toHaveLength(6);
  });

  it("are copied into the site, each once, so that a change there does not affect the cache", async () => {
    const [cache, folder] = [temporaryFolder(), temporaryFolder()];
    const { socialCards, bytesOf } = await make([...stories, withPicture("c", "chart")], pictures, cache);
    mkdirSync(join(folder, "pictures"));
    expect(await copySocialCards(socialCards, cache, folder)).toBe(6);
    const published = join(folder, socialCards.site.path);
    expect(existsSync(published)).toBe(true);
    writeFileSync(published, "changed");
    expect(bytesOf(socialCards.site.path).toString()).not.toBe("changed");
  });
});

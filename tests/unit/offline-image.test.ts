import { describe, expect, it } from "vitest";
import { imageStem, offlineVariant } from "../../src/formats/offline/offline-image.ts";

describe("the stem of an image", () => {
  it("is the same for all widths and formats", () => {
    for (const end of ["240.avif", "1600.webp", "480.png", "1200.jpg"]) {
      expect(imageStem(`pictures/syria-map-5675896fd9-${end}`)).toBe("pictures/syria-map-5675896fd9");
    }
  });

  it("differs for another name with the same prefix, or other bytes", () => {
    expect(imageStem("pictures/syria-map-2-5675896fd9-800.avif")).toBe("pictures/syria-map-2-5675896fd9");
    expect(imageStem("pictures/syria-map-0000000000-800.avif")).toBe("pictures/syria-map-0000000000");
  });

  it.each([
    "pictures/share/brent-08849228c2-1200x630.png",
    "pictures/share/brent-08849228c2-1200.png",
    "pictures/syria-map-800.avif",
    "pictures/syria-map-5675896fd9-800.avif.br",
    "assets/icon-144-8f6489a993.png",
    "assets/pictures/map-5675896fd9-800.avif",
    "politics/index.html",
    "",
  ])("is none for %j", (path) => {
    expect(imageStem(path)).toBeUndefined();
  });
});

describe("the offline variant of a picture", () => {
  const filesOf = (...ends: readonly string[]) => ends.map((end) => `pictures/map-0123456789-${end}`);
  it.each([
    [["240.avif", "800.avif", "480.avif", "1600.avif"], "800.avif"],
    [["240.avif", "1600.avif", "1200.avif"], "1200.avif"],
    [["480.avif", "1000.avif"], "1000.avif"],
    [["640.avif", "240.avif", "800.webp", "1200.png"], "640.avif"],
    [["240.webp", "480.png"], "480.png"],
  ])("of %j is %s", (ends, chosen) => {
    expect(offlineVariant(filesOf(...ends))).toBe(filesOf(chosen)[0]);
  });

  it("is none where there are no files", () => {
    expect(offlineVariant([])).toBeUndefined();
  });
});

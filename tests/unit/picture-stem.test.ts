import { describe, expect, it } from "vitest";
import { pictureStem, standIn } from "../../src/formats/offline/offline-image.ts";

describe("the stem of a picture", () => {
  it("is the same for its files of every width and format", () => {
    for (const end of ["240.avif", "1600.webp", "480.png", "1200.jpg"]) {
      expect(pictureStem(`pictures/syria-map-5675896fd9-${end}`)).toBe("pictures/syria-map-5675896fd9");
    }
  });

  it("is another for a picture whose name begins like it, or whose bytes are others", () => {
    expect(pictureStem("pictures/syria-map-2-5675896fd9-800.avif")).toBe("pictures/syria-map-2-5675896fd9");
    expect(pictureStem("pictures/syria-map-0000000000-800.avif")).toBe("pictures/syria-map-0000000000");
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
    expect(pictureStem(path)).toBeUndefined();
  });
});

describe("the file that stands in for a picture", () => {
  const filesOf = (...ends: readonly string[]) => ends.map((end) => `pictures/map-0123456789-${end}`);
  it.each([
    [["240.avif", "800.avif", "480.avif", "1600.avif"], "800.avif"],
    [["240.avif", "1600.avif", "1200.avif"], "1200.avif"],
    [["480.avif", "1000.avif"], "1000.avif"],
    [["640.avif", "240.avif", "800.webp", "1200.png"], "640.avif"],
    [["240.webp", "480.png"], "480.png"],
  ])("of %j is %s", (ends, chosen) => {
    expect(standIn(filesOf(...ends))).toBe(filesOf(chosen)[0]);
  });

  it("is none where there is none", () => {
    expect(standIn([])).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import { CARD, CROPS } from "../../src/node/media/social-cards/card-files.ts";
import { fitContain, fitCover } from "../../src/node/media/social-cards/image-fit.ts";

const LANDSCAPE = { widthPx: 3000, heightPx: 2000 };
const PORTRAIT = { widthPx: 2000, heightPx: 3000 };
const SQUARE = { widthPx: 1200, heightPx: 1200 };

describe("fitCover", () => {
  it("shows as much of the image as the aspect ratio allows, around its centre", () => {
    expect(fitCover(LANDSCAPE, SQUARE)).toEqual({ region: { left: 500, top: 0, width: 2000, height: 2000 }, canvas: SQUARE });
    expect(fitCover(PORTRAIT, CARD).region).toEqual({ left: 0, top: 975, width: 2000, height: 1050 });
  });

  it("crops around the focus, and stays within the image", () => {
    expect(fitCover(LANDSCAPE, SQUARE, [0.6, 0.9]).region).toEqual({ left: 800, top: 0, width: 2000, height: 2000 });
    expect(fitCover(LANDSCAPE, SQUARE, [0, 0]).region.left).toBe(0);
    expect(fitCover(LANDSCAPE, SQUARE, [1, 1]).region.left).toBe(1000);
    expect(fitCover(PORTRAIT, CARD, [0.5, 0.1]).region.top).toBe(0);
    expect(fitCover(PORTRAIT, CARD, [0.5, 1]).region.top).toBe(1950);
  });

  it("does not enlarge: a small image gives a small crop", () => {
    const small = { widthPx: 800, heightPx: 500 };
    expect(fitCover(small, CARD).canvas).toEqual({ widthPx: 800, heightPx: 420 });
    expect(fitCover(small, SQUARE).canvas).toEqual({ widthPx: 500, heightPx: 500 });
    for (const size of [CARD, ...CROPS]) {
      const { region, canvas } = fitCover(small, size);
      expect(canvas.widthPx / region.width).toBeLessThan(1.01);
    }
  });

  it("has the target’s aspect ratio to within a pixel, whatever the image’s", () => {
    for (const widthPx of [301, 640, 1199, 1200, 4001]) {
      for (const heightPx of [211, 600, 1201, 3999]) {
        for (const size of [CARD, ...CROPS]) {
          const { region, canvas } = fitCover({ widthPx, heightPx }, size, [0.3, 0.8]);
          expect(Math.abs(canvas.widthPx * (size.heightPx / size.widthPx) - canvas.heightPx)).toBeLessThan(1);
          expect(region.left + region.width).toBeLessThanOrEqual(widthPx);
          expect(region.top + region.height).toBeLessThanOrEqual(heightPx);
        }
      }
    }
  });
});

describe("fitContain", () => {
  it("centres the whole image on the canvas", () => {
    const wide = { widthPx: 1600, heightPx: 900 };
    expect(fitContain(wide, CARD)).toEqual({ picture: { left: 40, top: 0, width: 1120, height: 630 }, canvas: CARD });
    expect(fitContain(wide, SQUARE)).toEqual({ picture: { left: 0, top: 262, width: 1200, height: 675 }, canvas: SQUARE });
  });

  it("leaves no margin around an image of the same aspect ratio", () => {
    const { picture, canvas } = fitContain({ widthPx: 1600, heightPx: 840 }, CARD);
    expect(picture).toEqual({ left: 0, top: 0, width: 1200, height: 630 });
    expect(canvas).toEqual(CARD);
  });

  it("does not enlarge: a small image gets a small canvas", () => {
    const { picture, canvas } = fitContain({ widthPx: 400, heightPx: 300 }, SQUARE);
    expect(picture).toEqual({ left: 0, top: 50, width: 400, height: 300 });
    expect(canvas).toEqual({ widthPx: 400, heightPx: 400 });
  });
});

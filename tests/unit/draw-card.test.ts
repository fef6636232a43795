import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { openTypefaces, readFontFiles } from "../../src/node/media/social-cards/card-typefaces.ts";
import { type CardText, drawCard, drawSiteCard } from "../../src/node/media/social-cards/draw-card.ts";
import { encodeCard } from "../../src/node/media/social-cards/draw-cards.ts";

const typefaces = await openTypefaces(await readFontFiles());
const TEXT: CardText = {
  name: "EconoTimes",
  section: "Economy",
  headline: "What the American debt limit does, and what it does not",
  date: "21 January 2025",
  language: "en-GB",
};

/** The fill and number of letters of each line, in drawing order. */
function letters(svg: string): readonly (readonly [fill: string, count: number])[] {
  return [...svg.matchAll(/<g fill="(#\w+)">(.*?)<\/g>/g)].map(([, fill = "", drawn = ""]) => [
    fill,
    drawn.split("<path").length - 1,
  ]);
}

describe("a typeface", () => {
  it("applies kerning", () => {
    for (const typeface of [typefaces.headline, typefaces.small]) {
      expect(typeface.width("To")).toBeLessThan(typeface.width("T") + typeface.width("o") - 0.03);
      expect(typeface.width("HH")).toBeCloseTo(2 * typeface.width("H"));
    }
  });

  it("has the letters of all languages in Latin script", () => {
    for (const character of "ÅçéîñößłŻğİşőūľțȘẾệđ") expect(typefaces.headline.has(character), character).toBe(true);
    for (const character of "央ب🚀\u0378") expect(typefaces.headline.has(character), character).toBe(false);
  });

  it("separates the numbers of path data", () => {
    const drawn = typefaces.small.draw("tgf", { x: 0, y: 0, sizePx: 10, fill: "#000" });
    for (const [, d = ""] of drawn.matchAll(/ d="([^"]*)"/g)) {
      for (const [, numbers = ""] of d.matchAll(/[Mlq]([^A-Za-z]*)/g)) expect(numbers.match(/-?\d+/g)?.length).toBeOneOf([2, 4]);
    }
  });
});

describe("the card of a story", () => {
  it("shows the wordmark, the section in accent, the headline and the date", () => {
    expect(letters(drawCard(TEXT, typefaces))).toEqual([
      ["#15191f", "EconoTimes".length],
      ["#0d4a63", "Economy".length],
      ["#15191f", "WhattheAmerican".length],
      ["#15191f", "debtlimitdoes,and".length],
      ["#15191f", "whatitdoesnot".length],
      ["#5a606a", "21January2025".length],
    ]);
  });

  it("has only outlines, and nothing outside its margins", async () => {
    const svg = drawCard({ ...TEXT, headline: "W".repeat(120), section: "S".repeat(90) }, typefaces);
    expect(svg).not.toMatch(/<text|font-family|undefined|NaN/);
    const card = await encodeCard(svg);
    for (const left of [0, 1200 - 60]) {
      const margin = await sharp(card).extract({ left, top: 20, width: 60, height: 610 }).png().toBuffer();
      for (const { min } of (await sharp(margin).stats()).channels) expect(min).toBeGreaterThan(240);
    }
  });

  it("shows the section instead of a headline that the font does not cover", () => {
    for (const headline of ["央行宣布降息二十五个基点", "البنك المركزي يرفع", "🚀🚀🚀"]) {
      expect(letters(drawCard({ ...TEXT, headline }, typefaces))).toEqual([
        ["#15191f", "EconoTimes".length],
        ["#15191f", "Economy".length],
        ["#5a606a", "21January2025".length],
      ]);
    }
  });

  it("has no text rather than a few of many characters", () => {
    const svg = drawCard({ name: "经济", section: "政治", headline: "央行", date: "2026年1月7日", language: "zh" }, typefaces);
    expect(letters(svg).every(([, count]) => count === 0)).toBe(true);
  });

  it("is a PNG of 1200 by 630 pixels below 40 KB, with the same bytes each time", async () => {
    const png = await encodeCard(drawCard(TEXT, typefaces));
    const { format, width, height } = await sharp(png).metadata();
    expect([format, width, height]).toEqual(["png", 1200, 630]);
    expect(png.length).toBeLessThan(40_000);
    const again = await openTypefaces(await readFontFiles());
    expect((await encodeCard(drawCard(TEXT, again))).equals(png)).toBe(true);
  });
});

it("the card of the publication shows its wordmark and tagline, the longest in several lines", () => {
  expect(letters(drawSiteCard({ name: "EconoTimes", tagline: "Explained from figures" }, typefaces))).toEqual([
    ["#15191f", "EconoTimes".length],
    ["#5a606a", "Explainedfromfigures".length],
  ]);
  const tagline = "Everything that happens to prices, wages and trade between the Humber and the Tweed, twice a day";
  expect(letters(drawSiteCard({ name: "N", tagline }, typefaces)).length).toBeGreaterThan(2);
});

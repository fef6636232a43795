import { expect, it } from "vitest";
import { glyphCoverage, renderableText } from "../../src/node/media/social-cards/renderable-text.ts";

/** The glyphs of a font for Western European languages. */
const has = (character: string): boolean => /^[ -~\u00A0-ÿ–—‘’“”…€]$/u.test(character);
const renderable = (text: string): string => renderableText(text, has);

it("does not change text that the font covers", () => {
  const title = "What “favoured” means – and why it’s 3½ per cent of €1bn…";
  expect(renderable(title)).toBe(title);
});

it("removes emoji as whole sequences, and other scripts", () => {
  expect(renderable("Bitcoin 🚀 soars 👨‍👩‍👧 past a record 🇫🇷!")).toBe("Bitcoin soars past a record!");
  expect(renderable("央行宣布降息")).toBe("");
  expect(renderable("البنك المركزي")).toBe("");
});

it("removes brackets that became empty", () => {
  expect(renderable("Xi (习近平) visits the port")).toBe("Xi visits the port");
});

it("replaces characters without a glyph by their plain form", () => {
  expect(renderable("CO₂ and ﬁnance")).toBe("CO2 and finance");
  expect(renderable("Ḥamās in Łódź")).toBe("Hamas in ódz");
  expect(renderable("10\u2011year\u2009yield")).toBe("10-year yield");
});

it("composes combining marks, and removes those that do not compose", () => {
  expect(renderable("cafe\u0301")).toBe("café");
  expect(renderable("x\u0301\u0302yz")).toBe("xyz");
});

it("removes invisible characters, and keeps no-break spaces", () => {
  expect(renderable("Hy\u00ADphen \u202Eright\u202C to\u200B left")).toBe("Hyphen right to left");
  expect(renderable("3\u202Fper\u00A0cent")).toBe("3\u00A0per\u00A0cent");
});

it("measures coverage by letters and digits", () => {
  expect(glyphCoverage("Gold 🚀", "Gold")).toBe(1);
  expect(glyphCoverage("金 Gold", "Gold")).toBe(0.8);
  expect(glyphCoverage("央行", "")).toBe(0);
  expect(glyphCoverage("🚀", "")).toBe(0);
});

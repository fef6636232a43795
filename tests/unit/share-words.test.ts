import { expect, it } from "vitest";
import { settableText, shareKept } from "../../src/node/media/social-cards/settable-text.ts";

/** What a font for Western European languages has. */
const has = (character: string): boolean => /^[ -~\u00A0-ÿ–—‘’“”…€]$/u.test(character);
const settable = (text: string): string => settableText(text, has);

it("leaves text alone that the font has", () => {
  const title = "What “favoured” means – and why it’s 3½ per cent of €1bn…";
  expect(settable(title)).toBe(title);
});

it("leaves out emoji, with all that they are made of, and other scripts", () => {
  expect(settable("Bitcoin 🚀 soars 👨‍👩‍👧 past a record 🇫🇷!")).toBe("Bitcoin soars past a record!");
  expect(settable("央行宣布降息")).toBe("");
  expect(settable("البنك المركزي")).toBe("");
});

it("leaves no empty brackets behind", () => {
  expect(settable("Xi (习近平) visits the port")).toBe("Xi visits the port");
});

it("writes in plain letters what the font lacks in its own form", () => {
  expect(settable("CO₂ and ﬁnance")).toBe("CO2 and finance");
  expect(settable("Ḥamās in Łódź")).toBe("Hamas in ódz");
  expect(settable("10\u2011year\u2009yield")).toBe("10-year yield");
});

it("composes letters whose marks are written apart, and drops marks that no letter takes", () => {
  expect(settable("cafe\u0301")).toBe("café");
  expect(settable("x\u0301\u0302yz")).toBe("xyz");
});

it("drops signs that are not seen, and keeps spaces that do not break", () => {
  expect(settable("Hy\u00ADphen \u202Eright\u202C to\u200B left")).toBe("Hyphen right to left");
  expect(settable("3\u202Fper\u00A0cent")).toBe("3\u00A0per\u00A0cent");
});

it("tells how much of the letters and digits is left", () => {
  expect(shareKept("Gold 🚀", "Gold")).toBe(1);
  expect(shareKept("金 Gold", "Gold")).toBe(0.8);
  expect(shareKept("央行", "")).toBe(0);
  expect(shareKept("🚀", "")).toBe(0);
});

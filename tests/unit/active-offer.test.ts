import { expect, it } from "vitest";
import type { OfferGroup } from "../../_includes/components/search/search-offers.ts";
import { isStep, stepFrom } from "../../src/browser/search/active-offer.ts";

const group = (...addresses: string[]): OfferGroup => ({
  name: undefined,
  kind: "places",
  offers: addresses.map((href) => ({ href, text: href })),
});
const groups = [group("a", "b"), group(), group("c")];

it.each([
  [undefined, "ArrowDown", "a"],
  ["a", "ArrowDown", "b"],
  ["b", "ArrowDown", "c"],
  ["c", "ArrowDown", "a"],
  [undefined, "ArrowUp", "c"],
  ["c", "ArrowUp", "b"],
  ["a", "ArrowUp", "c"],
  ["gone", "ArrowDown", "a"],
])("from %s, %s leads to %s", (active, key, expected) => {
  expect(stepFrom(active, key, groups)).toBe(expected);
});

it("where there are no offers, keys lead nowhere", () => {
  expect(stepFrom(undefined, "ArrowDown", [])).toBeUndefined();
});

it("only arrows up and down are steps", () => {
  expect(["ArrowDown", "ArrowUp", "Home", "ArrowLeft", "a", "toString"].filter(isStep)).toEqual(["ArrowDown", "ArrowUp"]);
});

import { expect, it } from "vitest";
import { editDistance } from "../../src/lib/edit-distance.ts";

it.each([
  ["yield", "yield", 0],
  ["yeild", "yield", 1],
  ["tresury", "treasury", 1],
  ["treassury", "treasury", 1],
  ["tresurry", "treasury", 2],
  ["tariff", "tarrif", 2],
  ["rtaes", "rates", 1],
  ["oli", "oil", 1],
  ["ab", "ba", 1],
  ["abc", "ca", undefined],
  ["oil", "", undefined],
  ["", "ab", 2],
  ["inflation", "infltaoin", 2],
  ["cruve", "curve", 1],
  ["brent", "talks", undefined],
])("from %s to %s takes %s edits, or more than two", (a, b, edits) => {
  expect(editDistance(a, b, 2)).toBe(edits);
  expect(editDistance(b, a, 2)).toBe(edits);
});

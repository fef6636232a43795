import { expect, it } from "vitest";
import { yearOf } from "../../src/browser/search/search-fields.ts";

const YEARS = ["", "months", "2026", "2025"];

it.each([
  [undefined, undefined, ""],
  ["2025-01", "2025-12", "2025"],
  ["2025-01", undefined, "months"],
  ["2025-01", "2026-12", "months"],
  ["2025-02", "2025-12", "months"],
  ["1999-01", "1999-12", "months"],
])("the months from %s to %s correspond to the year “%s”", (from, to, expected) => {
  expect(yearOf({ from, to }, YEARS)).toBe(expected);
});

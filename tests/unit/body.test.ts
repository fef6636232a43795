import { expect, it } from "vitest";
import { readingMinutes } from "../../src/model/body.ts";

it.each([
  [0, 1],
  [1, 1],
  [344, 1],
  [346, 2],
  [690, 3],
  [2300, 10],
])("a text of %i words takes %i minutes to read", (words, minutes) => {
  expect(readingMinutes(words)).toBe(minutes);
});

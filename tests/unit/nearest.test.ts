import { expect, it } from "vitest";
import { nearest } from "../../src/lib/nearest.ts";

const FIELDS = ["title", "standfirst", "section", "published", "updated", "authors", "topics", "picture", "keyPoints", "draft"];

it.each([
  ["auhtors", "authors"],
  ["author", "authors"],
  ["Title", "title"],
  ["keypoints", "keyPoints"],
  ["key_points", "keyPoints"],
  ["publishd", "published"],
  ["standfrist", "standfirst"],
])("%s most likely means %s", (written, meant) => {
  expect(nearest(written, FIELDS)).toBe(meant);
});

it.each(["layout", "zzz", "photograph"])("%s means none of the fields", (written) => {
  expect(nearest(written, FIELDS)).toBeUndefined();
});

it("nothing is near where nothing is known", () => {
  expect(nearest("title", [])).toBeUndefined();
});

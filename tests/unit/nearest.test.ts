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
])("the nearest field to %s is %s", (name, field) => {
  expect(nearest(name, FIELDS)).toBe(field);
});

it.each(["layout", "zzz", "photograph"])("no field is close to %s", (name) => {
  expect(nearest(name, FIELDS)).toBeUndefined();
});

it("without known names there is no nearest one", () => {
  expect(nearest("title", [])).toBeUndefined();
});

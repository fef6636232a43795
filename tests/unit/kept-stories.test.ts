import { expect, it } from "vitest";
import { KeptStories } from "../../src/browser/search/kept-stories.ts";
import { sampleFound } from "./sample-answer.ts";

const TAKEN = ["2026/01/07/paris-talks-channel/index.html", "pictures/paris-0123456789-800.avif"];
const READ = ["2025/03/02/euro-zone/", "pictures/euro-abcdef0123-240.webp"];
const kept = new KeptStories(TAKEN, READ);

it("a story that was taken along, or that was read, needs no connection", () => {
  expect(kept.asKept(sampleFound()).needsConnection).toBe(false);
  expect(kept.asKept(sampleFound({ path: "/2025/03/02/euro-zone/" })).needsConnection).toBe(false);
});

it("a story that is not on the device does, and nothing else of it changes", () => {
  const story = sampleFound({ path: "/2025/03/02/euro/" });
  expect(kept.asKept(story)).toEqual({ ...story, needsConnection: true });
});

it("a picture is shown where a file is there that stands in for it, or the file itself", () => {
  const pictureOf = (picture: `/${string}`) => kept.asKept(sampleFound({ picture })).picture;
  expect(pictureOf("/pictures/paris-0123456789-240.webp")).toBe("/pictures/paris-0123456789-240.webp");
  expect(pictureOf("/pictures/euro-abcdef0123-240.webp")).toBe("/pictures/euro-abcdef0123-240.webp");
  expect(pictureOf("/pictures/euro-abcdef0123-480.webp")).toBeUndefined();
  expect(pictureOf("/pictures/rates-0123456789-240.webp")).toBeUndefined();
});

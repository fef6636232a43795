import { expect, it } from "vitest";
import { StoredStories } from "../../src/browser/search/stored-stories.ts";
import { sampleFound } from "./sample-answer.ts";

const DOWNLOADED = ["2026/01/07/paris-talks-channel/index.html", "pictures/paris-0123456789-800.avif"];
const CACHED = ["2025/03/02/euro-zone/", "pictures/euro-abcdef0123-240.webp"];
const stored = new StoredStories(DOWNLOADED, CACHED);

it("a story that was downloaded, or cached when it was read, needs no connection", () => {
  expect(stored.markStored(sampleFound()).needsConnection).toBe(false);
  expect(stored.markStored(sampleFound({ path: "/2025/03/02/euro-zone/" })).needsConnection).toBe(false);
});

it("a story that is not on the device needs a connection, and is otherwise unchanged", () => {
  const story = sampleFound({ path: "/2025/03/02/euro/" });
  expect(stored.markStored(story)).toEqual({ ...story, needsConnection: true });
});

it("a picture is shown if any variant of it was downloaded, or its own file was cached", () => {
  const pictureOf = (picture: `/${string}`) => stored.markStored(sampleFound({ picture })).picture;
  expect(pictureOf("/pictures/paris-0123456789-240.webp")).toBe("/pictures/paris-0123456789-240.webp");
  expect(pictureOf("/pictures/euro-abcdef0123-240.webp")).toBe("/pictures/euro-abcdef0123-240.webp");
  expect(pictureOf("/pictures/euro-abcdef0123-480.webp")).toBeUndefined();
  expect(pictureOf("/pictures/rates-0123456789-240.webp")).toBeUndefined();
});

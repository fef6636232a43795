import { expect, it } from "vitest";
import { storyAddress } from "../../_includes/components/search/search-addresses.ts";
import { hrefAbsolute } from "../../src/model/urls.ts";
import { sampleFound } from "./sample-answer.ts";

const href = hrefAbsolute("https://example.org/a/b/");
const STORY = "https://example.org/a/b/2026/01/07/paris-talks-channel/";

it("a story is below the publication’s root, wherever that is", () => {
  expect(storyAddress(sampleFound(), href)).toBe(STORY);
});

it("has the words to highlight as one parameter, before the fragment", () => {
  const story = sampleFound({ marks: ["yield", "curve", "a&b"] });
  expect(storyAddress(story, href)).toBe(`${STORY}?mark=yield+curve+a%26b`);
  expect(storyAddress(story, href, "two-forces")).toBe(`${STORY}?mark=yield+curve+a%26b#two-forces`);
});

it("encodes the id of a heading in any script", () => {
  expect(storyAddress(sampleFound(), href, "größe")).toBe(`${STORY}#gr%C3%B6%C3%9Fe`);
});

import { describe, expect, it } from "vitest";
import { foundStory, markedText } from "../../src/browser/search/found-story.ts";

describe("an excerpt of a search", () => {
  it("is taken apart at the marks around the words found", () => {
    expect(markedText("the <mark>yield</mark> of a <mark>bond</mark>")).toEqual([
      { text: "the ", marked: false },
      { text: "yield", marked: true },
      { text: " of a ", marked: false },
      { text: "bond", marked: true },
    ]);
  });

  it("keeps as text whatever else looks like markup", () => {
    expect(markedText("<img src=x> &lt;b&gt; R&amp;D <mark>a &lt; b</mark>")).toEqual([
      { text: "<img src=x> <b> R&D ", marked: false },
      { text: "a < b", marked: true },
    ]);
  });

  it("unescapes once only", () => {
    expect(markedText("&amp;lt;")).toEqual([{ text: "&lt;", marked: false }]);
  });
});

describe("a found story", () => {
  const meta = {
    title: "Title",
    standfirst: "",
    section: "Politics",
    sectionPath: "/politics/",
    published: "2026-01-07T09:30:00-05:00",
    date: "7 Jan 2026",
    minutes: "3",
    topics: "",
    authors: "",
    picture: "",
  };

  it("has addresses below the publication's root, wherever that lies", () => {
    const story = foundStory({ raw_url: "/2026/01/07/a/", excerpt: "", meta }, new URL("https://example.org/a/b/"));
    expect(story.href).toBe("https://example.org/a/b/2026/01/07/a/");
    expect(story.section.href).toBe("https://example.org/a/b/politics/");
    expect(story.picture).toBeUndefined();
  });
});

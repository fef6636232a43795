import { describe, expect, it } from "vitest";
import { articleSchema } from "../../src/model/article.ts";

const NOW_MS = Date.parse("2026-02-01T12:00:00Z");
const schema = articleSchema(
  {
    sections: ["politics", "economy"],
    authors: ["politics-desk", "economy-desk"],
    topics: ["diplomacy", "trade"],
    pictures: ["paris"],
  },
  NOW_MS,
);

const MINIMAL = {
  title: "Talks open a channel",
  standfirst: "Two delegations met.",
  section: "politics",
  published: "2026-01-07T09:30:00-05:00",
  authors: ["politics-desk"],
};

/** The invalid fields. */
function faultyFields(fields: object): readonly string[] {
  const { error } = schema.safeParse(fields);
  return (error?.issues ?? []).flatMap((issue) =>
    issue.code === "unrecognized_keys" ? issue.keys : [issue.path.join(".") || "(root)"],
  );
}

describe("the front matter of a story", () => {
  it("requires title, standfirst, section, date and author, and has defaults for the rest", () => {
    expect(schema.parse(MINIMAL)).toEqual({ ...MINIMAL, topics: [], keyPoints: [], corrections: [], draft: false });
  });

  it("accepts every optional field", () => {
    const complete = {
      ...MINIMAL,
      topics: ["trade", "diplomacy"],
      updated: "2026-01-07T16:00:00+01:00",
      picture: { file: "paris", caption: "A caption.", alt: "Other words." },
      keyPoints: ["One.", "Two.", "Three.", "Four.", "Five."],
      corrections: [{ date: "2026-01-07T15:45:00+01:00", text: "A word was wrong." }],
      draft: true,
    };
    expect(schema.parse(complete)).toEqual(complete);
  });

  it.each(Object.keys(MINIMAL))("is invalid without %s", (field) => {
    expect(faultyFields({ ...MINIMAL, [field]: undefined })).toEqual([field]);
  });

  it.each<[string, object, string]>([
    ["a field that nobody knows", { auhtors: ["politics-desk"] }, "auhtors"],
    ["an empty title", { title: "  " }, "title"],
    ["a title of 121 characters", { title: "x".repeat(121) }, "title"],
    ["a standfirst of 241 characters", { standfirst: "x".repeat(241) }, "standfirst"],
    ["an unknown section", { section: "sport" }, "section"],
    ["a date without an offset", { published: "2026-01-07T09:30:00" }, "published"],
    ["a date that YAML has read as a number", { published: 2026 }, "published"],
    ["an update before publication", { updated: "2026-01-07T09:29:59-05:00" }, "updated"],
    ["an update that is earlier by its offset only", { updated: "2026-01-07T10:00:00+01:00" }, "updated"],
    ["the first year", { published: "0001-01-07T09:30:00-05:00" }, "published"],
    ["a year with two digits missing", { published: "0026-01-07T09:30:00-05:00" }, "published"],
    ["a year in the century before last", { published: "1826-01-07T09:30:00-05:00" }, "published"],
    ["a date with two digits of its year swapped", { published: "2062-01-07T09:30:00-05:00" }, "published"],
    ["an update in the future", { updated: "2031-01-07T09:30:00-05:00" }, "updated"],
    ["an update a second ahead", { updated: "2026-02-01T12:00:01Z" }, "updated"],
    [
      "an update later than its publication, which is to come",
      { published: "2026-03-01T12:00:00Z", updated: "2026-03-01T12:00:01Z" },
      "updated",
    ],
    [
      "a correction in the future",
      {
        published: "2026-03-01T12:00:00Z",
        updated: "2026-03-01T12:00:00Z",
        corrections: [{ date: "2026-03-01T12:00:01Z", text: "A." }],
      },
      "corrections.0.date",
    ],
    ["no author in the list", { authors: [] }, "authors"],
    ["an author who is a text and no list", { authors: "politics-desk" }, "authors"],
    ["an unknown author", { authors: ["politics-desk", "sports-desk"] }, "authors.1"],
    ["an author twice", { authors: ["politics-desk", "politics-desk"] }, "authors"],
    ["an unknown topic", { topics: ["gold"] }, "topics.0"],
    ["a topic twice", { topics: ["trade", "trade"] }, "topics"],
    ["an unknown picture", { picture: { file: "london" } }, "picture.file"],
    ["a picture without its file", { picture: { caption: "A caption." } }, "picture.file"],
    ["an unknown field of the picture", { picture: { file: "paris", credit: "Me" } }, "credit"],
    ["six key points", { keyPoints: ["1", "2", "3", "4", "5", "6"] }, "keyPoints"],
    ["a draft that is a text", { draft: "yes" }, "draft"],
  ])("is invalid with %s", (_, change, field) => {
    expect(faultyFields({ ...MINIMAL, ...change })).toEqual([field]);
  });

  it("allows an update at the instant of publication, whatever the offset", () => {
    expect(faultyFields({ ...MINIMAL, updated: "2026-01-07T14:30:00Z" })).toEqual([]);
  });

  it.each([
    ["an update now", { updated: "2026-02-01T12:00:00Z" }],
    ["publication to come", { published: "2026-03-01T12:00:00Z" }],
    [
      "publication to come, which is given as the update too",
      { published: "2026-03-01T12:00:00Z", updated: "2026-03-01T07:00:00-05:00" },
    ],
    ["publication years ahead", { published: "2035-03-01T12:00:00Z" }],
    ["publication in 1900", { published: "1900-01-01T00:00:00Z" }],
  ])("allows %s", (_, change) => {
    expect(faultyFields({ ...MINIMAL, ...change })).toEqual([]);
  });

  it("reports all errors, not only the first", () => {
    const faulty = { ...MINIMAL, title: undefined, section: "sport", updated: "2020-01-01T00:00:00Z", colour: "red" };
    expect(faultyFields(faulty).toSorted()).toEqual(["colour", "section", "title", "updated"]);
  });
});

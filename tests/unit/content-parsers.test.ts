import { describe, expect, it } from "vitest";
import { articleParser } from "../../src/node/ingest/content-parsers.ts";
import { sampleFigureContext } from "./sample-series.ts";
import { CALENDAR, POLITICS, taxonomyTerm } from "./sample-story.ts";

const FIGURES = sampleFigureContext([]);
const parse = articleParser(
  {
    sections: new Map([["politics", POLITICS]]),
    authors: new Map([["desk", taxonomyTerm("desk")]]),
    topics: new Map(),
    pictures: new Set(["paris"]),
    figures: FIGURES,
    nowMs: FIGURES.asOfMs,
  },
  CALENDAR,
);
const STORY = '---\ntitle: "T"\nstandfirst: S\nsection: politics\npublished: 2026-01-07T12:00:00Z\nauthors: [desk]\n---\nText.\n';

/** `line field: message → fix` */
function diagnostics(text: string, file = "a-story.md"): readonly string[] {
  return parse({ file, text }).diagnostics.map(({ line, field, message, fix }) => `${line ?? "-"} ${field}: ${message} → ${fix}`);
}

describe("the name of a story's file", () => {
  it.each(["a", "2026", "a-b-2", "a".repeat(100)])("may be %s", (name) => {
    expect(diagnostics(STORY, `articles/${name}.md`)).toEqual([]);
  });

  it.each(["a".repeat(101), "a".repeat(250), "A", "a_b", "a b", "ü", "u\u0308", "a--b", "-a", "a.b", "#1", "100%"])(
    "cannot be %s",
    (name) => {
      expect(diagnostics(STORY, `articles/${name}.md`)).toEqual([
        "- file: has a name that cannot be an address → name it in up to 100 lower-case letters, digits and hyphens",
      ]);
    },
  );
});

describe("slips in a story", () => {
  it.each([
    [
      ["published: 2026", "published: 0026"],
      "5 published: is before the year 1900 → write an instant with its offset, such as 2026-01-07T09:30:00-05:00",
    ],
    [
      ["authors:", "updated: 2031-01-07T12:00:00Z\nauthors:"],
      "6 updated: is in the future → write an instant with its offset, not before `published` and not in the future, or leave it out",
    ],
    [['"T"', '"T \\ud83d"'], "2 title: has an escape for half of a character → write the character itself, or leave it out"],
    [
      ["standfirst: S", "standfirst: S #1 T"],
      "3 standfirst: ends at `S`, because YAML reads `#1 T` as a comment → put the whole text between double quotation marks",
    ],
  ])("are reported with their line: %j", ([right = "", wrong = ""], diagnostic) => {
    expect(diagnostics(STORY.replace(right, wrong))).toEqual([diagnostic]);
  });
});

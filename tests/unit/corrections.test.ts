import { describe, expect, it } from "vitest";
import { articleSchema } from "../../src/model/article.ts";
import { buildCatalog } from "../../src/model/catalog.ts";
import { correctionId } from "../../src/model/correction.ts";
import { instant } from "../../src/model/dates.ts";
import { CALENDAR, POLITICS, story } from "./sample-story.ts";

const NOW_MS = Date.parse("2026-02-01T12:00:00Z");
const schema = articleSchema({ sections: ["politics"], authors: ["desk"], topics: [], pictures: [] }, NOW_MS);

const STORY = {
  title: "Talks open a channel",
  standfirst: "Two delegations met.",
  section: "politics",
  published: "2026-01-07T09:30:00-05:00",
  updated: "2026-01-08T10:00:00-05:00",
  authors: ["desk"],
};

/** `field: what is wrong` */
function diagnostics(fields: object): readonly string[] {
  const { error } = schema.safeParse({ ...STORY, ...fields });
  return (error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
}

const dated = (...dates: readonly unknown[]) => ({ corrections: dates.map((date) => ({ date, text: "A name was wrong." })) });

describe("the corrections of a story", () => {
  it("may be dated from publication to update, both included", () => {
    expect(diagnostics(dated("2026-01-07T14:30:00Z", "2026-01-08T09:00:00-05:00", "2026-01-08T15:00:00Z"))).toEqual([]);
  });

  it.each<[string, object, readonly string[]]>([
    ["is before the story", dated("2026-01-07T14:29:59Z"), ["corrections.0.date: is before `published`"]],
    ["is after its update", dated("2026-01-08T15:00:01Z"), ["corrections.0.date: is after `updated`"]],
    [
      "stands in a story that was never updated",
      { ...dated("2026-01-08T09:00:00-05:00"), updated: undefined },
      ["corrections.0.date: belongs to a story without `updated`"],
    ],
    [
      "has the second of another, whose address it would have",
      dated("2026-01-08T09:00:00-05:00", "2026-01-08T14:00:00.900Z"),
      ["corrections.1.date: is the date of another correction"],
    ],
    [
      "has a date without an offset",
      dated("2026-01-08T09:00:00"),
      ["corrections.0.date: is not an ISO 8601 instant with an offset"],
    ],
  ])("are invalid where one %s", (_, fields, expected) => {
    expect(diagnostics(fields)).toEqual(expected);
  });

  it("are checked one by one, and reported with all other errors", () => {
    const all = diagnostics({
      ...dated("soon", "later", "2026-01-06T00:00:00Z", "2026-01-09T00:00:00Z"),
      section: "sport",
      colour: "red",
    });
    expect(all.map((error) => error.split(":")[0]).toSorted()).toEqual([
      "",
      "corrections.0.date",
      "corrections.1.date",
      "corrections.2.date",
      "corrections.3.date",
      "section",
    ]);
  });

  it("need a text of at most 500 characters and have no other field", () => {
    const date = STORY.updated;
    expect(diagnostics({ corrections: [{ date, text: " " }] })).toHaveLength(1);
    expect(diagnostics({ corrections: [{ date, text: "x".repeat(501) }] })).toHaveLength(1);
    expect(diagnostics({ corrections: [{ date, text: "x".repeat(500) }] })).toEqual([]);
    expect(diagnostics({ corrections: [{ date, text: "A name.", by: "me" }] })).toHaveLength(1);
  });
});

const at = (date: string) => instant(date, CALENDAR);
const PUBLICATION = { name: "The Paper", description: "News.", sections: [POLITICS] };

function corrected(slug: string, ...dates: readonly string[]) {
  const corrections = dates.map((date) => ({ date: at(date), text: `${slug} was wrong.` }));
  return story({ slug, updated: dates[0] ?? STORY.published, corrections });
}

describe("the correction archive", () => {
  const stories = [
    corrected("a", "2026-03-01T12:00:00-05:00", "2026-01-08T12:00:00-05:00"),
    corrected("b", "2026-02-01T12:00:00-05:00"),
    corrected("c", "2027-01-01T04:59:00Z"),
    { ...corrected("draft", "2026-01-09T12:00:00-05:00"), draft: true },
  ];
  const filed = (asOf: string) => buildCatalog(stories, at(asOf), PUBLICATION).corrections;
  const dates = (asOf: string) => filed(asOf).all.map(({ article, date }) => `${article.path.split("/")[4]} ${date.toISODate()}`);

  it("contains those of every published story, newest first", () => {
    expect(dates("2027-06-01T00:00:00Z")).toEqual(["c 2026-12-31", "a 2026-03-01", "b 2026-02-01", "a 2026-01-08"]);
  });

  it("leaves out those after the edition's clock", () => {
    expect(dates("2026-02-01T16:59:59Z")).toEqual(["a 2026-01-08"]);
    expect(dates("2026-02-01T17:00:00Z")).toEqual(["b 2026-02-01", "a 2026-01-08"]);
  });

  it("groups by year in the publication's time zone, not UTC", () => {
    const years = filed("2027-06-01T00:00:00Z").years.map(({ year, path, corrections }) => [year, path, corrections.length]);
    expect(years).toEqual([[2026, "/corrections/2026/", 4]]);
  });

  it("links to the correction on its story's page", () => {
    const [newest] = filed("2027-06-01T00:00:00Z").all;
    expect(newest?.path).toBe("/2026/01/07/c/#correction_20270101T045900Z");
  });
});

it("the id of a correction does not depend on the offset of its date", () => {
  const [here, there] = ["2026-01-08T10:05:00-05:00", "2026-01-08T16:05:00+01:00"].map((date) => correctionId(at(date)));
  expect(here).toBe("correction_20260108T150500Z");
  expect(there).toBe(here);
});

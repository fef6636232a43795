import { beforeAll, describe, expect, it } from "vitest";
import { archiveShards } from "../../src/formats/search/shards.ts";
import { buildCatalog } from "../../src/model/catalog.ts";
import { instant } from "../../src/model/dates.ts";
import { openSearchArchive, type SearchedArchive } from "../search-archive.ts";
import { CALENDAR, POLITICS, story } from "../unit/sample-story.ts";
import { indexStories } from "./index-stories.ts";

/** What each story writes, by its slug. */
const TEXTS: Readonly<Record<string, string>> = {
  mobile: "T-Mobile’s offer by e-mail, around the clock, 24/7, for a 5-year contract and a USB-C plug",
  emails: "An email from TMobile, 24 pages on 7 plans, took five years",
  hyphens: "The co‑op cut its T\u2011bill holdings after 9/11; TAT-8 carried the X-date in Q4/2025 by 2-1",
  gdp: "GDP’s fall hurt the EU’s position and the film-maker’s G7’s tariffs; the U.S.’s debt met Paris’s",
  linked: '<a href="#x">BRICS</a>’s long-<em>term</em> view of CO<sub>2</sub> since 1990’s end',
  falling: "Inflation was −0.4% in May and -$5bn in June, at 1.05 per euro, up 3.5%",
  rising: "Inflation was 0.4% in May, at 105 per euro, for 35 of 1,529.46",
  letters: "Łódź, Ørsted, Strauß, Ærø and the ﬁrst oﬃce in Zürich",
  plain: "Lodz, Orsted, Strauss, Aero and the first office in Zurich",
  index: "The S&amp;P 500 fell by 25°C in March with AT&amp;T",
  spaced: "The S &amp; P 500 rose by 25 °C in April; they cooperate",
  operate: "They co-operate with R&amp;D in 2026–27",
};

describe("a story is found", () => {
  let archive: SearchedArchive;

  beforeAll(async () => {
    const stories = Object.entries(TEXTS).map(([slug, text]) =>
      story({ slug, title: "A report", standfirst: "On a matter.", body: [{ kind: "html", html: `<p>${text}.</p>` }] }),
    );
    const publication = { name: "N", description: "D", sections: [POLITICS] };
    const catalog = buildCatalog(stories, instant("2026-06-01T00:00:00Z", CALENDAR), publication);
    archive = await openSearchArchive(await indexStories(catalog, archiveShards(catalog.articles)));
    return () => archive.close();
  });

  /** The slugs of the stories that match the whole query, best first. */
  async function found(q: string): Promise<readonly string[]> {
    const { stories, matching } = await archive.search({ q }, 100, false);
    return matching === "all" ? stories.map(({ path }) => path.split("/").at(-2) ?? "") : [];
  }

  it.each([
    ["T-Mobile", ["emails", "mobile"]],
    ["TMobile", ["emails", "mobile"]],
    ["e-mail", ["emails", "mobile"]],
    ["email", ["emails", "mobile"]],
    ['"e-mail"', ["mobile"]],
    ["24/7", ["mobile"]],
    ["24-7", ["mobile"]],
    ["247", []],
    ["5-year", ["mobile"]],
    ["USB-C", ["mobile"]],
    ["USB‑C plug", ["mobile"]],
    ["co-op", ["hyphens"]],
    ["T-bill", ["hyphens"]],
    ["9/11", ["hyphens"]],
    ["TAT-8", ["hyphens"]],
    ["X-date", ["hyphens"]],
    ["Q4/2025", ["hyphens"]],
    ["2-1", ["hyphens"]],
    ["offer -T-Mobile", []],
    ["emai", ["emails", "mobile"]],
    ["T-Mobi", ["mobile"]],
    ["long-ter", ["linked"]],
    ["long-term", ["linked"]],
    ["CO2", ["linked"]],
    ["2026–27", ["operate"]],
    ["2026/27", ["operate"]],
    ["R&D", ["operate"]],
    ["AT&T", ["index"]],
    ["co-operate", ["operate", "spaced"]],
    ["cooperate", ["operate", "spaced"]],
    ["S & P 500", ["index", "spaced"]],
    ["S&P 500", ["index", "spaced"]],
    ["25°C", ["index", "spaced"]],
    ["25 °C", ["index", "spaced"]],
  ])("by its compounds in any spelling, and by no others: %s", async (q, expected) => {
    expect((await found(q)).toSorted()).toEqual(expected);
  });

  it.each([
    ["GDP tariffs", "gdp"],
    ['"EU position"', "gdp"],
    ['"EU’s position"', "gdp"],
    ["G7", "gdp"],
    ["G7’s", "gdp"],
    ["film-maker", "gdp"],
    ["Paris", "gdp"],
    ["U.S. debt", "gdp"],
    ['"US debt"', "gdp"],
    ["BRICS", "linked"],
    ["1990", "linked"],
  ])("with a possessive ending or without: %s", async (q, expected) => {
    expect(await found(q)).toEqual([expected]);
  });

  it.each([
    ["−0.4%", ["falling", "rising"]],
    ["-0.4%", ["falling", "rising"]],
    ["–0.4", ["falling", "rising"]],
    ["inflation -0.4%", ["falling", "rising"]],
    ["−$5bn", ["falling"]],
    ["1.05", ["falling"]],
    ["105", ["rising"]],
    ["3.5%", ["falling"]],
    ["35", ["rising"]],
    ["05", []],
    ["1529.46", ["rising"]],
    ["1,529.46", ["rising"]],
    ["inflation -june", ["rising"]],
    ['inflation -"0.4"', []],
  ])("by its figures, those with the same sign first: %s", async (q, expected) => {
    expect(await found(q)).toEqual(expected);
  });

  it.each([
    "Łódź",
    "lodz",
    "Ørsted",
    "orsted",
    "Strauß",
    "strauss",
    "Ærø",
    "aero",
    "ﬁrst",
    "first oﬃce",
    '"strauß aero"',
    "zürich",
  ])("whatever letters it is spelt with: %s", async (q) => {
    expect((await found(q)).toSorted()).toEqual(["letters", "plain"]);
  });

  it("is quoted and marked as it is written", async () => {
    const quoted = async (q: string) => {
      const [first] = (await archive.search({ q }, 1, false)).stories;
      return [first?.excerpt.flatMap(({ text, marked }) => (marked ? [text] : [])), first?.marks];
    };
    expect(await quoted("t-mobile offer")).toEqual([
      ["T-Mobile’s", "offer"],
      ["tmobile", "offer"],
    ]);
    expect(await quoted("2026/27")).toEqual([["2026–27"], ["2026-27"]]);
    expect(await quoted("−0.4%")).toEqual([["0.4"], ["-0.4"]]);
    expect(await quoted("łódź zürich ørsted")).toEqual([
      ["Łódź", "Ørsted", "Zürich"],
      ["lodz", "orsted", "zurich"],
    ]);
  });
});

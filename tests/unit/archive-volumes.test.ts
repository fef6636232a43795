import { expect, it } from "vitest";
import { buildCatalog } from "../../src/newsroom/catalog.ts";
import { instant } from "../../src/newsroom/dates.ts";
import { archiveVolumes } from "../../src/newsroom/search/archive-volumes.ts";
import { searchManifest } from "../../src/newsroom/search/search-manifest.ts";
import { CALENDAR, POLITICS, story, thing } from "./sample-story.ts";

const STORIES = [
  story({ slug: "late", published: "2026-01-01T00:30:00-05:00" }),
  story({ slug: "new-year", published: "2025-12-31T23:30:00-05:00", topics: [thing("trade")] }),
  story({ slug: "old", published: "2023-05-01T12:00:00-04:00" }),
];
const PUBLICATION = { name: "P", description: "P", sections: [POLITICS] };
const catalog = buildCatalog(STORIES, instant("2026-11-22T12:00:00Z", CALENDAR), PUBLICATION);

it("an archive has a volume for each year of the publication’s own calendar, the newest first", () => {
  const volumes = archiveVolumes(catalog.articles).map(({ year, articles }) => [year, articles.map(({ slug }) => slug)]);
  expect(volumes).toEqual([
    [2026, ["late"]],
    [2025, ["new-year"]],
    [2023, ["old"]],
  ]);
});

const SERIES = [{ id: "brent", name: "Brent crude oil", path: "/market-data/brent/" }] as const;

it("the search knows sections, topics and authors by name and place, and the newest stories, before any volume", () => {
  const volumes = [{ year: 2026, stories: 1, fingerprint: "f", vocabulary: ["t"] }];
  const manifest = searchManifest(
    catalog,
    volumes,
    [
      ["a", "of", "the"],
      ["of", "oil", "the"],
    ],
    SERIES,
  );
  expect(manifest.volumes).toEqual(volumes);
  expect(manifest.everywhere).toEqual(["of", "the"]);
  expect(manifest.series).toEqual(SERIES);
  expect(manifest.topics).toEqual([{ id: "trade", name: "The trade", path: "/topics/trade/" }]);
  expect(manifest.sections).toEqual([{ id: "politics", name: "Politics", path: "/politics/" }]);
  expect(manifest.authors.map(({ id }) => id)).toEqual(["politics-desk"]);
  expect(manifest.newest[0]).toEqual({ title: "Talks open a channel", path: "/2026/01/01/late/", date: "1 Jan 2026" });
});

import { describe, expect, it } from "vitest";
import type { EditionManifest } from "../../src/formats/edition-manifest.ts";
import { editionStories, writeStories } from "../../src/formats/offline/edition-stories.ts";
import type { EditionScopes } from "../../src/formats/offline/scopes.ts";
import type { Article } from "../../src/model/article.ts";
import { buildCatalog } from "../../src/model/catalog.ts";
import { instant } from "../../src/model/dates.ts";
import type { RenderedPicture } from "../../src/model/picture.ts";
import { scopesFile, scopesOf } from "../../src/node/publish/offline/write-scopes.ts";
import { CALENDAR, ECONOMY, POLITICS, story } from "./sample-story.ts";

const SECTIONS = [ECONOMY, { id: "sport", name: "Sport", description: "Games." }, POLITICS];
const CLOCK = instant("2026-02-01T00:00:00Z", CALENDAR);

const catalogOf = (articles: readonly Article[]) =>
  buildCatalog(articles, CLOCK, { name: "The Paper", description: "News.", sections: SECTIONS });

const lead = (name: string) => ({ name, caption: undefined, alt: undefined });

const NEW = story({ slug: "new", picture: lead("map"), body: [figure("port"), figure("map")] });
const OLD = story({ slug: "old", published: "2024-12-31T23:00:00-05:00", section: ECONOMY });

function figure(picture: string) {
  return { kind: "figure", picture, alt: undefined, caption: undefined } as const;
}

function rendered(name: string, ...widths: readonly number[]): RenderedPicture {
  const source = (ending: string) => ({
    type: `image/${ending}`,
    files: widths.map((widthPx) => ({ path: `/pictures/${name}-0123456789-${widthPx}.${ending}` as const, widthPx })),
  });
  return { widthPx: 1600, heightPx: 900, sources: [source("avif"), source("webp")], fallback: source("png") };
}

const IMAGES = new Map([
  ["map", rendered("map", 240, 480, 800, 1200)],
  ["port", rendered("port", 240, 640)],
]);
const STORIES = editionStories([NEW, OLD], IMAGES);

describe("the scopes of an edition", () => {
  it("are everything, the newest month, the sections in their order and the years, newest first", () => {
    expect(scopesOf(catalogOf([OLD, NEW]), CALENDAR)).toEqual([
      { id: "everything", name: "Everything" },
      { id: "new", name: "New in January 2026" },
      { id: "section:economy", name: "Economy" },
      { id: "section:politics", name: "Politics" },
      { id: "year:2026", name: "2026" },
      { id: "year:2024", name: "2024" },
    ]);
  });

  it("name the month in the publication's language", () => {
    const german = { ...CALENDAR, language: "de" };
    expect(scopesOf(catalogOf([NEW]), german)[1]?.name).toBe("New in Januar 2026");
  });

  it("are none where there is no story", () => {
    expect(scopesOf(catalogOf([]), CALENDAR)).toEqual([]);
  });
});

describe("the list of stories", () => {
  it("has the section and pictures of each, one file per picture, sorted by folder", () => {
    expect(STORIES).toEqual({
      "2024/12/31/old/": ["economy"],
      "2026/01/07/new/": ["politics", "pictures/map-0123456789-800.avif", "pictures/port-0123456789-640.avif"],
    });
    expect(Object.keys(STORIES)).toEqual(["2024/12/31/old/", "2026/01/07/new/"]);
  });

  it("is written with one story per line, and parsed unchanged", () => {
    const text = writeStories(STORIES);
    expect(text.split("\n")[1]).toBe('"2024/12/31/old/":["economy"],');
    expect(JSON.parse(text)).toEqual(STORIES);
    expect(text.split("\n")).toHaveLength(5);
    expect(JSON.parse(writeStories({}))).toEqual({});
    expect(writeStories(editionStories([OLD, NEW], IMAGES))).toBe(text);
  });
});

describe("the list of scopes", () => {
  const FILES: EditionManifest["files"] = {
    "index.html": ["a1", 1],
    "2024/12/31/old/index.html": ["b1", 10],
    "2026/01/07/new/index.html": ["c1", 100],
    "pictures/map-0123456789-800.avif": ["d1", 1_000],
    "pictures/port-0123456789-640.avif": ["e1", 2_000],
    "feed.xml": ["f1", 10_000],
  };

  function listed(files: EditionManifest["files"], articles = [NEW, OLD]): EditionScopes {
    const stories = editionStories(articles, IMAGES);
    const date = articles.length > 0 ? NEW.published : undefined;
    const [written] = scopesFile(
      { catalog: catalogOf(articles), site: CALENDAR, edition: { date } },
      stories,
      "0123456789",
    )(files);
    expect(written?.[0]).toBe("offline/parts.json");
    return JSON.parse(written?.[1] ?? "");
  }

  it("has the stories and bytes of each, with its pictures apart", () => {
    const { parts, date } = listed(FILES);
    expect(date).toBe("2026-01-07T09:30:00-05:00");
    expect(parts.map(({ name, ...sizes }) => sizes)).toEqual([
      { id: "everything", stories: 2, bytes: 111, pictureBytes: 3_000 },
      { id: "new", stories: 1, bytes: 101, pictureBytes: 3_000 },
      { id: "section:economy", stories: 1, bytes: 11, pictureBytes: 0 },
      { id: "section:politics", stories: 1, bytes: 101, pictureBytes: 3_000 },
      { id: "year:2026", stories: 1, bytes: 101, pictureBytes: 3_000 },
      { id: "year:2024", stories: 1, bytes: 11, pictureBytes: 0 },
    ]);
  });

  it("changes its fingerprint when a downloadable file changes, is renamed, or is gone", () => {
    const { fingerprint } = listed(FILES);
    const front: EditionManifest["files"][string] = ["a1", 1];
    const { "index.html": _, ...others } = FILES;
    const changed: readonly EditionManifest["files"][] = [
      { ...FILES, "index.html": ["a2", 1] },
      { ...FILES, "pictures/map-0123456789-800.avif": ["d2", 1_000] },
      { ...others, "about/index.html": front },
      others,
    ];
    const fingerprints = changed.map((files) => listed(files).fingerprint);
    expect(new Set([fingerprint, ...fingerprints]).size).toBe(5);
  });

  it("keeps its fingerprint when files are reordered, or others change", () => {
    const turned = Object.fromEntries(Object.entries(FILES).reverse());
    expect(listed(turned)).toEqual(listed(FILES));
    expect(listed({ ...FILES, "feed.xml": ["f2", 1] })).toEqual(listed(FILES));
  });

  it("has no scopes and no date where there is no story", () => {
    expect(listed(FILES, [])).toEqual({
      publication: "#0123456789",
      fingerprint: expect.stringMatching(/^[0-9a-f]{10}$/),
      parts: [],
    });
  });
});

import { describe, expect, it } from "vitest";
import { filesOfScope } from "../../src/formats/offline/scope-files.ts";
import type { EditionStories, ScopeId } from "../../src/formats/offline/scopes.ts";

const TALKS = "2026/11/19/talks/";
const CABLES = "2026/11/02/cables/";
const RATES = "2026/03/05/rates/";
const LAW = "2024/06/11/law/";

const MAP = "pictures/map-0123456789-800.avif";
const PORT = "pictures/port-1111111111-640.avif";

const STORIES: EditionStories = {
  [LAW]: ["politics", MAP],
  [RATES]: ["economy"],
  [CABLES]: ["economy", PORT, MAP],
  [TALKS]: ["politics", PORT],
};

/** Part of every scope. */
const COMMON = [
  "about/index.html",
  "assets/chunk-HMUDVRAE.js",
  "assets/icon-020497f95a.svg",
  "assets/libre-franklin-e99f723ce6.woff2",
  "assets/site-0123456789.css",
  "economy/index.html",
  "index.html",
  "licences.txt",
  "offline/index.html",
  "offline/stories.json",
  "pagefind/manifest.json",
  "pagefind/pagefind.js",
  "pagefind/wasm.en.pagefind",
  "politics/index.html",
  "search/index.html",
  "topics/index.html",
];

const SHARDS = {
  "2024": ["pagefind/2024/pagefind-entry.json", "pagefind/2024/vocabulary/all.txt"],
  "2026": ["pagefind/2026/fragment/en_1.pf_fragment", "pagefind/2026-week-47/index/en_2.pf_index"],
};

/** Part of no scope. */
const NEVER = [
  ".htaccess",
  "404.html",
  "_headers",
  "app.webmanifest",
  "assets/feed-4378541afa.css",
  "assets/icon-144-8f6489a993.png",
  "assets/site-0123456789.css.br",
  "data/brent.csv",
  "data/brent.json",
  "edition.json",
  "feed.xml",
  "index.html.br",
  "index.html.gz",
  "offline-worker.js",
  "offline/parts.json",
  "offline/stories.json.br",
  "pagefind/2026/vocabulary/all.txt.gz",
  "pagefind/manifest.json.br",
  "pictures/map-0123456789-1200.avif",
  "pictures/map-0123456789-800.webp",
  "pictures/port-1111111111-640.png",
  "pictures/share/map-2222222222-1200x630.png",
  "politics/feed.json",
  "robots.txt",
  "sitemap.xml",
  "sitemaps/2026.xml",
];

const ARCHIVES = {
  law: ["2024/06/index.html", "politics/2024/06/index.html"],
  rates: ["2026/03/index.html", "economy/2026/03/index.html"],
  november: ["2026/11/index.html", "economy/2026/11/index.html", "politics/2026/11/index.html"],
};

const OTHER_PAGES = [
  "corrections/2025/index.html",
  "corrections/2026/index.html",
  "economy/inflation/index.html",
  "topics/asia/2026/11/index.html",
  "topics/asia/index.html",
  "authors/desk/index.html",
];

const pagesOf = (...folders: readonly string[]) => folders.map((folder) => `${folder}index.html`);

const PATHS = [
  ...NEVER,
  ...Object.values(ARCHIVES).flat(),
  ...OTHER_PAGES,
  ...pagesOf(TALKS, CABLES, RATES, LAW),
  ...SHARDS["2026"],
  ...SHARDS["2024"],
  MAP,
  PORT,
  ...COMMON,
];

/** The files of a scope, without those that all scopes share. */
function ownFiles(scope: ScopeId, pictures: boolean, paths = PATHS, stories = STORIES): readonly string[] {
  return filesOfScope({ part: scope, pictures }, paths, stories).filter((path) => !COMMON.includes(path));
}

const inOrder = (...files: readonly (readonly string[])[]) => files.flat().sort();

describe("a scope of an edition", () => {
  it.each<ScopeId>(["everything", "new", "section:politics", "section:economy", "year:2026", "year:2024"])(
    "%s has the shared pages and files, nothing useless without a connection, and is sorted without duplicates",
    (scope) => {
      const files = filesOfScope({ part: scope, pictures: true }, PATHS, STORIES);
      expect(files).toEqual(expect.arrayContaining(COMMON));
      expect(files.filter((path) => NEVER.includes(path))).toEqual([]);
      expect(files).toEqual([...new Set(files)].sort());
    },
  );

  it("everything: all pages, search shards and pictures", () => {
    const { law, rates, november } = ARCHIVES;
    const pages = [...OTHER_PAGES, ...law, ...rates, ...november, ...pagesOf(TALKS, CABLES, RATES, LAW)];
    const shards = [...SHARDS["2024"], ...SHARDS["2026"]];
    expect(ownFiles("everything", true)).toEqual(inOrder(pages, shards, [MAP, PORT]));
    expect(ownFiles("everything", false)).toEqual(inOrder(pages, shards));
  });

  it("new: the month of the newest story, in whatever order", () => {
    const pages = [...ARCHIVES.november, ...pagesOf(TALKS, CABLES)];
    expect(ownFiles("new", true)).toEqual(inOrder(pages, SHARDS["2026"], [MAP, PORT]));
    expect(ownFiles("new", false)).toEqual(inOrder(pages, SHARDS["2026"]));
    const turned = Object.fromEntries(Object.entries(STORIES).reverse());
    expect(ownFiles("new", false, PATHS, turned)).toEqual(ownFiles("new", false));
  });

  it("a section: its stories, all pages below its own, and the search shards of its years", () => {
    const economy = [
      ...pagesOf(CABLES, RATES),
      ...ARCHIVES.rates.slice(1),
      "economy/2026/11/index.html",
      "economy/inflation/index.html",
    ];
    expect(ownFiles("section:economy", true)).toEqual(inOrder(economy, SHARDS["2026"], [MAP, PORT]));
    const politics = [...pagesOf(TALKS, LAW), "politics/2024/06/index.html", "politics/2026/11/index.html"];
    expect(ownFiles("section:politics", false)).toEqual(inOrder(politics, SHARDS["2024"], SHARDS["2026"]));
  });

  it("a section has nothing of another whose name starts with its own", () => {
    const stories: EditionStories = { ...STORIES, "2026/03/06/oil/": ["economy-abroad"] };
    const paths = [...PATHS, "2026/03/06/oil/index.html", "economy-abroad/2026/03/index.html"];
    expect(ownFiles("section:economy", true, paths, stories)).toEqual(ownFiles("section:economy", true));
    expect(ownFiles("section:economy-abroad", false, paths, stories)).toEqual(
      inOrder(["2026/03/06/oil/index.html", "economy-abroad/2026/03/index.html"], SHARDS["2026"]),
    );
  });

  it("a year: its stories, its archives and those of sections and corrections, not those of topics", () => {
    expect(ownFiles("year:2024", true)).toEqual(inOrder(ARCHIVES.law, pagesOf(LAW), SHARDS["2024"], [MAP]));
    expect(ownFiles("year:2026", false)).toEqual(
      inOrder(ARCHIVES.rates, ARCHIVES.november, ["corrections/2026/index.html"], pagesOf(TALKS, CABLES, RATES), SHARDS["2026"]),
    );
  });

  it("has the pictures of shared pages, one file of each", () => {
    const others = ["240.avif", "480.avif", "1200.avif", "800.webp", "480.png"].map((end) => `pictures/team-3333333333-${end}`);
    const paths = [...PATHS, ...others];
    for (const scope of ["everything", "year:2024"] as const) {
      expect(ownFiles(scope, true, paths)).toEqual(inOrder(ownFiles(scope, true), ["pictures/team-3333333333-1200.avif"]));
      expect(ownFiles(scope, false, paths)).toEqual(ownFiles(scope, false));
    }
  });

  it("has no file that is missing from the edition, even if the list of stories names it", () => {
    const without = PATHS.filter((path) => path !== PORT && path !== `${TALKS}index.html`);
    expect(ownFiles("new", true, without)).toEqual(
      ownFiles("new", true).filter((path) => path !== PORT && path !== `${TALKS}index.html`),
    );
  });

  it.each<ScopeId>(["section:sport", "section:", "section:about", "year:2025", "year:202"])(
    "%s: has no files where the edition has no such scope",
    (scope) => {
      expect(filesOfScope({ part: scope, pictures: true }, PATHS, STORIES)).toEqual([]);
    },
  );

  it.each<ScopeId>(["everything", "new", "section:politics", "year:2026"])(
    "%s: has no files where there is no story",
    (scope) => {
      expect(filesOfScope({ part: scope, pictures: true }, PATHS, {})).toEqual([]);
    },
  );

  it("is computed in linear time, for 15,000 files", () => {
    const folders = Array.from({ length: 10_000 }, (_, at) => `${2000 + (at % 25)}/${10 + (at % 3)}/01/story-${at}/`);
    const stories = Object.fromEntries(folders.map((folder, at) => [folder, [at % 2 ? "politics" : "economy", MAP] as const]));
    const pictures = Array.from({ length: 5_000 }, (_, at) => `pictures/p${at >> 3}-0123456789-${at & 7}.avif`);
    const paths = [...pagesOf(...folders), ...pictures];
    const startedMs = performance.now();
    expect(filesOfScope({ part: "section:politics", pictures: true }, paths, stories).length).toBeGreaterThan(5_000);
    // Takes about 20 ms. The limit catches quadratic time.
    expect(performance.now() - startedMs).toBeLessThan(1_000);
  });
});

import { describe, expect, it } from "vitest";
import type { Article } from "../../src/model/article.ts";
import { instant } from "../../src/model/dates.ts";
import { SITEMAP_LIMITS, sitemapIndex } from "../../src/syndication/sitemaps/sitemap-files.ts";
import { CALENDAR, ECONOMY, story, taxonomyTerm } from "./sample-story.ts";
import { ADDRESS, filesOf, MARKET_DATA, pathsIn, textsOf } from "./sitemap-sample.ts";
import { schemaErrors } from "./sitemap-schema.ts";

const OF_2025 = story({ slug: "old", published: "2025-12-31T23:30:00-05:00" });
const OF_JANUARY = story({ slug: "first", published: "2026-01-07T09:30:00-05:00", topics: [taxonomyTerm("trade")] });
const OF_MARCH = story({ slug: "second", published: "2026-03-02T09:30:00-05:00", section: ECONOMY });
const OF_FIGURES = story({ slug: "figures", section: MARKET_DATA });
const STORIES = [OF_MARCH, OF_2025, OF_JANUARY];

/** The sitemap with a file name. */
const fileOf = (name: string, articles: readonly Article[] = STORIES) =>
  filesOf(articles).find(({ path }) => path === `/sitemaps/${name}.xml`)?.xml ?? "";

/** The `url` element of a page. */
const urlOf = (path: string, xml: string) => xml.split("\n").find((line) => line.includes(`<loc>${ADDRESS}${path}</loc>`));
const lastmodOf = (path: string, xml: string) => urlOf(path, xml)?.match(/<lastmod>(.*)<\/lastmod>/)?.[1];

describe("the sitemaps", () => {
  it("are one for undated pages and one for each year of publication, newest first", () => {
    expect(filesOf(STORIES).map(({ path }) => path)).toEqual(["/sitemaps/pages.xml", "/sitemaps/2026.xml", "/sitemaps/2025.xml"]);
  });

  it("have a year’s stories and month archives from January on, in the publication’s time zone", () => {
    expect(pathsIn(fileOf("2026"))).toEqual([
      "/2026/01/",
      "/politics/2026/01/",
      "/topics/trade/2026/01/",
      "/authors/politics-desk/2026/01/",
      "/2026/01/07/first/",
      "/2026/03/",
      "/economy/2026/03/",
      "/authors/politics-desk/2026/03/",
      "/2026/03/02/second/",
    ]);
    expect(pathsIn(fileOf("2025"))).toContain("/2025/12/31/old/");
  });

  it("have the stories of a month oldest first, so that a new one is appended", () => {
    const stories = ["21", "08", "15"].map((day) => story({ slug: `of-${day}`, published: `2026-01-${day}T09:30:00-05:00` }));
    const paths = pathsIn(fileOf("2026", stories)).slice(-3);
    expect(paths).toEqual(["/2026/01/08/of-08/", "/2026/01/15/of-15/", "/2026/01/21/of-21/"]);
  });

  it("have every other page once, except the search page", () => {
    expect(pathsIn(fileOf("pages")).toSorted()).toEqual([
      "/",
      "/about/",
      "/authors/",
      "/authors/politics-desk/",
      "/corrections/",
      "/data/",
      "/economy/",
      "/feeds/",
      "/market-data/",
      "/market-data/brent/",
      "/newsletter/",
      "/offline/",
      "/picture-credits/",
      "/politics/",
      "/topics/",
      "/topics/trade/",
    ]);
  });

  it("are well-formed and valid against the schemas of the protocol and of Google’s image extension", async () => {
    const pictures = story({ slug: "seen", picture: { name: "port", caption: undefined, alt: undefined } });
    const files = filesOf([...STORIES, pictures]);
    expect(
      await schemaErrors(
        "urlset",
        files.map(({ path, xml }) => [path, xml] as const),
      ),
    ).toEqual([]);
    expect(await schemaErrors("siteindex", [["sitemap.xml", sitemapIndex(files, ADDRESS)]])).toEqual([]);
    for (const { xml } of files) expect(textsOf(xml, "loc").every((text) => text.startsWith(ADDRESS))).toBe(true);
  });

  it("have no changefreq and priority, which crawlers ignore", () => {
    for (const { xml } of filesOf(STORIES)) expect(xml).not.toMatch(/changefreq|priority/);
  });
});

describe("the last change", () => {
  const revised = story({ slug: "revised", published: "2026-01-05T09:30:00-05:00", updated: "2026-02-03T10:00:00-05:00" });
  const all = [...STORIES, revised];

  it("of a story is its update, or its publication", () => {
    expect(lastmodOf("2026/01/05/revised/", fileOf("2026", all))).toBe("2026-02-03T10:00:00-05:00");
    expect(lastmodOf("2026/01/07/first/", fileOf("2026", all))).toBe("2026-01-07T09:30:00-05:00");
  });

  it("of a month and of a listing is the newest of their stories", () => {
    expect(lastmodOf("politics/2026/01/", fileOf("2026", all))).toBe("2026-02-03T10:00:00-05:00");
    expect(lastmodOf("politics/", fileOf("pages", all))).toBe("2026-02-03T10:00:00-05:00");
    expect(lastmodOf("topics/trade/", fileOf("pages", all))).toBe("2026-01-07T09:30:00-05:00");
    expect(lastmodOf("", fileOf("pages", all))).toBe("2026-03-02T09:30:00-05:00");
  });

  it("of a listing ignores stories that are not on its first page any more", () => {
    const newer = Array.from({ length: 30 }, (_, index) =>
      story({ slug: `newer-${index}`, published: "2026-01-09T09:30:00-05:00" }),
    );
    expect(lastmodOf("politics/", fileOf("pages", [revised, ...newer]))).toBe("2026-01-09T09:30:00-05:00");
    expect(lastmodOf("politics/2026/01/", fileOf("2026", [revised, ...newer]))).toBe("2026-02-03T10:00:00-05:00");
  });

  it("of the corrections is the newest of them", () => {
    const date = instant("2026-02-03T10:00:00-05:00", CALENDAR);
    const pages = fileOf("pages", [{ ...revised, corrections: [{ date, text: "A name was wrong." }] }]);
    for (const path of ["corrections/", "corrections/2026/"]) expect(lastmodOf(path, pages)).toBe("2026-02-03T10:00:00-05:00");
  });

  it("is left out where it is unknown: of fixed and static pages, market data, sections without stories", () => {
    for (const path of ["about/", "search/", "topics/", "corrections/", "market-data/", "market-data/brent/"]) {
      expect(lastmodOf(path, fileOf("pages", [...STORIES, OF_FIGURES])), path).toBeUndefined();
    }
    expect(urlOf("economy/", fileOf("pages", [OF_JANUARY]))).toBe(`<url><loc>${ADDRESS}economy/</loc></url>`);
  });
});

describe("the pictures of a story", () => {
  it("are its lead picture and those of its text, each once, in the widest fallback file", () => {
    const figure = (picture: string) => ({ kind: "figure" as const, picture, alt: undefined, caption: undefined });
    const seen = story({
      picture: { name: "port", caption: undefined, alt: undefined },
      body: [figure("ship"), { kind: "html", html: "<p>Text.</p>\n" }, figure("port")],
    });
    const { path } = seen;
    expect(urlOf(path.slice(1), fileOf("2026", [seen]))).toBe(
      `<url><loc>${ADDRESS}${path.slice(1)}</loc><lastmod>2026-01-07T09:30:00-05:00</lastmod>` +
        `<image:image><image:loc>${ADDRESS}pictures/port-1200.jpg</image:loc></image:image>` +
        `<image:image><image:loc>${ADDRESS}pictures/ship-1200.jpg</image:loc></image:image></url>`,
    );
  });
});

describe("publishing a story", () => {
  const added = story({ slug: "newest", published: "2026-03-03T09:30:00-05:00" });

  it("changes the sitemap of its year and that of the undated pages, and no other", () => {
    const before = new Map(filesOf(STORIES).map(({ path, xml }) => [path, xml]));
    const changed = filesOf([...STORIES, added]).filter(({ path, xml }) => before.get(path) !== xml);
    expect(changed.map(({ path }) => path)).toEqual(["/sitemaps/pages.xml", "/sitemaps/2026.xml"]);
  });

  it("changes only the files from its month on, where a year has several", () => {
    const stories = Array.from({ length: 12 }, (_, index) =>
      story({ slug: `s-${index}`, published: `2026-${String(index + 1).padStart(2, "0")}-01T09:00:00-05:00` }),
    );
    const limits = { ...SITEMAP_LIMITS, urls: 10 };
    const before = new Map(filesOf(stories, limits).map(({ path, xml }) => [path, xml]));
    const december = story({ slug: "newest", published: "2026-12-24T09:30:00-05:00" });
    const after = filesOf([...stories, december], limits).filter(({ path }) => path.startsWith("/sitemaps/2026"));
    const changed = after.filter(({ path, xml }) => before.get(path) !== xml);
    expect(after.length).toBeGreaterThan(3);
    expect(changed).toEqual(after.filter(({ xml }) => xml.includes("/2026/12/")));
    expect(changed).toEqual(after.slice(-changed.length));
  });
});

describe("a sitemap that would exceed a limit", () => {
  const stories = Array.from({ length: 40 }, (_, index) => story({ slug: `s-${index}`, published: "2026-01-07T09:30:00-05:00" }));
  const whole = pathsIn(fileOf("2026", stories));
  const chunksOf = (limits: { urls?: number; bytes?: number }) =>
    filesOf(stories, { ...SITEMAP_LIMITS, ...limits }).filter(({ path }) => path.startsWith("/sitemaps/2026"));

  it("has the limits of the protocol", () => {
    expect(SITEMAP_LIMITS).toEqual({ urls: 50_000, bytes: 50 * 1024 * 1024 });
  });

  it("is split into full files that have every page once, in order", () => {
    const chunks = chunksOf({ urls: 20 });
    expect(chunks.map(({ path }) => path)).toEqual(["/sitemaps/2026.xml", "/sitemaps/2026-2.xml", "/sitemaps/2026-3.xml"]);
    expect(chunks.map(({ xml }) => pathsIn(xml).length)).toEqual([20, 20, whole.length - 40]);
    expect(chunks.flatMap(({ xml }) => pathsIn(xml))).toEqual(whole);
  });

  it("is split by size too, to the byte", () => {
    const [first] = chunksOf({});
    const bytes = Buffer.byteLength(first?.xml ?? "");
    expect(chunksOf({ bytes })).toHaveLength(1);
    const halves = chunksOf({ bytes: bytes - 1 });
    expect(halves).toHaveLength(2);
    expect(halves.flatMap(({ xml }) => pathsIn(xml))).toEqual(whole);
    for (const { xml } of chunksOf({ bytes: 1000 })) expect(Buffer.byteLength(xml)).toBeLessThanOrEqual(1000);
  });

  it("has all its files in the index, each with its last change", () => {
    const files = filesOf(STORIES, { ...SITEMAP_LIMITS, urls: 5 });
    const index = sitemapIndex(files, ADDRESS);
    expect(pathsIn(index)).toEqual(files.map(({ path }) => path));
    const lines = index.split("\n").filter((line) => line.startsWith("<sitemap>"));
    expect(lines.map((line) => line.match(/<lastmod>(.*)<\/lastmod>/)?.[1])).toEqual(
      files.map(({ xml }) => textsOf(xml, "lastmod").toSorted().at(-1)),
    );
  });
});

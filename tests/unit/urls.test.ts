import { describe, expect, it } from "vitest";
import { instant } from "../../src/model/dates.ts";
import { fixedPages } from "../../src/model/fixed-pages.ts";
import {
  articlePath,
  authorPath,
  hrefAbsolute,
  hrefFrom,
  isReserved,
  monthPath,
  outputFile,
  type SitePath,
  sectionPath,
  servedPath,
  topicPath,
} from "../../src/model/urls.ts";

describe("a link from one page to another", () => {
  it.each<[SitePath, SitePath, string]>([
    ["/", "/", "./"],
    ["/", "/politics/", "politics/"],
    ["/", "/feed.xml", "feed.xml"],
    ["/politics/", "/", "../"],
    ["/politics/", "/politics/", "../politics/"],
    ["/politics/", "/assets/site.css", "../assets/site.css"],
    ["/politics/2026/01/", "/politics/", "../../../politics/"],
    ["/2026/01/07/paris-talks/", "/", "../../../../"],
    ["/2026/01/07/paris-talks/", "/2025/12/31/other/", "../../../../2025/12/31/other/"],
    ["/404.html", "/politics/", "politics/"],
  ])("from %s to %s is %s", (from, to, href) => {
    expect(hrefFrom(from)(to)).toBe(href);
  });

  const places: readonly SitePath[] = ["/", "/feed.xml", "/politics/", "/politics/2026/01/", "/2026/01/07/paris-talks/"];

  it.each(["https://example.org/", "https://example.org/news/", "file:///media/stick/"])(
    "leads where it should under %s",
    (root) => {
      for (const from of places) {
        for (const to of places) {
          expect(new URL(hrefFrom(from)(to), new URL(from.slice(1), root)).href).toBe(new URL(to.slice(1), root).href);
        }
      }
    },
  );

  it("is absolute where it must be", () => {
    expect(hrefAbsolute("https://example.org/news/")("/politics/")).toBe("https://example.org/news/politics/");
    expect(hrefAbsolute("https://example.org/")("/")).toBe("https://example.org/");
  });
});

describe("the address of a story", () => {
  it("contains its date in the publication's time zone", () => {
    const midnight = "2026-01-01T00:30:00Z";
    const pathIn = (timeZone: string) => articlePath(instant(midnight, { timeZone, language: "en-GB" }), "new-year");
    expect(pathIn("America/New_York")).toBe("/2025/12/31/new-year/");
    expect(pathIn("Europe/Berlin")).toBe("/2026/01/01/new-year/");
  });

  it("has ASCII digits in every language", () => {
    const published = instant("2026-01-07T12:00:00Z", { timeZone: "Asia/Riyadh", language: "ar-SA-u-nu-arab" });
    expect(articlePath(published, "talks")).toBe("/2026/01/07/talks/");
  });
});

it("the months of a listing are below its path", () => {
  expect(sectionPath("market-data")).toBe("/market-data/");
  expect(topicPath("energy")).toBe("/topics/energy/");
  expect(authorPath("politics-desk")).toBe("/authors/politics-desk/");
  expect(monthPath("/topics/energy/", { year: 2026, month: 3 })).toBe("/topics/energy/2026/03/");
  expect(monthPath("/", { year: 987, month: 11 })).toBe("/0987/11/");
});

describe("the file of a path", () => {
  it.each<[SitePath, string]>([
    ["/", "index.html"],
    ["/politics/", "politics/index.html"],
    ["/feed.xml", "feed.xml"],
    ["/politics/feed.xml", "politics/feed.xml"],
  ])("of %s is %s, and the other way round", (path, file) => {
    expect(outputFile(path)).toBe(file);
    expect(servedPath(file)).toBe(path);
  });
});

describe("reserved names", () => {
  it.each(["search", "data", "partners", "assets", "pagefind", "2026"])("include %s", (name) => {
    expect(isReserved(name)).toBe(true);
  });

  it.each(["politics", "about", "market-data", "20260"])("do not include %s", (name) => {
    expect(isReserved(name)).toBe(false);
  });
});

it("every fixed page but the home page has a name that no section may take", () => {
  const names = fixedPages(true).map(({ path }) => path.slice(1, -1));
  expect(names.filter((name) => name !== "" && !isReserved(name))).toEqual([]);
});

it("a site without an address has no page of feeds", () => {
  const paths = (hasAddress: boolean) => fixedPages(hasAddress).map(({ path }) => path);
  expect(paths(true).filter((path) => !paths(false).includes(path))).toEqual(["/feeds/"]);
});

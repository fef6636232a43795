import robotsParser from "robots-parser";
import { describe, expect, it } from "vitest";
import { crawlersFor } from "../../src/syndication/crawlers.ts";
import { robotsTxt } from "../../src/syndication/robots.ts";

const SITEMAPS = ["/sitemap.xml", "/news-sitemap.xml"] as const;
const ALLOW = { training: "allow", answers: "allow" } as const;
const HOST = "https://example.org/";

const robotsOf = (crawlers: Partial<Record<"training" | "answers", "allow" | "disallow">>, address: string | undefined = HOST) =>
  robotsTxt({ crawlers: { ...ALLOW, ...crawlers }, address }, SITEMAPS);

/** The file at the root of the host, parsed by an independent parser. */
const read = (text: string) => robotsParser(`${HOST}robots.txt`, text);

describe("robots.txt", () => {
  it("is short where no crawler is refused", () => {
    expect(robotsOf({})).toBe(
      "User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\nSitemap: https://example.org/news-sitemap.xml\n",
    );
  });

  it("lists no sitemaps where the site has no address", () => {
    expect(robotsTxt({ crawlers: ALLOW }, SITEMAPS)).toBe("User-agent: *\nAllow: /\n");
  });

  it.each(["training", "answers"] as const)("refuses crawlers for %s, and no others", (purpose) => {
    const robots = read(robotsOf({ [purpose]: "disallow" }));
    const other = purpose === "training" ? "answers" : "training";
    for (const name of crawlersFor(purpose)) {
      expect(robots.isAllowed(`${HOST}2026/01/07/talks/`, name), name).toBe(false);
      expect(robots.isAllowed(HOST, name.toUpperCase()), name).toBe(false);
    }
    for (const name of [...crawlersFor(other), "Googlebot", "Googlebot-News", "bingbot", "Applebot", "SomeReader"]) {
      expect(robots.isAllowed(`${HOST}2026/01/07/talks/`, name), name).toBe(true);
    }
    expect(robots.getSitemaps()).toEqual(SITEMAPS.map((path) => `${HOST}${path.slice(1)}`));
  });

  it("can refuse both", () => {
    const robots = read(robotsOf({ training: "disallow", answers: "disallow" }));
    for (const name of ["GPTBot", "ClaudeBot", "CCBot", "OAI-SearchBot", "PerplexityBot"]) {
      expect(robots.isAllowed(HOST, name), name).toBe(false);
    }
    expect(robots.isAllowed(HOST, "Googlebot")).toBe(true);
  });

  it("covers only the folder of the site, and says that it is read at the root of the host", () => {
    const text = robotsOf({ training: "disallow" }, "https://example.org/a/b/");
    expect(text).toMatch(/^# Crawlers read this at https:\/\/example\.org\/robots\.txt only/);
    expect(text).toContain("Sitemap: https://example.org/a/b/sitemap.xml\n");
    const robots = read(text);
    expect(robots.isAllowed("https://example.org/a/b/2026/", "GPTBot")).toBe(false);
    expect(robots.isAllowed("https://example.org/another/", "GPTBot")).toBe(true);
    expect(robots.isAllowed("https://example.org/a/b/2026/", "Googlebot")).toBe(true);
  });
});

describe("the crawlers", () => {
  const all = [...crawlersFor("training"), ...crawlersFor("answers")];

  it("have names that RFC 9309 allows, and each has one purpose", () => {
    for (const name of all) expect(name).toMatch(/^[A-Za-z_-]+$/);
    expect(new Set(all.map((name) => name.toLowerCase())).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(20);
  });

  it("do not include the crawlers of search engines", () => {
    for (const name of ["Googlebot", "Googlebot-News", "bingbot", "Applebot", "DuckDuckBot"]) expect(all).not.toContain(name);
  });
});

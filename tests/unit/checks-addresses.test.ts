import { describe, expect, it } from "vitest";
import type { SitePath } from "../../src/model/urls.ts";
import type { LinkUse } from "../../src/node/publish/checks/page-links.ts";
import { internalPaths, resolveLink } from "../../src/node/publish/checks/resolve-link.ts";
import { scanPage } from "../../src/node/publish/checks/scan-page.ts";

const SITE = "https://example.org/news/";

interface Context {
  readonly page?: SitePath;
  readonly use?: LinkUse;
  readonly siteUrl?: string | undefined;
}

/** The path of an internal link, `external`, or what is wrong with the link. */
function read(url: string, { page = "/2026/01/07/talks/", use = "hyperlink", siteUrl = SITE }: Context = {}): string {
  const link = resolveLink(
    { element: "a", attribute: "href", url, use },
    { page, siteUrl, isServedAnywhere: page === "/404.html" },
  );
  if (link.kind === "external") return "external";
  if (link.kind === "invalid") return `! ${link.message}`;
  return link.fragment === "" ? link.path : `${link.path}#${link.fragment}`;
}

describe("a link relative to its page", () => {
  it.each<[url: string, path: string]>([
    ["../../../../politics/", "/politics/"],
    ["../../../../", "/"],
    ["../other/", "/2026/01/07/other/"],
    ["./", "/2026/01/07/talks/"],
    ["", "/2026/01/07/talks/"],
    ["?q=gold", "/2026/01/07/talks/"],
    ["#figures", "/2026/01/07/talks/#figures"],
    ["picture.png", "/2026/01/07/talks/picture.png"],
    ["../../../../search/?q=a/../b#found", "/search/#found"],
    ["../../../../a/./b/../c", "/a/c"],
    ["../../../../a/b/..", "/a/"],
    ["caf%C3%A9/#%C3%A9t%C3%A9", "/2026/01/07/talks/café/#été"],
    ["100%/", "/2026/01/07/talks/100%/"],
  ])("%s leads to %s", (url, path) => {
    expect(read(url)).toBe(path);
  });

  it("is resolved against the folder of a page that is a file", () => {
    expect(read("about/", { page: "/lists/all.html" })).toBe("/lists/about/");
  });

  it("must not climb above the root of the site", () => {
    expect(read("../../../../../", {})).toBe("! climbs above the root of the site");
    expect(read("../", { page: "/" })).toBe("! climbs above the root of the site");
    expect(read("politics/../../", { page: "/" })).toBe("! climbs above the root of the site");
  });
});

describe("a link that only works in one place", () => {
  it.each<[url: string, message: string]>([
    ["/politics/", "starts at the root of the host, where the site may not be"],
    ["//example.org/news/", "has a host but no scheme"],
    [`${SITE}politics/`, "contains the site’s own address, so it leaves any copy of the site"],
    ["https://example.org/news", "contains the site’s own address, so it leaves any copy of the site"],
    ["file:///home/anna/draft.md", "has the scheme file:, which readers cannot or must not follow"],
    ["C:\\Users\\anna\\draft.md", "has the scheme c:, which readers cannot or must not follow"],
    ["javascript:alert(1)", "has the scheme javascript:, which readers cannot or must not follow"],
    ["data:text/html,x", "has the scheme data:, which readers cannot or must not follow"],
    ["http://localhost:8080/", "points to a host that readers cannot reach"],
    ["https://preview.localhost", "points to a host that readers cannot reach"],
    ["http://anna@127.0.0.1/", "points to a host that readers cannot reach"],
    ["http://192.168.1.20:8080/x", "points to a host that readers cannot reach"],
    ["http://[::1]:8080/", "points to a host that readers cannot reach"],
    ["https://desk.local/", "points to a host that readers cannot reach"],
  ])("%s %s", (url, message) => {
    expect(read(url)).toBe(`! ${message}`);
  });

  it.each([
    "https://example.com/",
    "https://example.org/newsroom/",
    "http://example.com/localhost/",
    "https://localhost.example.com/",
    "https://10.example.com/",
    "mailto:desk@example.org",
    "tel:+123",
  ])("is not an external link such as %s", (url) => {
    expect(read(url)).toBe("external");
  });

  it("may point to localhost if the site itself is there", () => {
    expect(read("http://localhost:8080/politics/", { siteUrl: "http://localhost:8080/", use: "absolute" })).toBe("/politics/");
  });
});

describe("a URL for other programs", () => {
  it("is absolute, and resolves to a path of the site", () => {
    expect(read(`${SITE}politics/`, { use: "absolute" })).toBe("/politics/");
    expect(read(SITE, { use: "absolute" })).toBe("/");
    expect(read("../../../../politics/", { use: "absolute" })).toBe("! is relative, but read by other programs");
  });
});

describe("the URL of a resource", () => {
  it("may be a data URL, but is never empty", () => {
    expect(read("data:,", { use: "resource" })).toBe("external");
    expect(read("", { use: "resource" })).toBe("! is empty");
  });
});

describe("404.html, which is served at any depth", () => {
  const page = "/404.html";

  it("hyperlink on by the whole address, and by no other", () => {
    expect(read(`${SITE}politics/`, { page })).toBe("/politics/");
    expect(read("politics/", { page })).toBe("! is relative, but 404.html is served at any depth");
    expect(read("#main", { page })).toBe("/404.html#main");
  });

  it("loads no file", () => {
    expect(read(`${SITE}assets/site.css`, { page, use: "resource" })).toBe("! loads a file, which 404.html must not");
    expect(read("data:,", { page, use: "resource" })).toBe("external");
  });
});

describe("the links of a page", () => {
  const found = (html: string) => scanPage(html).links.map(({ url, use }) => `${use} ${url}`);

  it.each<[html: string, links: readonly string[]]>([
    ['<a href="a/?b=1&amp;c=2#d">A</a><a>B</a>', ["hyperlink a/?b=1&c=2#d"]],
    ["<a href='single'>A</a><a href=bare>B</a>", ["hyperlink single", "hyperlink bare"]],
    ['<img src="a.png" srcset="b.png 1x,  c.png 2x" alt="" />', ["resource a.png", "resource b.png", "resource c.png"]],
    ['<picture><source srcset="a.avif 240w, b.avif 480w" sizes="10rem"></picture>', ["resource a.avif", "resource b.avif"]],
    ['<form action="search/"><button formaction="other/">Go</button></form>', ["hyperlink search/", "hyperlink other/"]],
    ['<form method="dialog"><button>Close</button></form>', []],
    ['<video src="a.mp4" poster="a.png"><track src="a.vtt"></video>', ["resource a.mp4", "resource a.png", "resource a.vtt"]],
    ['<script src="site.js"></script><iframe src="frame/"></iframe>', ["resource site.js", "resource frame/"]],
    ['<link rel="stylesheet" href="site.css"><link rel="preload" href="a.woff2">', ["resource site.css", "resource a.woff2"]],
    ['<link rel="preload" imagesrcset="a.png 1x, b.png 2x">', ["resource a.png", "resource b.png"]],
    [
      '<link rel="alternate" href="feed.xml"><link rel="search" href="search.xml">',
      ["hyperlink feed.xml", "hyperlink search.xml"],
    ],
    ['<link rel="canonical" href="https://example.org/">', ["absolute https://example.org/"]],
    ['<meta http-equiv="refresh" content="0; url=../new/">', ["hyperlink ../new/"]],
    ['<meta http-equiv="Refresh" content="5;URL=\'../new/\'">', ["hyperlink ../new/"]],
    ['<meta http-equiv="refresh" content="30">', []],
    ['<meta property="og:image" content="a.png"><meta property="og:title" content="b/c">', ["absolute a.png"]],
    ['<meta property="og:image:width" content="1200"><meta property="og:image:secure_url" content="a.png">', ["absolute a.png"]],
    ['<meta name="twitter:image" content="a.png"><meta property="article:author" content="The desk">', ["absolute a.png"]],
    ['<svg><use href="#icon"></use><image href="a.png"></image></svg>', ["resource #icon", "resource a.png"]],
    ['<!-- <a href="comment"> --><script>"<a href=script>"</script><p>&lt;a href="text"&gt;</p>', []],
  ])("in %s", (html, links) => {
    expect(found(html)).toEqual(links);
  });
});

describe("absolute URLs of the site in a text", () => {
  it("are found, without query, fragment and punctuation", () => {
    const text = `<link>${SITE}a/</link> "${SITE}b/?q=1" &lt;a href=&quot;${SITE}c/#d&quot;&gt; (${SITE}feed.xml), see ${SITE}e/. ${SITE}`;
    expect(internalPaths(text, SITE)).toEqual(["/a/", "/b/", "/c/", "/feed.xml", "/e/", "/"]);
    expect(internalPaths("https://example.com/news/", SITE)).toEqual([]);
  });
});

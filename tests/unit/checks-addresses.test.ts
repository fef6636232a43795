import { describe, expect, it } from "vitest";
import type { SitePath } from "../../src/model/urls.ts";
import { ownAddresses } from "../../src/node/publish/checks/own-addresses.ts";
import { readAddress } from "../../src/node/publish/checks/read-address.ts";
import { scanPage } from "../../src/node/publish/checks/scan-page.ts";
import type { AddressUse } from "../../src/node/publish/checks/written-address.ts";

const OWN = "https://example.org/news/";

interface Circumstances {
  readonly page?: SitePath;
  readonly use?: AddressUse;
  readonly own?: string | undefined;
}

/** Where an address leads within the site, `elsewhere`, or what is wrong with it. */
function read(written: string, { page = "/2026/01/07/talks/", use = "leads", own = OWN }: Circumstances = {}): string {
  const address = readAddress(
    { element: "a", attribute: "href", written, use },
    { page, own: own === "" ? undefined : own, isAnywhere: page === "/404.html" },
  );
  if (address.kind === "elsewhere") return "elsewhere";
  if (address.kind === "faulty") return `! ${address.problem}`;
  return address.fragment === "" ? address.path : `${address.path}#${address.fragment}`;
}

describe("an address that is relative to its page", () => {
  it.each<[written: string, path: string]>([
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
  ])("%s leads to %s", (written, path) => {
    expect(read(written)).toBe(path);
  });

  it("is followed from the folder of a page that is a file", () => {
    expect(read("about/", { page: "/lists/all.html" })).toBe("/lists/about/");
  });

  it("must not climb above the root, where a site in a folder ends", () => {
    expect(read("../../../../../", {})).toBe("! climbs above the root of the site");
    expect(read("../", { page: "/" })).toBe("! climbs above the root of the site");
    expect(read("politics/../../", { page: "/" })).toBe("! climbs above the root of the site");
  });
});

describe("an address that holds in one place only", () => {
  it.each<[written: string, problem: string]>([
    ["/politics/", "begins at the root of its host, where the site may not lie"],
    ["//example.org/news/", "has a host and no scheme"],
    [`${OWN}politics/`, "names the site’s own address, so that it leads away from every copy"],
    ["https://example.org/news", "names the site’s own address, so that it leads away from every copy"],
    ["file:///home/anna/draft.md", "has the scheme file:, which readers cannot or must not follow"],
    ["C:\\Users\\anna\\draft.md", "has the scheme c:, which readers cannot or must not follow"],
    ["javascript:alert(1)", "has the scheme javascript:, which readers cannot or must not follow"],
    ["data:text/html,x", "has the scheme data:, which readers cannot or must not follow"],
    ["http://localhost:8080/", "names a machine that readers cannot reach"],
    ["https://preview.localhost", "names a machine that readers cannot reach"],
    ["http://anna@127.0.0.1/", "names a machine that readers cannot reach"],
    ["http://192.168.1.20:8080/x", "names a machine that readers cannot reach"],
    ["http://[::1]:8080/", "names a machine that readers cannot reach"],
    ["https://desk.local/", "names a machine that readers cannot reach"],
  ])("%s %s", (written, problem) => {
    expect(read(written)).toBe(`! ${problem}`);
  });

  it.each([
    "https://example.com/",
    "https://example.org/newsroom/",
    "http://example.com/localhost/",
    "https://localhost.example.com/",
    "https://10.example.com/",
    "mailto:desk@example.org",
    "tel:+123",
  ])("is not %s", (written) => {
    expect(read(written)).toBe("elsewhere");
  });

  it("may be that of this machine where the site itself is there", () => {
    expect(read("http://localhost:8080/politics/", { own: "http://localhost:8080/", use: "names" })).toBe("/politics/");
  });
});

describe("an address for other machines", () => {
  it("is the whole one, and leads to a place within the site", () => {
    expect(read(`${OWN}politics/`, { use: "names" })).toBe("/politics/");
    expect(read(OWN, { use: "names" })).toBe("/");
    expect(read("../../../../politics/", { use: "names" })).toBe("! is relative, where other machines read it");
  });
});

describe("an address that the browser fetches", () => {
  it("may be data, and is never empty", () => {
    expect(read("data:,", { use: "loads" })).toBe("elsewhere");
    expect(read("", { use: "loads" })).toBe("! is empty");
  });
});

describe("404.html, which is served at any depth", () => {
  const page = "/404.html";

  it("leads on by the whole address, and by no other", () => {
    expect(read(`${OWN}politics/`, { page })).toBe("/politics/");
    expect(read("politics/", { page })).toBe("! is relative, and 404.html is served at any depth");
    expect(read("#main", { page })).toBe("/404.html#main");
  });

  it("fetches nothing", () => {
    expect(read(`${OWN}assets/site.css`, { page, use: "loads" })).toBe("! fetches a file");
    expect(read("data:,", { page, use: "loads" })).toBe("elsewhere");
  });
});

describe("the addresses of a page", () => {
  const found = (html: string) => scanPage(html).addresses.map(({ written, use }) => `${use} ${written}`);

  it.each<[html: string, addresses: readonly string[]]>([
    ['<a href="a/?b=1&amp;c=2#d">A</a><a>B</a>', ["leads a/?b=1&c=2#d"]],
    ["<a href='single'>A</a><a href=bare>B</a>", ["leads single", "leads bare"]],
    ['<img src="a.png" srcset="b.png 1x,  c.png 2x" alt="" />', ["loads a.png", "loads b.png", "loads c.png"]],
    ['<picture><source srcset="a.avif 240w, b.avif 480w" sizes="10rem"></picture>', ["loads a.avif", "loads b.avif"]],
    ['<form action="search/"><button formaction="other/">Go</button></form>', ["leads search/", "leads other/"]],
    ['<form method="dialog"><button>Close</button></form>', []],
    ['<video src="a.mp4" poster="a.png"><track src="a.vtt"></video>', ["loads a.mp4", "loads a.png", "loads a.vtt"]],
    ['<script src="site.js"></script><iframe src="frame/"></iframe>', ["loads site.js", "loads frame/"]],
    ['<link rel="stylesheet" href="site.css"><link rel="preload" href="a.woff2">', ["loads site.css", "loads a.woff2"]],
    ['<link rel="preload" imagesrcset="a.png 1x, b.png 2x">', ["loads a.png", "loads b.png"]],
    ['<link rel="alternate" href="feed.xml"><link rel="search" href="search.xml">', ["leads feed.xml", "leads search.xml"]],
    ['<link rel="canonical" href="https://example.org/">', ["names https://example.org/"]],
    ['<meta http-equiv="refresh" content="0; url=../new/">', ["leads ../new/"]],
    ['<meta http-equiv="Refresh" content="5;URL=\'../new/\'">', ["leads ../new/"]],
    ['<meta http-equiv="refresh" content="30">', []],
    ['<meta property="og:image" content="a.png"><meta property="og:title" content="b/c">', ["names a.png"]],
    ['<meta property="og:image:width" content="1200"><meta property="og:image:secure_url" content="a.png">', ["names a.png"]],
    ['<meta name="twitter:image" content="a.png"><meta property="article:author" content="The desk">', ["names a.png"]],
    ['<svg><use href="#icon"></use><image href="a.png"></image></svg>', ["loads #icon", "loads a.png"]],
    ['<!-- <a href="comment"> --><script>"<a href=script>"</script><p>&lt;a href="text"&gt;</p>', []],
  ])("in %s", (html, addresses) => {
    expect(found(html)).toEqual(addresses);
  });
});

describe("the site’s own addresses in a text", () => {
  it("are found wherever they end", () => {
    const text = `<link>${OWN}a/</link> "${OWN}b/?q=1" &lt;a href=&quot;${OWN}c/#d&quot;&gt; (${OWN}feed.xml), see ${OWN}e/. ${OWN}`;
    expect(ownAddresses(text, OWN)).toEqual(["/a/", "/b/", "/c/", "/feed.xml", "/e/", "/"]);
    expect(ownAddresses("https://example.com/news/", OWN)).toEqual([]);
  });
});

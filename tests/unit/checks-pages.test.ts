import { describe, expect, it } from "vitest";
import { pageFaults } from "../../src/node/publish/checks/page-rules.ts";
import { privateText, tellingFolders } from "../../src/node/publish/checks/private-text.ts";
import { publicFileFault } from "../../src/node/publish/checks/public-files.ts";
import { scanPage } from "../../src/node/publish/checks/scan-page.ts";

interface Parts {
  readonly html?: string;
  readonly title?: string;
  readonly description?: string;
  readonly head?: string;
  readonly h1?: string;
  readonly body?: string;
}

/** A page of which one part is not what it should be. */
function page({
  html = '<html lang="en-GB">',
  title = "<title>Talks</title>",
  description = '<meta name="description" content="On talks.">',
  head = "",
  h1 = "<h1>Talks</h1>",
  body = "",
}: Parts): string {
  return `<!DOCTYPE html>${html}<head>${title}${description}${head}</head><body>${h1}${body}</body></html>`;
}

const faultsOf = (html: string) => pageFaults(scanPage(html)).map(({ element, problem }) => `${element}  ${problem}`);

describe("a page", () => {
  it("that has all that it should have hears nothing", () => {
    expect(faultsOf(page({ body: '<img src="a.png" alt="" width="4" height="3"><p id="a"></p><p id="b"></p>' }))).toEqual([]);
  });

  it.each<[string, Parts, string]>([
    ["without a language", { html: "<html>" }, "<html>  has no lang"],
    ["of an empty language", { html: '<html lang="">' }, "<html>  has no lang"],
    ["without a title", { title: "" }, "<title>  is missing"],
    ["with an empty title", { title: "<title> </title>" }, "<title>  is empty"],
    ["without a description", { description: "" }, '<meta name="description">  is missing'],
    ["with an empty description", { description: '<meta name="description" content="">' }, '<meta name="description">  is empty'],
    ["without a heading", { h1: "" }, "<h1>  stands 0 times"],
    ["with two headings", { body: "<h1>More</h1>" }, "<h1>  stands 2 times"],
    ["with an id twice", { body: '<p id="a"></p><h2 id="a">A</h2>' }, '<h2 id="a">  has an id that another element has'],
    ["with a picture without alt", { body: '<img src="a.png" width="4" height="3">' }, '<img src="a.png">  has no alt'],
    [
      "with a picture without height",
      { body: '<img src="a.png" alt="" width="4">' },
      '<img src="a.png">  has no width and height',
    ],
    [
      "with a picture as wide as the page",
      { body: '<img src="a.png" alt="" width="100%" height="3">' },
      '<img src="a.png">  has no width and height',
    ],
  ])("%s hears of it", (_, parts, fault) => {
    expect(faultsOf(page(parts))).toEqual([fault]);
  });

  it("whose drawing has a title still needs one of its own", () => {
    expect(faultsOf(page({ title: "", body: "<svg><title>Oil</title></svg>" }))).toEqual(["<title>  is missing"]);
  });

  it("that search engines leave out needs no description", () => {
    expect(faultsOf(page({ description: '<meta name="robots" content="noindex">' }))).toEqual([]);
  });

  it("that only forwards needs no heading", () => {
    const head = '<meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url=../new/">';
    expect(faultsOf(page({ description: "", h1: "", head }))).toEqual([]);
  });

  it("has its entities read as what they stand for", () => {
    expect(scanPage(page({ title: "<title>Cut &amp; paste &lt;b></title>" })).title).toBe("Cut & paste <b>");
  });
});

describe("a file that is published", () => {
  it.each([
    "index.html",
    "2026/01/07/talks/index.html",
    "assets/site-2a52e86720.css",
    "feed.xml",
    "pagefind/2026/fragment/en_1.pf_fragment",
    "_headers",
    "_redirects",
    "CNAME",
    ".nojekyll",
    ".htaccess",
    ".well-known/security.txt",
  ])("may be %s", (file) => {
    expect(publicFileFault(file)).toBeUndefined();
  });

  it.each([
    "assets/site.js.map",
    "about/index.md",
    "authors.yaml",
    "site.ts",
    "page.tsx",
    "index.html~",
    "index.html.orig",
    "index.html.bak",
    "feed.xml.swp",
    "assets/.DS_Store",
    ".env",
    ".git/config",
    ".well-known/.secret",
    "LICENSE",
    "constructor",
    "a.constructor",
    "html",
  ])("is never %s", (file) => {
    expect(publicFileFault(file)).toBeDefined();
  });
});

describe("the folders that no text may name", () => {
  it("are those with names that tell something, each but once", () => {
    expect(tellingFolders(["/srv/paper/content", "/srv/paper", "/root", "/", "/srv/paper", "/home/anna"])).toEqual([
      "/srv/paper",
      "/home/anna",
    ]);
  });
});

describe("a text that is published", () => {
  const folders = tellingFolders(["/root", "/home/anna/paper", "/home/anna/paper", "C:\\Users\\anna"]);
  const problemOf = (text: string) => privateText(text, folders)?.problem;

  it.each([
    ["a private key", "-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl", "holds a secret: -----BEG…"],
    ["a key of PKCS #8", "-----BEGIN PRIVATE KEY-----\nMIIE", "holds a secret: -----BEG…"],
    ["a key of a cloud", "id=AKIAIOSFODNN7EXAMPLE", "holds a secret: AKIAIOSF…"],
    ["a token for code", `ghp_${"a1".repeat(18)}`, "holds a secret: ghp_a1a1…"],
    ["where it was built", "at /home/anna/paper/src/x.ts", "names /home/anna/paper, a folder of this machine"],
    ["a folder of Windows", '"C:\\Users\\anna\\x"', "names C:\\Users\\anna, a folder of this machine"],
  ])("must not tell %s", (_, text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  it.each([
    "-----BEGIN PUBLIC KEY-----",
    "The root of it: /root",
    "https://example.org/home/anna/paper/",
    "../home/anna/paper/",
    "AKIA is short",
  ])("may say %s", (text) => {
    expect(problemOf(text)).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import { checkPage } from "../../src/node/publish/checks/page-rules.ts";
import { checkFile, checkText, privateFolders } from "../../src/node/publish/checks/publishable.ts";
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

const diagnosticsOf = (html: string) => checkPage(scanPage(html)).map(({ element, message }) => `${element}  ${message}`);

describe("a page", () => {
  it("that has everything passes", () => {
    expect(diagnosticsOf(page({ body: '<img src="a.png" alt="" width="4" height="3"><p id="a"></p><p id="b"></p>' }))).toEqual(
      [],
    );
  });

  it.each<[string, Parts, string]>([
    ["without a language", { html: "<html>" }, "<html>  has no lang"],
    ["of an empty language", { html: '<html lang="">' }, "<html>  has no lang"],
    ["without a title", { title: "" }, "<title>  is missing"],
    ["with an empty title", { title: "<title> </title>" }, "<title>  is empty"],
    ["without a description", { description: "" }, '<meta name="description">  is missing'],
    ["with an empty description", { description: '<meta name="description" content="">' }, '<meta name="description">  is empty'],
    ["without a heading", { h1: "" }, "<h1>  occurs 0 times"],
    ["with two headings", { body: "<h1>More</h1>" }, "<h1>  occurs 2 times"],
    ["with an id twice", { body: '<p id="a"></p><h2 id="a">A</h2>' }, '<h2 id="a">  has the id of another element'],
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
  ])("%s is reported", (_, parts, diagnostic) => {
    expect(diagnosticsOf(page(parts))).toEqual([diagnostic]);
  });

  it("whose drawing has a title still needs one of its own", () => {
    expect(diagnosticsOf(page({ title: "", body: "<svg><title>Oil</title></svg>" }))).toEqual(["<title>  is missing"]);
  });

  it("hidden from search engines needs no description", () => {
    expect(diagnosticsOf(page({ description: '<meta name="robots" content="noindex">' }))).toEqual([]);
  });

  it("that only redirects needs no heading", () => {
    const head = '<meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url=../new/">';
    expect(diagnosticsOf(page({ description: "", h1: "", head }))).toEqual([]);
  });

  it("has its entities decoded", () => {
    expect(scanPage(page({ title: "<title>Cut &amp; paste &lt;b></title>" })).title).toBe("Cut & paste <b>");
  });
});

describe("a published file", () => {
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
    expect(checkFile(file)).toBeUndefined();
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
    expect(checkFile(file)).toBeDefined();
  });
});

describe("private folders", () => {
  it("are those with distinctive paths, without their subfolders", () => {
    expect(privateFolders(["/srv/paper/content", "/srv/paper", "/root", "/", "/srv/paper", "/home/anna"])).toEqual([
      "/srv/paper",
      "/home/anna",
    ]);
  });
});

describe("a published text", () => {
  const folders = privateFolders(["/root", "/home/anna/paper", "/home/anna/paper", "C:\\Users\\anna"]);
  const messageOf = (text: string) => checkText(text, folders)?.message;

  it.each([
    ["a private key", "-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl", "contains a secret: -----BEG…"],
    ["a key of PKCS #8", "-----BEGIN PRIVATE KEY-----\nMIIE", "contains a secret: -----BEG…"],
    ["a key of a cloud", "id=AKIAIOSFODNN7EXAMPLE", "contains a secret: AKIAIOSF…"],
    ["a token for code", `ghp_${"a1".repeat(18)}`, "contains a secret: ghp_a1a1…"],
    ["where it was built", "at /home/anna/paper/src/x.ts", "mentions /home/anna/paper, a folder of this machine"],
    ["a folder of Windows", '"C:\\Users\\anna\\x"', "mentions C:\\Users\\anna, a folder of this machine"],
  ])("must not contain %s", (_, text, message) => {
    expect(messageOf(text)).toBe(message);
  });

  it.each([
    "-----BEGIN PUBLIC KEY-----",
    "The root of it: /root",
    "https://example.org/home/anna/paper/",
    "../home/anna/paper/",
    "AKIA is short",
  ])("may contain %s", (text) => {
    expect(messageOf(text)).toBeUndefined();
  });
});

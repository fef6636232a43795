import { describe, expect, it } from "vitest";
import type { Article } from "../../src/model/article.ts";
import { buildCatalog } from "../../src/model/catalog.ts";
import { instant } from "../../src/model/dates.ts";
import type { StaticPage } from "../../src/model/static-page.ts";
import { checkLinks } from "../../src/node/ingest/check-links.ts";
import type { BodyLinks } from "../../src/node/ingest/markdown/check-markdown.ts";
import type { ContentFile } from "../../src/node/ingest/parse-markdown-file.ts";
import { CALENDAR, POLITICS, story } from "./sample-story.ts";

const ADDRESS = "https://www.example.org/news/";
const NOW = "2026-01-10T12:00:00-05:00";
const PUBLICATION = { name: "The Paper", description: "News.", sections: [POLITICS] };

/** The story `slug` with links to `targets`, each on a line of its own, and a heading `law`. */
function written(slug: string, published: string, targets: readonly string[] = [], draft = false): ContentFile<Article> {
  return { value: story({ slug, published, draft }), file: `${slug}.md`, ids: ["law", "экономика"], ...linksTo(targets) };
}

/** Each on a line of its own, as `checkMarkdown` returns them. */
function linksTo(targets: readonly string[]): BodyLinks {
  const isWeb = (target: string): boolean => target.startsWith("http");
  return {
    links: targets.flatMap((target, index) => {
      const [path = "", fragment = ""] = target.split("#");
      return isWeb(target) ? [] : [{ path, fragment, line: index + 1 }];
    }),
    webLinks: targets.flatMap((url, index) => (isWeb(url) ? [{ url, line: index + 1 }] : [])),
  };
}

/** `file:line message → fix` */
function diagnostics(
  articles: readonly ContentFile<Article>[],
  pages: readonly ContentFile<StaticPage>[] = [],
  invalidFiles: readonly string[] = [],
  address?: string,
) {
  const stories = articles.map(({ value }) => value);
  const catalogAt = (asOf: string) => buildCatalog(stories, instant(asOf, CALENDAR), PUBLICATION);
  const earlier = invalidFiles.map((file) => ({ file, line: 1, field: undefined, message: "", fix: "" }));
  const unaddressed = [{ file: "unaddressed.md", ids: [], ...linksTo(["/nowhere/", "/2026/01/09/draft/"]) }];
  return checkLinks(
    {
      articles,
      pages,
      unaddressed: invalidFiles.includes("unaddressed.md") ? unaddressed : [],
      series: [{ id: "brent" }],
      site: { address, partnerFeeds: [{ id: "agency", name: "The Agency", hours: 24 }], security: undefined },
    },
    { now: catalogAt(NOW), eventually: catalogAt("2030-01-01T00:00:00Z") },
    earlier,
  ).map(({ file, line, message, fix }) => `${file}:${line} ${message} → ${fix}`);
}

const old = written("old", "2026-01-07T09:00:00-05:00");
const draft = written("draft", "2026-01-09T09:00:00-05:00", ["/nowhere/"], true);
const soon = (targets: readonly string[] = []) => written("soon", "2026-02-01T09:00:00-05:00", targets);
const later = (targets: readonly string[] = []) => written("later", "2026-03-01T09:00:00-05:00", targets);
const fresh = (targets: readonly string[]) => written("fresh", "2026-01-08T09:00:00-05:00", targets);

describe("a published story may link", () => {
  it("to stories, listings, months, fixed pages, and existing headings", () => {
    const targets = [
      "/2026/01/07/old/",
      "/2026/01/07/old/#law",
      "#law",
      "/politics/",
      "/politics/2026/01/",
      "/search/",
      "/",
      "/data/",
    ];
    expect(diagnostics([old, fresh(["/market-data/brent/", "/market-data/brent/#at-2026-04"])])).toEqual([]);
    expect(diagnostics([old, fresh(targets)])).toEqual([]);
  });

  it("to the page of feeds, if the site has an address and so has feeds", () => {
    expect(diagnostics([fresh(["/feeds/"])], [], [], ADDRESS)).toEqual([]);
    expect(diagnostics([fresh(["/feeds/"])])).toHaveLength(1);
  });

  it.each([
    "/feed.xml",
    "/rss.xml",
    "/feed.json",
    "/politics/feed.xml",
    "/corrections/feed.xml",
    "/partners/agency/feed.xml",
    "/data/brent.csv",
    "/data/brent.json",
    "/data/datapackage.json",
    "/search/?q=brent",
    "/search/?q=a/b&section=politics#results",
    "/?from=print",
    "/2026/01/07/old/?from=print#law",
    "/offline/",
    "/opensearch.xml",
    "/sitemap.xml",
    "/news-sitemap.xml",
    "/robots.txt",
    "/llms.txt",
    "/app.webmanifest",
  ])("to what the site publishes besides pages: %s", (target) => {
    expect(diagnostics([old, fresh([target])], [], [], ADDRESS)).toEqual([]);
  });

  it.each(["#экономика", "#%D1%8D%D0%BA%D0%BE%D0%BD%D0%BE%D0%BC%D0%B8%D0%BA%D0%B0", "/2026/01/07/old/#экономика"])(
    "to a heading with letters beyond ASCII, encoded or not: %s",
    (target) => {
      expect(diagnostics([old, fresh([target])])).toEqual([]);
    },
  );

  it.each([
    ["#%D1%8Dкономка", "links to #экономка, which is not a heading of that page → write #экономика"],
    ["#100%", "links to #100%, which is not a heading of that page → write one of: #law, #экономика"],
    ["/data/brnt.csv", "links to /data/brnt.csv, which does not exist → write /data/brent.csv"],
    ["/politcs/?q=a", "links to /politcs/, which does not exist → write /politics/"],
    ["/politics/index.html", "links to /politics/index.html, which does not exist → write /politics/"],
    ["/index.html", "links to /index.html, which does not exist → write /"],
    ["/2026/01/07/old/?q#lwa", "links to #lwa, which is not a heading of that page → write #law"],
  ])("to nothing that is missing: %s", (target, diagnostic) => {
    expect(diagnostics([old, fresh([target])], [], [], ADDRESS)).toEqual([`fresh.md:1 ${diagnostic}`]);
  });

  it.each([
    ["https://www.example.org/news/politics/", "/politics/"],
    ["https://www.example.org/news/2026/01/07/old/#law", "/2026/01/07/old/#law"],
    ["https://www.example.org/news/search/?q=brent", "/search/?q=brent"],
    ["https://www.example.org/news", "/"],
    ["http://WWW.example.org:80/news/", "/"],
    ["https://www.example.org/news/feed.xml", "/feed.xml"],
  ])("to the site itself only from its root: %s", (target, right) => {
    expect(diagnostics([old, fresh([target])], [], [], ADDRESS)).toEqual([
      `fresh.md:1 links to \`${target}\`, which has the site's own address → write ${right}, as in [words](${right})`,
    ]);
    expect(diagnostics([old, fresh([right])], [], [], ADDRESS)).toEqual([]);
    expect(diagnostics([old, fresh([target])])).toEqual([]);
  });

  it("to no missing page of the site by its whole address", () => {
    const target = "https://www.example.org/news/politcs/";
    expect(diagnostics([fresh([target])], [], [], ADDRESS)).toEqual([
      "fresh.md:1 links to /politcs/, which does not exist → write /politics/",
    ]);
  });

  it.each([
    "https://www.example.org/",
    "https://www.example.org/newsroom/",
    "https://www.example.com/news/politics/",
    "https://example.org/news/politics/",
    "https://[/",
  ])("elsewhere: %s", (target) => {
    expect(diagnostics([fresh([target])], [], [], ADDRESS)).toEqual([]);
  });

  it("to no missing page, and the nearest address is suggested", () => {
    expect(
      diagnostics([old, fresh(["/politics", "/2026/01/07/odl/", "/somewhere/else/entirely/", "/market-data/bent/"])]),
    ).toEqual([
      "fresh.md:1 links to /politics, which does not exist → write /politics/",
      "fresh.md:2 links to /2026/01/07/odl/, which does not exist → write /2026/01/07/old/",
      "fresh.md:3 links to /somewhere/else/entirely/, which does not exist → write the address of a page, from the site's root",
      "fresh.md:4 links to /market-data/bent/, which does not exist → write /market-data/brent/",
    ]);
  });

  it("to no draft and no story of the future", () => {
    expect(diagnostics([draft, soon(), fresh(["/2026/01/09/draft/", "/2026/02/01/soon/"])])).toEqual([
      "fresh.md:1 links to /2026/01/09/draft/, which is not published → publish draft.md first, or remove the link",
      "fresh.md:2 links to /2026/02/01/soon/, which is not published → publish soon.md first, or remove the link",
    ]);
  });

  it("to no missing heading", () => {
    expect(diagnostics([old, fresh(["/2026/01/07/old/#lwa", "#figures"])])).toEqual([
      "fresh.md:1 links to #lwa, which is not a heading of that page → write #law",
      "fresh.md:2 links to #figures, which is not a heading of that page → write one of: #law, #экономика",
    ]);
  });
});

describe("an unpublished story", () => {
  it("may link to another story of the future, but not to a draft", () => {
    expect(diagnostics([soon(["/2026/03/01/later/"]), later(["/2026/02/01/soon/", "/2026/01/09/draft/"]), draft])).toEqual([
      "later.md:2 links to /2026/01/09/draft/, which is not published → publish draft.md first, or remove the link",
    ]);
  });

  it("is not checked if it is a draft", () => {
    expect(diagnostics([draft])).toEqual([]);
  });
});

describe("with other errors in the content", () => {
  it("links to an invalid file are not checked", () => {
    const targets = ["/2026/01/05/unread/", "/2026/01/05/unraed/"];
    expect(diagnostics([fresh(targets)], [], ["unread.md"])).toEqual([expect.stringMatching(/^fresh\.md:2 /)]);
  });

  it("links of a file with invalid front matter are checked against everything that has an address", () => {
    expect(diagnostics([draft], [], ["unaddressed.md"])).toEqual([
      expect.stringMatching(/^unaddressed\.md:1 links to \/nowhere\/, which does not exist/),
    ]);
  });
});

it("a static page may link only to what is published now", () => {
  const page: ContentFile<StaticPage> = {
    value: { path: "/about/", title: "About", description: "Us.", body: [] },
    file: "about.md",
    ids: [],
    ...linksTo(["/about/#us", "/2026/02/01/soon/"]),
  };
  expect(diagnostics([soon()], [page])).toEqual([
    "about.md:1 links to #us, which is not a heading of that page → remove #us: the page has no headings",
    "about.md:2 links to /2026/02/01/soon/, which is not published → publish soon.md first, or remove the link",
  ]);
});

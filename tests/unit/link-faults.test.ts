import { describe, expect, it } from "vitest";
import type { Article } from "../../src/model/article.ts";
import { buildCatalog } from "../../src/model/catalog.ts";
import { instant } from "../../src/model/dates.ts";
import type { StaticPage } from "../../src/model/static-page.ts";
import { linkFaults } from "../../src/node/ingest/check-links.ts";
import type { BodyLink } from "../../src/node/ingest/markdown/check-markdown.ts";
import type { Written } from "../../src/node/ingest/parse-markdown-file.ts";
import { CALENDAR, POLITICS, story } from "./sample-story.ts";

const NOW = "2026-01-10T12:00:00-05:00";
const PUBLICATION = { name: "The Paper", description: "News.", sections: [POLITICS] };

/** The story `slug` as it was written, with links to `targets`, each on a line of its own, and a heading `law`. */
function written(slug: string, published: string, targets: readonly string[] = [], draft = false): Written<Article> {
  return { value: story({ slug, published, draft }), file: `${slug}.md`, ids: ["law"], links: targets.map(link) };
}

function link(target: string, index: number): BodyLink {
  const [path = "", fragment = ""] = target.split("#");
  return { path, fragment, line: index + 1 };
}

/** `file:line problem → remedy` */
function faults(
  articles: readonly Written<Article>[],
  pages: readonly Written<StaticPage>[] = [],
  faultyFiles: readonly string[] = [],
  hasFeeds = false,
) {
  const stories = articles.map(({ value }) => value);
  const catalogAt = (asOf: string) => buildCatalog(stories, instant(asOf, CALENDAR), PUBLICATION);
  const earlier = faultyFiles.map((file) => ({ file, line: 1, field: undefined, problem: "", remedy: "" }));
  const unplaced = [{ file: "unplaced.md", ids: [], links: ["/nowhere/", "/2026/01/09/draft/"].map(link) }];
  return linkFaults(
    { articles, pages, unplaced: faultyFiles.includes("unplaced.md") ? unplaced : [], series: ["brent"], hasFeeds },
    { now: catalogAt(NOW), eventually: catalogAt("2030-01-01T00:00:00Z") },
    earlier,
  ).map(({ file, line, problem, remedy }) => `${file}:${line} ${problem} → ${remedy}`);
}

const old = written("old", "2026-01-07T09:00:00-05:00");
const draft = written("draft", "2026-01-09T09:00:00-05:00", ["/nowhere/"], true);
const soon = (targets: readonly string[] = []) => written("soon", "2026-02-01T09:00:00-05:00", targets);
const later = (targets: readonly string[] = []) => written("later", "2026-03-01T09:00:00-05:00", targets);
const fresh = (targets: readonly string[]) => written("fresh", "2026-01-08T09:00:00-05:00", targets);

describe("a published story may link", () => {
  it("to stories, listings, months, the site's own pages, and headings that are there", () => {
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
    expect(faults([old, fresh(["/market-data/brent/", "/market-data/brent/#at-2026-04"])])).toEqual([]);
    expect(faults([old, fresh(targets)])).toEqual([]);
  });

  it("to the page of the feeds, where the publication has an address and so has feeds", () => {
    expect(faults([fresh(["/feeds/"])], [], [], true)).toEqual([]);
    expect(faults([fresh(["/feeds/"])])).toHaveLength(1);
  });

  it("to nothing that is not there, and hears what is near", () => {
    expect(faults([old, fresh(["/politics", "/2026/01/07/odl/", "/somewhere/else/entirely/", "/market-data/bent/"])])).toEqual([
      "fresh.md:1 links to /politics, which does not exist → write /politics/",
      "fresh.md:2 links to /2026/01/07/odl/, which does not exist → write /2026/01/07/old/",
      "fresh.md:3 links to /somewhere/else/entirely/, which does not exist → write the address of a page, from the site's root",
      "fresh.md:4 links to /market-data/bent/, which does not exist → write /market-data/brent/",
    ]);
  });

  it("to no draft and no story of the future", () => {
    expect(faults([draft, soon(), fresh(["/2026/01/09/draft/", "/2026/02/01/soon/"])])).toEqual([
      "fresh.md:1 links to /2026/01/09/draft/, which is not published → publish draft.md first, or remove the link",
      "fresh.md:2 links to /2026/02/01/soon/, which is not published → publish soon.md first, or remove the link",
    ]);
  });

  it("to no heading that is not there", () => {
    expect(faults([old, fresh(["/2026/01/07/old/#lwa", "#figures"])])).toEqual([
      "fresh.md:1 links to #lwa, a heading that is not there → write #law",
      "fresh.md:2 links to #figures, a heading that is not there → write one of: #law",
    ]);
  });
});

describe("what is not published yet", () => {
  it("may link to another story of the future, and not to what never will be", () => {
    expect(faults([soon(["/2026/03/01/later/"]), later(["/2026/02/01/soon/", "/2026/01/09/draft/"]), draft])).toEqual([
      "later.md:2 links to /2026/01/09/draft/, which is not published → publish draft.md first, or remove the link",
    ]);
  });

  it("may link as it likes where it is a draft", () => {
    expect(faults([draft])).toEqual([]);
  });
});

describe("where other faults stand in the way", () => {
  it("links to a file that could not be read are passed over", () => {
    const targets = ["/2026/01/05/unread/", "/2026/01/05/unraed/"];
    expect(faults([fresh(targets)], [], ["unread.md"])).toEqual([expect.stringMatching(/^fresh\.md:2 /)]);
  });

  it("links of a file whose fields are faulty are held against whatever has an address", () => {
    expect(faults([draft], [], ["unplaced.md"])).toEqual([
      expect.stringMatching(/^unplaced\.md:1 links to \/nowhere\/, which does not exist/),
    ]);
  });
});

it("a page that is no story links to what is published now", () => {
  const page: Written<StaticPage> = {
    value: { path: "/about/", title: "About", description: "Us.", body: [] },
    file: "about.md",
    ids: [],
    links: ["/about/#us", "/2026/02/01/soon/"].map(link),
  };
  expect(faults([soon()], [page])).toEqual([
    "about.md:1 links to #us, a heading that is not there → remove #us: the page has no headings",
    "about.md:2 links to /2026/02/01/soon/, which is not published → publish soon.md first, or remove the link",
  ]);
});

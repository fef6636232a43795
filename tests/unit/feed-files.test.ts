import { expect, it } from "vitest";
import FeedFile, { data } from "../../src/pages/feed-file.11ty.ts";
import { feedErrors } from "./feed-rules.ts";
import { sampleGlobalData } from "./sample-global-data.ts";
import { story } from "./sample-story.ts";

function publishedFiles(address: string | undefined): ReadonlyMap<string, string> {
  const partnerFeeds = [{ id: "acme", name: "Acme", sections: ["politics"], hours: 3 }];
  const articles = [story(), story({ slug: "before", published: "2026-01-07T08:59:00-05:00" })];
  const global = sampleGlobalData({ partnerFeeds, ...(address !== undefined && { address }) }, articles);
  const files = data.pagination.before([], global).map((file) => ({ ...global, file }));
  return new Map(files.map((each) => [data.permalink(each), FeedFile(each)]));
}

it("every feed is published in every format, a partner’s in a folder of its own", () => {
  const files = publishedFiles("https://example.org/news");
  expect([...files.keys()]).toEqual(
    ["/", "/politics/", "/economy/", "/authors/politics-desk/", "/corrections/", "/partners/acme/"].flatMap((folder) =>
      ["feed.xml", "rss.xml", "feed.json"].map((file) => `${folder}${file}`),
    ),
  );
  const partners = files.get("/partners/acme/rss.xml") ?? "";
  expect(feedErrors(partners, "rss", "https://example.org/news/partners/acme/rss.xml")).toEqual([]);
  expect(partners.match(/<guid/g)).toHaveLength(1);
});

it("a publication without an address has no feeds", () => {
  expect([...publishedFiles(undefined)]).toEqual([]);
});

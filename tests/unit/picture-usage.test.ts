import { expect, it } from "vitest";
import type { Article } from "../../src/model/article.ts";
import type { BodyBlock } from "../../src/model/body.ts";
import { buildCatalog } from "../../src/model/catalog.ts";
import { instant } from "../../src/model/dates.ts";
import { pictureUsage } from "../../src/model/images.ts";
import type { StaticPage } from "../../src/model/static-page.ts";
import { CALENDAR, POLITICS, story } from "./sample-story.ts";

const figure = (picture: string): BodyBlock => ({ kind: "figure", picture, alt: undefined, caption: undefined });
const lead = (name: string) => ({ name, caption: undefined, alt: undefined });

function usageOf(articles: readonly Article[], pages: readonly StaticPage[] = []) {
  const publication = { name: "The Paper", description: "News.", sections: [POLITICS] };
  const usage = pictureUsage(buildCatalog(articles, instant("2026-02-01T00:00:00Z", CALENDAR), publication), pages);
  return [...usage].map(([name, uses]) => [name, uses.map(({ path }) => path)]);
}

it("lists pictures by name, each with the pages that show it: stories newest first, then other pages", () => {
  const about: StaticPage = { path: "/about/", title: "About", description: "Us.", body: [figure("zebra"), figure("map")] };
  const stories = [
    story({ slug: "old", published: "2025-12-01T09:00:00-05:00", body: [figure("map")] }),
    story({ slug: "new", picture: lead("map"), body: [figure("chart")] }),
  ];
  expect(usageOf(stories, [about])).toEqual([
    ["chart", ["/2026/01/07/new/"]],
    ["map", ["/2026/01/07/new/", "/2025/12/01/old/", "/about/"]],
    ["zebra", ["/about/"]],
  ]);
});

it("lists a page once that shows a picture twice", () => {
  expect(usageOf([story({ picture: lead("map"), body: [figure("map"), figure("map")] })])).toEqual([
    ["map", ["/2026/01/07/paris-talks/"]],
  ]);
});

it("leaves out pictures that only drafts and future stories show", () => {
  const unpublished = [
    story({ picture: lead("secret"), draft: true }),
    story({ slug: "later", published: "2026-03-01T09:00:00-05:00", body: [figure("secret")] }),
  ];
  expect(usageOf(unpublished)).toEqual([]);
});

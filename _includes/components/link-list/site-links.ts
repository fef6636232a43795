import type { Site } from "../../../src/model/site.ts";
import type { StaticPage } from "../../../src/model/static-page.ts";
import { AUTHORS, CORRECTIONS, NEWSLETTER, OFFLINE, SEARCH, sectionPath, TOPICS } from "../../../src/model/urls.ts";
import type { NamedPath } from "./LinkList.tsx";

export const topics: NamedPath = { name: "Topics", path: TOPICS };
export const authors: NamedPath = { name: "Authors", path: AUTHORS };
export const search: NamedPath = { name: "Search", path: SEARCH };
export const corrections: NamedPath = { name: "Corrections", path: CORRECTIONS };
export const newsletter: NamedPath = { name: "Newsletter", path: NEWSLETTER };
export const offline: NamedPath = { name: "Read offline", path: OFFLINE };
/** Scripts open what stands there over the page. */
export const takeAlong: NamedPath = { name: "Take it along", path: `${OFFLINE}#take_along` };

export function sectionLinks({ sections }: Site): readonly NamedPath[] {
  return sections.map(({ id, name }) => ({ name, path: sectionPath(id) }));
}

export function staticPageLinks(pages: readonly Pick<StaticPage, "path" | "title">[]): readonly NamedPath[] {
  return pages.map(({ title, path }) => ({ name: title, path }));
}

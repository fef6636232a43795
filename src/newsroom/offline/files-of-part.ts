import { EDITION_STORIES, SEARCH_INDEX } from "../addresses.ts";
import type { EditionStories, Selection } from "./edition-parts.ts";
import { isLoadedByPages } from "./loaded-by-pages.ts";
import { extentOf } from "./part-extent.ts";
import { picturesOfPart } from "./pictures-of-part.ts";

/** The front page, and those right below it: of sections, about the publication, for finding around. */
const COMMON_PAGE = /^(?:[^/]+\/)?index\.html$/;
/** It is for hosts, and carries all that it needs. */
const NOT_FOUND = "404.html";
/** At hand for the next update: by it and the list of all files it is known what is to be fetched. */
const STORIES = EDITION_STORIES.slice(1);
const SEARCH_FILES = SEARCH_INDEX.slice(1);
const YEAR_LENGTH = 4;
/** What hosts send in place of a file to whoever takes it so. */
const COMPRESSED = /\.(?:br|gz)$/;

/**
 * The files that a part of an edition consists of, so that all of it can be read and searched by itself: its stories and
 * archives, the pages and files that all parts have in common, and the search volumes of every year that it has stories of.
 *
 * @param paths of all files of the edition, from its root
 * @returns those of the part, in order; none where the edition has no such part
 */
export function filesOfPart(
  { part, pictures }: Selection,
  paths: readonly string[],
  editionStories: EditionStories,
): readonly string[] {
  const extent = extentOf(part, editionStories);
  const { stories, hasPage } = extent;
  if (stories.length === 0) return [];
  const pages = new Set(stories.map(([folder]) => `${folder}index.html`));
  const shown = new Set(pictures ? picturesOfPart(extent, paths, editionStories) : []);
  const years = new Set(stories.map(([folder]) => folder.slice(0, YEAR_LENGTH)));
  const isInPart = (path: string): boolean => {
    if (path.endsWith(".html")) return path !== NOT_FOUND && (pages.has(path) || COMMON_PAGE.test(path) || hasPage(path));
    if (path.startsWith(SEARCH_FILES)) return isOfSearch(path.slice(SEARCH_FILES.length), years);
    return shown.has(path) || path === STORIES || isLoadedByPages(path);
  };
  return paths.filter(isInPart).sort();
}

/** The engine and the list of volumes lie beside the volumes, whose names begin with their year. */
function isOfSearch(path: string, years: ReadonlySet<string>): boolean {
  return (!path.includes("/") || years.has(path.slice(0, YEAR_LENGTH))) && !COMPRESSED.test(path);
}

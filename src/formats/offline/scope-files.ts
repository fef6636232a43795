import { EDITION_STORIES, SEARCH_INDEX } from "../../model/urls.ts";
import { pictureStem, standIn } from "./offline-image.ts";
import type { EditionStories, PartId, Selection } from "./scopes.ts";

/** What a part of an edition has of its own. */
export interface PartExtent {
  /** Its stories by their folders; none where the edition has no such part. */
  readonly stories: readonly (readonly [folder: string, EditionStories[string]])[];
  /** Whether it has a page that is no story, by its path from the root. */
  readonly hasPage: (path: string) => boolean;
}

interface Rule {
  readonly hasStory: (folder: string, section: string) => boolean;
  readonly hasPage: (path: string) => boolean;
}

/** `2026/`, `2026/11/`: the year and the month that the folder of a story begins with. */
const MONTH_LENGTH = "2026/11/".length;

/** How far a part of an edition with these stories reaches. */
export function extentOf(part: PartId, stories: EditionStories): PartExtent {
  const { hasStory, hasPage } = ruleOf(part, stories);
  return { stories: Object.entries(stories).filter(([folder, [section]]) => hasStory(folder, section)), hasPage };
}

function ruleOf(part: PartId, stories: EditionStories): Rule {
  if (part === "everything") return { hasStory: () => true, hasPage: () => true };
  if (part === "new") return ofPeriod(newestMonth(stories));
  const id = part.slice(part.indexOf(":") + 1);
  return part.startsWith("section:") ? ofSection(id) : ofPeriod(`${id.padStart(4, "0")}/`);
}

function ofSection(id: string): Rule {
  return { hasStory: (_, section) => section === id, hasPage: (path) => path.startsWith(`${id}/`) };
}

/** The archives of a period are those of the whole publication, of its sections and of its corrections. */
function ofPeriod(period: string): Rule {
  return {
    hasStory: (folder) => folder.startsWith(period),
    hasPage: (path) => path.startsWith(period) || path.startsWith(period, path.indexOf("/") + 1),
  };
}

function newestMonth(stories: EditionStories): string {
  const months = Object.keys(stories).map((folder) => folder.slice(0, MONTH_LENGTH));
  return months.reduce((newest, month) => (month > newest ? month : newest), "");
}

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

/** Pictures of the publication's sign are for feeds and devices, and one stylesheet is for feeds. */
const LOADED = /^assets\/(?!feed-[0-9a-f]{10}\.css$)[^/]+\.(?:js|css|woff2|svg)$/;

/**
 * Whether pages themselves load a file, as styles, scripts, fonts or icon.
 *
 * @param path from the publication's root, such as `assets/site-5675896fd9.css`
 */
export function isLoadedByPages(path: string): boolean {
  return LOADED.test(path);
}

/**
 * The pictures that a part of an edition shows, a file for each: those of its stories, and those of no story, which are on
 * pages that all parts have in common.
 *
 * @param paths of all files of the edition
 * @param all every story of the edition
 */
function picturesOfPart({ stories }: PartExtent, paths: readonly string[], all: EditionStories): readonly string[] {
  const ofStories = new Set(Object.values(all).flatMap(([, ...files]) => files.map(pictureStem)));
  const others = Map.groupBy(
    paths.filter((path) => !ofStories.has(pictureStem(path))),
    pictureStem,
  );
  others.delete(undefined);
  return [...stories.flatMap(([, [, ...files]]) => files), ...[...others.values()].flatMap((files) => standIn(files) ?? [])];
}

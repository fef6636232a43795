import { EDITION_STORIES, LICENCES, outputFile, SEARCH_INDEX } from "../../model/urls.ts";
import { imageStem, offlineVariant } from "./offline-image.ts";
import type { EditionStories, ScopeId, Selection } from "./scopes.ts";

/** What belongs to a scope alone, besides the pages and files that all scopes share. */
export interface ScopeContents {
  /** Its stories by their folders; none where the edition has no such scope. */
  readonly stories: readonly (readonly [folder: string, EditionStories[string]])[];
  /** Whether it includes a page other than a story, by its path from the root. */
  readonly hasPage: (path: string) => boolean;
}

interface Rule {
  readonly hasStory: (folder: string, section: string) => boolean;
  readonly hasPage: (path: string) => boolean;
}

/** The year and month at the start of a story's folder. */
const MONTH_LENGTH = "2026/11/".length;

/** Finds what belongs to a scope of an edition with these stories. */
export function contentsOfScope(scope: ScopeId, stories: EditionStories): ScopeContents {
  const { hasStory, hasPage } = ruleFor(scope, stories);
  return { stories: Object.entries(stories).filter(([folder, [section]]) => hasStory(folder, section)), hasPage };
}

function ruleFor(scope: ScopeId, stories: EditionStories): Rule {
  if (scope === "everything") return { hasStory: () => true, hasPage: () => true };
  if (scope === "new") return periodRule(newestMonth(stories));
  const id = scope.slice(scope.indexOf(":") + 1);
  return scope.startsWith("section:") ? sectionRule(id) : periodRule(`${id.padStart(4, "0")}/`);
}

function sectionRule(id: string): Rule {
  return { hasStory: (_, section) => section === id, hasPage: (path) => path.startsWith(`${id}/`) };
}

/** A period has the archives of the whole publication, of its sections and of its corrections. */
function periodRule(period: string): Rule {
  return {
    hasStory: (folder) => folder.startsWith(period),
    hasPage: (path) => path.startsWith(period) || path.startsWith(period, path.indexOf("/") + 1),
  };
}

function newestMonth(stories: EditionStories): string {
  const months = Object.keys(stories).map((folder) => folder.slice(0, MONTH_LENGTH));
  return months.reduce((newest, month) => (month > newest ? month : newest), "");
}

/** The home page, and the pages one level below it: sections, static pages, search. */
const COMMON_PAGE = /^(?:[^/]+\/)?index\.html$/;
/** Hosts send it at any depth; it carries its own styles. */
const NOT_FOUND = "404.html";
/** Saved with every scope: the next update then needs only the manifest to know what to fetch. */
const STORIES = EDITION_STORIES.slice(1);
/** Of the shared files. */
const LICENCES_FILE = LICENCES.slice(1);
const SEARCH_FILES = SEARCH_INDEX.slice(1);
const YEAR_LENGTH = 4;
/** What hosts send in place of a file where the client accepts that encoding. */
const COMPRESSED = /\.(?:br|gz)$/;

/**
 * Lists the files of a scope, so that it can be read and searched on its own: its stories and archives, the pages and files that
 * all scopes share, and the search shards of every year that it has stories of.
 *
 * @param paths of all files of the edition, from its root
 * @returns sorted paths; none where the edition has no such scope
 */
export function filesOfScope(
  { part: scope, pictures }: Selection,
  paths: readonly string[],
  editionStories: EditionStories,
): readonly string[] {
  const contents = contentsOfScope(scope, editionStories);
  const { stories, hasPage } = contents;
  if (stories.length === 0) return [];
  const pages = new Set(stories.map(([folder]) => outputFile(`/${folder}`)));
  const images = new Set(pictures ? imagesOfScope(contents, paths, editionStories) : []);
  const years = new Set(stories.map(([folder]) => folder.slice(0, YEAR_LENGTH)));
  const isInScope = (path: string): boolean => {
    if (path.endsWith(".html")) return path !== NOT_FOUND && (pages.has(path) || COMMON_PAGE.test(path) || hasPage(path));
    if (path.startsWith(SEARCH_FILES)) return isSearchFile(path.slice(SEARCH_FILES.length), years);
    return images.has(path) || path === STORIES || path === LICENCES_FILE || isLoadedByPages(path);
  };
  return paths.filter(isInScope).sort();
}

/** The engine and the list of shards lie beside the shards, whose names start with their year. */
function isSearchFile(path: string, years: ReadonlySet<string>): boolean {
  return (!path.includes("/") || years.has(path.slice(0, YEAR_LENGTH))) && !COMPRESSED.test(path);
}

/** Not the PNG icons, which are for feeds and devices, and not the stylesheet of feeds. */
const LOADED = /^assets\/(?!feed-[0-9a-f]{10}\.css$)[^/]+\.(?:js|css|woff2|svg)$/;

/**
 * Whether pages load a file, as a style, script, font or icon.
 *
 * @param path from the publication's root, such as `assets/site-5675896fd9.css`
 */
export function isLoadedByPages(path: string): boolean {
  return LOADED.test(path);
}

/**
 * The pictures of a scope, one file for each: those of its stories, and those of no story, which are on shared pages.
 *
 * @param paths of all files of the edition
 * @param all every story of the edition
 */
function imagesOfScope({ stories }: ScopeContents, paths: readonly string[], all: EditionStories): readonly string[] {
  const ofStories = new Set(Object.values(all).flatMap(([, ...files]) => files.map(imageStem)));
  const others = Map.groupBy(
    paths.filter((path) => !ofStories.has(imageStem(path))),
    imageStem,
  );
  others.delete(undefined);
  return [
    ...stories.flatMap(([, [, ...files]]) => files),
    ...[...others.values()].flatMap((files) => offlineVariant(files) ?? []),
  ];
}

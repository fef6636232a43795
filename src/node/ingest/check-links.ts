import { parse } from "node:path";
import type { Diagnostic } from "../../lib/diagnostic.ts";
import { nearest } from "../../lib/nearest.ts";
import type { Article } from "../../model/article.ts";
import type { Catalog } from "../../model/catalog.ts";
import { publishedPaths } from "../../model/published-urls.ts";
import type { Site } from "../../model/site.ts";
import type { StaticPage } from "../../model/static-page.ts";
import { isReserved, sectionPath, seriesPath } from "../../model/urls.ts";
import type { BodyLink } from "./markdown/check-markdown.ts";
import type { Written, WrittenText } from "./parse-markdown-file.ts";

type WrittenPage = Written<Article> | Written<StaticPage>;

/** Two files with one address, and files whose address the site itself needs. */
export function addressFaults(
  articles: readonly Written<Article>[],
  pages: readonly Written<StaticPage>[],
  site: Site,
): readonly Diagnostic[] {
  const owners = new Map<string, string>();
  for (const { id, name } of site.sections) owners.set(sectionPath(id), `the section ${name}`);
  const faults: Diagnostic[] = [];
  for (const { file, value } of [...articles, ...pages]) {
    const owner = isReserved(value.path.slice(1, -1)) ? "the site itself" : owners.get(value.path);
    if (owner === undefined) owners.set(value.path, file);
    else
      faults.push({
        file,
        line: undefined,
        field: "file",
        problem: `has the address ${value.path} of ${owner}`,
        remedy: "give it another name",
      });
  }
  return faults;
}

/** What was written, and whose address and date are known; and texts of which they are not. */
interface WrittenContent {
  readonly articles: readonly Written<Article>[];
  readonly pages: readonly Written<StaticPage>[];
  readonly unplaced: readonly WrittenText[];
  /** The ids of the market series, each of which has a page. */
  readonly series: readonly string[];
  /** Whether there is a page of feeds. */
  readonly hasFeeds: boolean;
}

/**
 * Links within the publication that lead nowhere. For what is published, a draft or a story of the future is nowhere.
 * A story of the future is held against what will be published by then, so that its day brings no surprise; a text whose
 * fields are faulty against whatever has an address; a draft may link as it likes. Links to a story that could not be
 * read are passed over: its own faults say enough.
 *
 * @param now what is published
 * @param eventually what will be published once every story of the future is
 */
export function linkFaults(
  { articles, pages, unplaced, series, hasFeeds }: WrittenContent,
  { now, eventually }: { readonly now: Catalog; readonly eventually: Catalog },
  earlierFaults: readonly Diagnostic[],
): readonly Diagnostic[] {
  const others = [...pages.map(({ value }) => value), ...series.map((id) => ({ path: seriesPath(id) }))];
  const pathsNow = publishedPaths(now, others, hasFeeds);
  const pathsEventually = publishedPaths(eventually, others, hasFeeds);
  const unreadable = new Set(earlierFaults.map(({ file }) => parse(file).name));
  const writtenAt = new Map<string, WrittenPage>([...articles, ...pages].map((written) => [written.value.path, written]));

  const check = (from: WrittenText, paths: ReadonlySet<string>): readonly Diagnostic[] =>
    from.links.flatMap((link) => {
      if (unreadable.has(link.path.split("/").at(-2) ?? "")) return [];
      const found = linkProblem(link, link.path === "" ? from : writtenAt.get(link.path), paths);
      return found ? [{ file: from.file, line: link.line, field: "body", ...found }] : [];
    });
  return [
    ...articles
      .filter(({ value }) => !value.draft)
      .flatMap((article) => check(article, pathsNow.has(article.value.path) ? pathsNow : pathsEventually)),
    ...pages.flatMap((page) => check(page, pathsNow)),
    ...unplaced.flatMap((text) => check(text, new Set([...pathsEventually, ...writtenAt.keys()]))),
  ];
}

function linkProblem(
  { path, fragment }: BodyLink,
  target: WrittenText | undefined,
  paths: ReadonlySet<string>,
): Pick<Diagnostic, "problem" | "remedy"> | undefined {
  if (path !== "" && !paths.has(path)) {
    if (target) {
      return { problem: `links to ${path}, which is not published`, remedy: `publish ${target.file} first, or remove the link` };
    }
    const meant = nearest(path, [...paths]);
    return {
      problem: `links to ${path}, which does not exist`,
      remedy: meant ? `write ${meant}` : "write the address of a page, from the site's root",
    };
  }
  if (fragment === "" || !target || target.ids.includes(fragment)) return undefined;
  return { problem: `links to #${fragment}, a heading that is not there`, remedy: headingRemedy(fragment, target.ids) };
}

function headingRemedy(fragment: string, ids: readonly string[]): string {
  const meant = nearest(fragment, ids);
  if (meant !== undefined) return `write #${meant}`;
  return ids.length > 0
    ? `write one of: ${ids.map((id) => `#${id}`).join(", ")}`
    : `remove #${fragment}: the page has no headings`;
}

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
import type { ContentFile, LinkedText } from "./parse-markdown-file.ts";

type ContentPage = ContentFile<Article> | ContentFile<StaticPage>;

/** Reports files with the same address, and files whose address is reserved. */
export function checkAddresses(
  articles: readonly ContentFile<Article>[],
  pages: readonly ContentFile<StaticPage>[],
  site: Site,
): readonly Diagnostic[] {
  const owners = new Map<string, string>();
  for (const { id, name } of site.sections) owners.set(sectionPath(id), `the section ${name}`);
  const diagnostics: Diagnostic[] = [];
  for (const { file, value } of [...articles, ...pages]) {
    const owner = isReserved(value.path.slice(1, -1)) ? "the site itself" : owners.get(value.path);
    if (owner === undefined) owners.set(value.path, file);
    else
      diagnostics.push({
        file,
        line: undefined,
        field: "file",
        message: `has the same address as ${owner}: ${value.path}`,
        fix: "rename the file",
      });
  }
  return diagnostics;
}

/** All texts of the content. */
interface LinkedContent {
  readonly articles: readonly ContentFile<Article>[];
  readonly pages: readonly ContentFile<StaticPage>[];
  /** Texts whose front matter is invalid, so that their address and date are not known. */
  readonly unaddressed: readonly LinkedText[];
  /** The ids of the market series, each of which has a page. */
  readonly series: readonly string[];
  /** Whether there is a page of feeds. */
  readonly hasAddress: boolean;
}

/**
 * Reports broken internal links. Published texts must not link to drafts or stories of the future. A story of the future
 * is checked against what will be published once all of them are, and a text with invalid front matter against everything
 * that has an address. Drafts are not checked, nor are links to files that have diagnostics of their own.
 *
 * @param now what is published
 * @param eventually what will be published once every story of the future is
 */
export function checkLinks(
  { articles, pages, unaddressed, series, hasAddress }: LinkedContent,
  { now, eventually }: { readonly now: Catalog; readonly eventually: Catalog },
  earlier: readonly Diagnostic[],
): readonly Diagnostic[] {
  const others = [...pages.map(({ value }) => value), ...series.map((id) => ({ path: seriesPath(id) }))];
  const pathsNow = publishedPaths(now, others, hasAddress);
  const pathsEventually = publishedPaths(eventually, others, hasAddress);
  const unreadable = new Set(earlier.map(({ file }) => parse(file).name));
  const fileAt = new Map<string, ContentPage>([...articles, ...pages].map((file) => [file.value.path, file]));

  const check = (from: LinkedText, paths: ReadonlySet<string>): readonly Diagnostic[] =>
    from.links.flatMap((link) => {
      if (unreadable.has(link.path.split("/").at(-2) ?? "")) return [];
      const found = brokenLink(link, link.path === "" ? from : fileAt.get(link.path), paths);
      return found ? [{ file: from.file, line: link.line, field: "body", ...found }] : [];
    });
  return [
    ...articles
      .filter(({ value }) => !value.draft)
      .flatMap((article) => check(article, pathsNow.has(article.value.path) ? pathsNow : pathsEventually)),
    ...pages.flatMap((page) => check(page, pathsNow)),
    ...unaddressed.flatMap((text) => check(text, new Set([...pathsEventually, ...fileAt.keys()]))),
  ];
}

function brokenLink(
  { path, fragment }: BodyLink,
  target: LinkedText | undefined,
  paths: ReadonlySet<string>,
): Pick<Diagnostic, "message" | "fix"> | undefined {
  if (path !== "" && !paths.has(path)) {
    if (target) {
      return { message: `links to ${path}, which is not published`, fix: `publish ${target.file} first, or remove the link` };
    }
    const match = nearest(path, [...paths]);
    return {
      message: `links to ${path}, which does not exist`,
      fix: match ? `write ${match}` : "write the address of a page, from the site's root",
    };
  }
  if (fragment === "" || !target || target.ids.includes(fragment)) return undefined;
  return { message: `links to #${fragment}, which is not a heading of that page`, fix: headingFix(fragment, target.ids) };
}

function headingFix(fragment: string, ids: readonly string[]): string {
  const match = nearest(fragment, ids);
  if (match !== undefined) return `write #${match}`;
  return ids.length > 0
    ? `write one of: ${ids.map((id) => `#${id}`).join(", ")}`
    : `remove #${fragment}: the page has no headings`;
}

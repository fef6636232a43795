import { basename } from "node:path";
import type { Diagnostic } from "../../lib/diagnostic.ts";
import { nearest } from "../../lib/nearest.ts";
import type { Article } from "../../model/article.ts";
import type { Catalog } from "../../model/catalog.ts";
import { machineFiles, publishedAddresses } from "../../model/published-urls.ts";
import type { Site } from "../../model/site.ts";
import type { StaticPage } from "../../model/static-page.ts";
import { isReserved, sectionPath } from "../../model/urls.ts";
import { type Link, type LinkError, linkTo, ownAddress, withinSite } from "./internal-link.ts";
import type { WebLink } from "./markdown/check-markdown.ts";
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

/** The last part of the address that a file, perhaps of a wrong name, is meant to have. */
function slugOf(file: string): string {
  return basename(file).split(".", 1)[0]?.toLowerCase() ?? "";
}

/** All texts of the content. */
interface LinkedContent {
  readonly articles: readonly ContentFile<Article>[];
  readonly pages: readonly ContentFile<StaticPage>[];
  /** Texts whose front matter is invalid, so that their address and date are not known. */
  readonly unaddressed: readonly LinkedText[];
  /** The market series, each of which has a page and data files. */
  readonly series: readonly { readonly id: string }[];
  readonly site: Pick<Site, "address" | "partnerFeeds" | "security">;
}

/**
 * Reports broken internal links, and links to the site itself by its whole address. Published texts must not link to drafts or
 * stories of the future. A story of the future is checked against what will be published once all of them are, and a text with
 * invalid front matter against everything that has an address. Drafts are not checked, nor are links to files that have
 * diagnostics of their own.
 *
 * @param now what is published
 * @param eventually what will be published once every story of the future is
 */
export function checkLinks(
  { articles, pages, unaddressed, series, site }: LinkedContent,
  { now, eventually }: { readonly now: Catalog; readonly eventually: Catalog },
  earlier: readonly Diagnostic[],
): readonly Diagnostic[] {
  const addressesOf = (catalog: Catalog): ReadonlySet<string> => {
    const content = { catalog, pages: pages.map(({ value }) => value), series, partnerFeeds: site.partnerFeeds };
    return new Set([...publishedAddresses({ ...content, hasAddress: site.address !== undefined }), ...machineFiles(site)]);
  };
  const addressesNow = addressesOf(now);
  const addressesEventually = eventually === now ? addressesNow : addressesOf(eventually);
  const unreadable = new Set(earlier.map(({ file }) => slugOf(file)));
  const fileAt = new Map<string, ContentPage>([...articles, ...pages].map((file) => [file.value.path, file]));

  const check = (from: LinkedText, addresses: ReadonlySet<string>): readonly Diagnostic[] => {
    const broken = (link: Link): LinkError | undefined => {
      if (unreadable.has(link.path.split("/").at(-2) ?? "")) return undefined;
      return brokenLink(link, link.path === "" ? from : fileAt.get(link.path), addresses);
    };
    const whole = ({ url }: WebLink): LinkError | undefined => {
      const own = site.address === undefined ? undefined : withinSite(url, site.address);
      return own === undefined ? undefined : (broken(linkTo(own)) ?? ownAddress(url, own));
    };
    const report = (line: number, error: LinkError | undefined): readonly Diagnostic[] =>
      error ? [{ file: from.file, line, field: "body", ...error }] : [];
    return [
      ...from.links.flatMap(({ path, fragment, line }) => report(line, broken(linkTo(path, fragment)))),
      ...from.webLinks.flatMap((link) => report(link.line, whole(link))),
    ];
  };
  return [
    ...articles
      .filter(({ value }) => !value.draft)
      .flatMap((article) => check(article, addressesNow.has(article.value.path) ? addressesNow : addressesEventually)),
    ...pages.flatMap((page) => check(page, addressesNow)),
    ...unaddressed.flatMap((text) => check(text, new Set([...addressesEventually, ...fileAt.keys()]))),
  ];
}

function brokenLink(
  { path, fragment }: Link,
  target: LinkedText | undefined,
  addresses: ReadonlySet<string>,
): LinkError | undefined {
  if (path !== "" && !addresses.has(path)) {
    if (target) {
      return { message: `links to ${path}, which is not published`, fix: `publish ${target.file} first, or remove the link` };
    }
    const page = path.replace(/index\.html$/, "");
    const match = addresses.has(page) ? page : nearest(path, [...addresses]);
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

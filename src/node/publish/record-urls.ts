import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Markets } from "../../markets/markets.ts";
import type { Catalog } from "../../model/catalog.ts";
import { OPEN_DATA } from "../../model/fixed-pages.ts";
import { publishedAddresses } from "../../model/published-urls.ts";
import type { Redirect } from "../../model/redirects.ts";
import type { Site } from "../../model/site.ts";
import type { StaticPage } from "../../model/static-page.ts";
import { formatUrlHistory, parseUrlHistory, URL_HISTORY } from "../../model/url-history.ts";
import { FEED_FORMATS, type SitePath, servedPath } from "../../model/urls.ts";
import { folderEntries } from "../files/folder-entries.ts";
import { displayPath } from "../files/source-file.ts";

/** The new URL history, in a file of its own until its edition is published. */
export interface RecordedUrls {
  /** The number of URLs that the current history does not have. */
  readonly added: number;
  /** For messages. */
  readonly file: string;
  /** Replaces the current history. */
  swapIn(): void;
  discard(): void;
}

interface EditionSource {
  readonly catalog: Catalog;
  readonly pages: readonly StaticPage[];
  readonly markets: Markets;
  readonly redirects: readonly Redirect[];
  readonly site: Pick<Site, "address" | "partnerFeeds">;
}

/**
 * Adds every permanent URL of an edition to the URL history. The new file is in the same folder, so that the swap is an
 * atomic rename.
 *
 * @param siteFolder the complete edition, not published yet
 * @throws if the edition has a URL that `publishedAddresses` does not list: the next build would report it as removed
 */
export async function recordUrls(
  contentFolder: string,
  siteFolder: string,
  { catalog, pages, markets, redirects, site }: EditionSource,
): Promise<RecordedUrls> {
  const urls = permanentUrls((await folderEntries(siteFolder)).files, redirects);
  const { address, partnerFeeds } = site;
  const published = publishedAddresses({ catalog, pages, ...markets, partnerFeeds, hasAddress: address !== undefined });
  const unknown = urls.find((each) => !published.has(each));
  if (unknown !== undefined) throw new Error(`The site has ${unknown}, which publishedAddresses does not list.`);

  const path = join(contentFolder, URL_HISTORY);
  const current = existsSync(path) ? await readFile(path, "utf8") : undefined;
  const recorded = parseUrlHistory({ file: path, text: current ?? "" }).history;
  const added = urls.filter((each) => !recorded.has(each)).length;
  const next = join(contentFolder, `.${URL_HISTORY}.next-${process.pid}`);
  writeFileSync(next, formatUrlHistory(new Set([...recorded.keys(), ...urls]), current));
  return {
    added,
    file: displayPath(path),
    swapIn: () => renameSync(next, path),
    discard: () => rmSync(next, { force: true }),
  };
}

const PAGE = /(?:^|\/)index\.html$/;
const FEED_FILES: ReadonlySet<string> = new Set(FEED_FORMATS.map(({ file }) => file));
const DATA_FILE = /\.(?:csv|json)$/;

/**
 * The URLs of a site that must keep working: pages, feeds and data files, but not redirect pages. Names of styles and
 * pictures change with their content, so they do not count.
 *
 * @param files paths from the site's folder, with forward slashes
 */
export function permanentUrls(files: Iterable<string>, redirects: readonly Redirect[]): readonly SitePath[] {
  const moved = new Set(redirects.map(({ from }) => from));
  return [...files]
    .filter(isPermanent)
    .map(servedPath)
    .filter((path) => !moved.has(path));
}

function isPermanent(file: string): boolean {
  const isFeed = FEED_FILES.has(file.slice(file.lastIndexOf("/") + 1));
  const isData = file.startsWith(OPEN_DATA.slice(1)) && DATA_FILE.test(file);
  return PAGE.test(file) || isFeed || isData;
}

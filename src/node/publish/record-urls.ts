import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Markets } from "../../markets/markets.ts";
import type { Catalog } from "../../model/catalog.ts";
import { publishedAddresses } from "../../model/published-urls.ts";
import type { Redirect } from "../../model/redirects.ts";
import type { Site } from "../../model/site.ts";
import type { StaticPage } from "../../model/static-page.ts";
import { LEDGER, ledgerText, parseLedger } from "../../model/url-history.ts";
import { FEED_FORMATS, OPEN_DATA, type SitePath } from "../../model/urls.ts";
import { folderEntries } from "../files/folder-entries.ts";
import { displayPath } from "../files/source-file.ts";

/** A ledger beside the one that is there, until the edition that it tells of is published. */
export interface RecordedUrls {
  /** Addresses that it has and the other has not. */
  readonly added: number;
  /** How it is named to people. */
  readonly file: string;
  swapIn(): void;
  discard(): void;
}

/** What an edition was made from. */
interface EditionSource {
  readonly catalog: Catalog;
  readonly pages: readonly StaticPage[];
  readonly markets: Markets;
  readonly redirects: readonly Redirect[];
  readonly site: Pick<Site, "address" | "partnerFeeds">;
}

/**
 * Adds every address that an edition has written to the ledger. The new ledger lies in the folder of the old one, so that
 * the swap is a rename, which cannot leave half a file.
 *
 * @param siteFolder the edition, whole but not published yet
 * @throws where the site has written what the list of its addresses does not know of: the next build would miss it
 */
export async function recordUrls(
  contentFolder: string,
  siteFolder: string,
  { catalog, pages, markets, redirects, site }: EditionSource,
): Promise<RecordedUrls> {
  const written = writtenAddresses((await folderEntries(siteFolder)).files, redirects);
  const { address, partnerFeeds } = site;
  const published = publishedAddresses({ catalog, pages, ...markets, partnerFeeds, hasFeeds: address !== undefined });
  const unknown = written.find((each) => !published.has(each));
  if (unknown !== undefined) throw new Error(`The site has ${unknown}, of which publishedAddresses does not know.`);

  const path = join(contentFolder, LEDGER);
  const former = existsSync(path) ? await readFile(path, "utf8") : undefined;
  const recorded = parseLedger({ file: path, text: former ?? "" }).ledger;
  const added = written.filter((each) => !recorded.has(each)).length;
  const next = join(contentFolder, `.${LEDGER}.next-${process.pid}`);
  writeFileSync(next, ledgerText(new Set([...recorded.keys(), ...written]), former));
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
 * The addresses in a site's folder that are to last: pages, feeds and files of data. What an edition names anew each
 * time, such as styles and pictures, is not among them, nor are pages that only forward.
 *
 * @param files paths from the site's folder, with forward slashes
 */
export function writtenAddresses(files: Iterable<string>, redirects: readonly Redirect[]): readonly SitePath[] {
  const moved = new Set(redirects.map(({ from }) => from));
  return [...files].flatMap((file) => addressOf(file) ?? []).filter((address) => !moved.has(address));
}

function addressOf(file: string): SitePath | undefined {
  if (PAGE.test(file)) return `/${file.slice(0, -"index.html".length)}`;
  const isFeed = FEED_FILES.has(file.slice(file.lastIndexOf("/") + 1));
  const isData = file.startsWith(OPEN_DATA.slice(1)) && DATA_FILE.test(file);
  return isFeed || isData ? `/${file}` : undefined;
}

import type { Redirect } from "../../model/redirects.ts";
import { FEED_FORMATS, OPEN_DATA, type SitePath } from "../../model/urls.ts";

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

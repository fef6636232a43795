import * as z from "zod";
import {
  ASSETS,
  EDITION_MANIFEST,
  EDITION_PARTS,
  EDITION_STORIES,
  LLMS,
  NEWS_SITEMAP,
  OPEN_SEARCH,
  PICTURES,
  ROBOTS,
  SEARCH_INDEX,
  SECURITY_TXT,
  SITEMAP,
  type SitePath,
} from "./urls.ts";

/** An address elsewhere, as the URL standard writes it. */
type ForeignAddress = `https://${string}`;

/** An address that has moved. */
export interface Redirect {
  /** Nothing is published here any more. */
  readonly from: SitePath;
  /** A page or file that is published, or an address elsewhere. */
  readonly to: SitePath | ForeignAddress;
}

/** Letters that mean nothing to any host, so that an address is written alike in the files of all of them. */
const PATH = /^\/(?:[\w.~-]+\/)*(?:[\w.~-]+)?$/;

/** Whether `text` can be the address of a page or file. */
export function isSitePath(text: string): text is SitePath {
  return PATH.test(text) && !/\/\.{1,2}(?:\/|$)/.test(text);
}

/** An address elsewhere as the URL standard writes it, or undefined where `text` is none. */
export function foreignAddress(text: string): ForeignAddress | undefined {
  if (!text.startsWith("https://") || !URL.canParse(text)) return undefined;
  const { href, username, password } = new URL(text);
  return username === "" && password === "" ? `https://${href.slice("https://".length)}` : undefined;
}

/** The end of an address that stands for all addresses below it. */
const BELOW = "/*";

/** What comes before the `*` of an address that stands for all below it; undefined for any other. */
export function folderOf(address: string): string | undefined {
  return address.endsWith(BELOW) ? address.slice(0, -1) : undefined;
}

/** Files and folders that each edition writes anew, and no address ever moves from. */
const OF_THE_SITE: readonly string[] = [
  ...[ASSETS, PICTURES, SEARCH_INDEX, "/.well-known/"],
  ...[OPEN_SEARCH, SITEMAP, NEWS_SITEMAP, ROBOTS, LLMS, SECURITY_TXT, EDITION_MANIFEST, "/404.html"],
  ...[EDITION_PARTS, EDITION_STORIES],
];

/** Whether an address belongs to the site's own machinery. */
function isMachinery(address: string): boolean {
  return OF_THE_SITE.some((own) => address === own || (own.endsWith("/") && address.startsWith(own)));
}

const from = z
  .string()
  .refine((text) => isSitePath(folderOf(text) ?? text), { error: "is not an address of the site" })
  .refine((text) => text !== BELOW, { error: "stands for the whole site" })
  .refine((text) => !text.endsWith("/index.html"), { error: "names the file of a page" })
  .refine((text) => !isMachinery(text), { error: "is an address that the site itself needs" })
  .describe(
    "write the former address from the site's root, such as /2026/01/07/old-name/, or /topics/old-name/* for all below it",
  );

const to = z
  .string()
  .refine((text) => isSitePath(folderOf(text) ?? text) || foreignAddress(folderOf(text) ?? text) !== undefined, {
    error: "is neither an address of the site nor an https address",
  })
  .describe("write the address of a page that is published, from the site's root, or an https address");

/** `redirects.yaml`: addresses that have moved, and where to. `from: /topics/old/*` moves all that was ever published below it. */
export const redirectsSchema = z.array(z.strictObject({ from, to }));

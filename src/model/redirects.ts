import * as z from "zod";
import {
  ASSETS,
  EDITION_MANIFEST,
  EDITION_SCOPES,
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

/** An address on another site, as the URL standard serialises it. */
type ExternalAddress = `https://${string}`;

/** A URL that has moved. */
export interface Redirect {
  /** No longer published. */
  readonly from: SitePath;
  /** A published page or file, or an address on another site. */
  readonly to: SitePath | ExternalAddress;
}

/** Only characters that no host escapes or interprets in its redirect rules. */
const PATH = /^\/(?:[\w.~-]+\/)*(?:[\w.~-]+)?$/;

/** Whether `text` can be the path of a page or file of this site. */
export function isSitePath(text: string): text is SitePath {
  return PATH.test(text) && !/\/\.{1,2}(?:\/|$)/.test(text);
}

/** Normalises an https address without credentials; undefined for anything else. */
export function externalAddress(text: string): ExternalAddress | undefined {
  if (!text.startsWith("https://") || !URL.canParse(text)) return undefined;
  const { href, username, password } = new URL(text);
  return username === "" && password === "" ? `https://${href.slice("https://".length)}` : undefined;
}

const WILDCARD = "/*";

/** The folder of a wildcard address: `/topics/` of `/topics/*`; undefined for any other address. */
export function wildcardFolder(address: string): string | undefined {
  return address.endsWith(WILDCARD) ? address.slice(0, -1) : undefined;
}

/** Files and folders that every build writes; they cannot be redirected. */
const GENERATED: readonly string[] = [
  ...[ASSETS, PICTURES, SEARCH_INDEX, "/.well-known/"],
  ...[OPEN_SEARCH, SITEMAP, NEWS_SITEMAP, ROBOTS, LLMS, SECURITY_TXT, EDITION_MANIFEST, "/404.html"],
  ...[EDITION_SCOPES, EDITION_STORIES],
];

function isGenerated(address: string): boolean {
  return GENERATED.some((path) => address === path || (path.endsWith("/") && address.startsWith(path)));
}

/** File systems allow 255 bytes. */
const MAX_NAME = 200;

const from = z
  .string()
  .refine((text) => isSitePath(wildcardFolder(text) ?? text), { error: "is not an address of the site" })
  .refine((text) => text !== WILDCARD, { error: "matches the whole site" })
  .refine((text) => text.split("/").every((name) => name.length <= MAX_NAME), {
    error: `has more than ${MAX_NAME} characters between two slashes, which no file can have`,
  })
  .refine((text) => !text.endsWith("/index.html"), { error: "names the file of a page" })
  .refine((text) => !isGenerated(text), { error: "is an address that the site itself needs" })
  .describe(
    "write the former address from the site's root, such as /2026/01/07/old-name/, or /topics/old-name/* for everything below it",
  );

const to = z
  .string()
  .refine((text) => isSitePath(wildcardFolder(text) ?? text) || externalAddress(wildcardFolder(text) ?? text) !== undefined, {
    error: "is neither an address of the site nor an https address",
  })
  .describe("write the address of a published page, from the site's root, or an https address");

/** `redirects.yaml`. `from: /topics/old/*` redirects every address that was ever published below `/topics/old/`. */
export const redirectsSchema = z
  .array(z.strictObject({ from, to }).describe("write `from:` and `to:`"))
  .describe("write a list of entries, each with `from:` and `to:`");

import type { Diagnostic } from "../../lib/diagnostic.ts";

/** An internal link as it is compared with addresses and headings: without its query, and decoded. */
export interface Link {
  /** Empty for a link within the page. */
  readonly path: string;
  /** Empty for a link to the whole page. */
  readonly fragment: string;
}

/** What is wrong with a link. */
export type LinkError = Pick<Diagnostic, "message" | "fix">;

/** Parses a link from the site's root, which may contain a query and, unless it is given apart, a fragment. */
export function linkTo(target: string, fragment?: string): Link {
  const [beforeHash = "", hash = ""] = target.split("#");
  const [path = ""] = beforeHash.split("?");
  return { path, fragment: decode(fragment ?? hash) };
}

/** Decodes the percent escapes of an id, which Markdown writes for letters beyond ASCII; invalid ones stay. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The link from the site's root, `/politics/?a=b#c`, that a URL below the site's address stands for; undefined for any other.
 *
 * @param address the site's own, ending in a slash
 */
export function withinSite(url: string, address: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const [target, site] = [new URL(url), new URL(address)];
  const folder = target.pathname === site.pathname.slice(0, -1) ? site.pathname : target.pathname;
  // Readers may be led from http to https, or the other way round.
  const isHost = target.hostname === site.hostname && target.port === site.port;
  if (!isHost || !folder.startsWith(site.pathname)) return undefined;
  return `/${folder.slice(site.pathname.length)}${target.search}${target.hash}`;
}

/** Reports a link to a page of the site by its whole address, which would lead out of a copy of the site. */
export function ownAddress(url: string, link: string): LinkError {
  return { message: `links to \`${url}\`, which has the site's own address`, fix: `write ${link}, as in [words](${link})` };
}

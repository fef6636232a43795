import type { Redirect } from "../../../model/redirects.ts";
import type { Site } from "../../../model/site.ts";
import { contentSecurityPolicy, isSecure } from "./content-security.ts";
import { type Headers, PATH_CLASSES, patternBelow } from "./path-classes.ts";

/** A redirect by its paths on the host; it may lead to a whole address elsewhere. */
interface HostRedirect {
  readonly from: string;
  readonly to: string;
}

/** How a host has to answer, whichever it is: what all configurations are written from. */
export interface HostRules {
  /** Where the publication lies on its host, beginning and ending in a slash. */
  readonly base: string;
  /** The host's name; undefined without an address. */
  readonly hostname: string | undefined;
  /** What every answer is sent with. */
  readonly headers: Headers;
  /** Permanent ones (301). */
  readonly redirects: readonly HostRedirect[];
}

/** What the rules depend on. */
interface Published {
  readonly site: Site;
  readonly redirects: readonly Redirect[];
  readonly assets: { readonly notFoundStyles: string };
}

/** What some host takes for a variable or for the end of a text. */
const MEANS_SOMETHING = /[$`{}"\\]/g;

export function hostRules({ site, redirects, assets }: Published): HostRules {
  const address = site.address === undefined ? undefined : new URL(site.address);
  const base = address?.pathname ?? "/";
  const onHost = (to: string): string =>
    to.startsWith("/") ? base + to.slice(1) : to.replace(MEANS_SOMETHING, encodeURIComponent);
  return {
    base,
    hostname: address?.hostname,
    headers: {
      "Content-Security-Policy": contentSecurityPolicy(site, assets.notFoundStyles),
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "strict-origin-when-cross-origin",
      ...(isSecure(site.address) ? { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" } : {}),
      "Cross-Origin-Opener-Policy": "same-origin",
      "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    },
    redirects: redirects.map(({ from, to }) => ({ from: onHost(from), to: onHost(to) })),
  };
}

const CLASSES = Object.values(PATH_CLASSES).map((each) => ({
  pattern: new RegExp(patternBelow("/", each)),
  headers: each.headers,
}));

/**
 * All headers that a path is answered with, but for its media type.
 *
 * @param path from the publication's root
 */
export function headersOf({ headers }: Pick<HostRules, "headers">, path: string): Headers {
  return { ...headers, ...CLASSES.find(({ pattern }) => pattern.test(path))?.headers };
}

import type { Redirect } from "../../../model/redirects.ts";
import type { Site } from "../../../model/site.ts";
import { contentSecurityPolicy } from "./content-security.ts";
import { type Headers, PATH_CLASSES, patternBelow } from "./path-classes.ts";
import { transportSecurity } from "./transport-security.ts";

/** A redirect, with paths from the root of the host; the target may also be an absolute URL. */
interface HostRedirect {
  readonly from: string;
  readonly to: string;
}

/** How any host must respond: the configurations of all hosts are generated from it. */
export interface HostRules {
  /** The path of the publication on its host; starts and ends with a slash. */
  readonly base: string;
  /** Undefined if the site has no address. */
  readonly hostname: string | undefined;
  /** Of every response. */
  readonly headers: Headers;
  /** All permanent (301). */
  readonly redirects: readonly HostRedirect[];
}

interface Published {
  readonly site: Site;
  readonly redirects: readonly Redirect[];
  readonly assets: { readonly notFoundStyles: string };
}

/** Characters with a special meaning in the configuration of some host. */
const SPECIAL_CHARACTERS = /[$`{}"\\]/g;

/** The query of a request is added to the target of its redirect, unless that has a query of its own. */
export function addsQuery(target: string): boolean {
  return !/[?#]/.test(target);
}

export function hostRules({ site, redirects, assets }: Published): HostRules {
  const address = site.address === undefined ? undefined : new URL(site.address);
  const base = address?.pathname ?? "/";
  const transport = transportSecurity(site);
  const onHost = (to: string): string =>
    to.startsWith("/") ? base + to.slice(1) : to.replace(SPECIAL_CHARACTERS, encodeURIComponent);
  return {
    base,
    hostname: address?.hostname,
    headers: {
      "Content-Security-Policy": contentSecurityPolicy(site, assets.notFoundStyles),
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "strict-origin-when-cross-origin",
      ...(transport === undefined ? {} : { "Strict-Transport-Security": transport }),
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
 * All headers of the response for a path, except `Content-Type`.
 *
 * @param path from the root of the publication
 */
export function headersOf({ headers }: Pick<HostRules, "headers">, path: string): Headers {
  return { ...headers, ...CLASSES.find(({ pattern }) => pattern.test(path))?.headers };
}

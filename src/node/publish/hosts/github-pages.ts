import type { HostRules } from "./host-rules.ts";

/** Further domains below which no publisher has a domain of their own. */
const OTHER_DOMAINS = ["gitlab.io", "localhost"];

/**
 * `CNAME`, from which GitHub Pages takes the custom domain of a site.
 *
 * @param hostDomains domains that belong to hosts
 * @returns undefined for a publication that is not at the root of a domain of its own
 */
export function cname({ base, hostname }: HostRules, hostDomains: readonly string[]): string | undefined {
  if (hostname === undefined || base !== "/") return undefined;
  const isDomain = /\.[a-z][a-z0-9-]*$/.test(hostname);
  const isOfHost = [...hostDomains, ...OTHER_DOMAINS].some((domain) => `.${hostname}`.endsWith(`.${domain}`));
  return isDomain && !isOfHost ? `${hostname}\n` : undefined;
}

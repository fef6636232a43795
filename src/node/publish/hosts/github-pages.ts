import type { HostRules } from "./host-rules.ts";

/** Domains that belong to a host: what stands below one is no domain of the publisher's. */
const HOSTS_OWN =
  /(?:^|\.)(?:github\.io|gitlab\.io|pages\.dev|workers\.dev|netlify\.app|vercel\.app|azurestaticapps\.net|web\.app|firebaseapp\.com|amazonaws\.com|cloudfront\.net|localhost)$/;

/**
 * `CNAME`, by which GitHub Pages knows the domain of a publication.
 *
 * @returns undefined where the publication is not at the root of a domain of its own
 */
export function cname({ base, hostname }: HostRules): string | undefined {
  const isDomain = hostname !== undefined && /\.[a-z][a-z0-9-]*$/.test(hostname);
  return isDomain && base === "/" && !HOSTS_OWN.test(hostname) ? `${hostname}\n` : undefined;
}

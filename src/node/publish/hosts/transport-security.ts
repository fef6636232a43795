import type { Site } from "../../../model/site.ts";

/** Two years, the time that browser vendors recommend. */
const HSTS = "max-age=63072000";

/**
 * The `Strict-Transport-Security` header (RFC 6797), undefined where it must not be sent. Browsers apply it to the whole
 * host, so only a publication at the root of a host may send it, and only if its publisher says that it owns the host.
 */
export function transportSecurity(site: Pick<Site, "address" | "strictTransportSecurity">): string | undefined {
  const { address, strictTransportSecurity: scope } = site;
  if (scope === undefined || address === undefined) return undefined;
  const { protocol, pathname } = new URL(address);
  if (protocol !== "https:" || pathname !== "/") return undefined;
  return scope === "subdomains" ? `${HSTS}; includeSubDomains` : HSTS;
}

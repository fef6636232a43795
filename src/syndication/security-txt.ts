import { instant, machineDate } from "../model/dates.ts";
import type { Security, Site } from "../model/site.ts";
import { hrefAbsolute, SECURITY_TXT } from "../model/urls.ts";

/**
 * `security.txt` (RFC 9116): how to report a vulnerability. It is valid only at the root of a host and over https: that is
 * its canonical address, and for a site in a folder it begins with a note that it belongs there.
 *
 * @param address the publication's own, ending in a slash
 */
export function securityTxt(security: Security, site: Pick<Site, "timeZone" | "language">, address: string): string {
  const { contact, expires, languages, policy } = security;
  const canonical = new URL(SECURITY_TXT, address);
  const isElsewhere = canonical.href !== hrefAbsolute(address)(SECURITY_TXT);
  const lines = [
    ...(isElsewhere ? [`# This is read at ${canonical.href} only: it belongs there.`] : []),
    ...contact.map((uri) => `Contact: ${uri}`),
    `Expires: ${machineDate(instant(expires, site).toUTC())}`,
    ...(languages ? [`Preferred-Languages: ${languages.join(", ")}`] : []),
    ...(canonical.protocol === "https:" ? [`Canonical: ${canonical.href}`] : []),
    ...(policy === undefined ? [] : [`Policy: ${policy}`]),
  ];
  return `${lines.join("\n")}\n`;
}

import { instant, machineDate } from "../model/dates.ts";
import type { Security, Site } from "../model/site.ts";
import { hrefAbsolute, SECURITY_TXT } from "../model/urls.ts";

/**
 * Whom to tell of a hole in the site's security (RFC 9116). Its readers trust it only at the root of a host and only over
 * https: its canonical address is the one there, and of a site in a folder it says that it belongs there.
 *
 * @param address the publication's own, ending in a slash
 */
export function securityTxt(security: Security, site: Pick<Site, "timeZone" | "language">, address: string): string {
  const { contact, expires, languages, policy } = security;
  const canonical = new URL(SECURITY_TXT, address);
  const isElsewhere = canonical.href !== hrefAbsolute(address)(SECURITY_TXT);
  const lines = [
    ...(isElsewhere ? [`# This is read at ${canonical.href} only: it belongs there.`] : []),
    ...contact.map((where) => `Contact: ${where}`),
    `Expires: ${machineDate(instant(expires, site).toUTC())}`,
    ...(languages ? [`Preferred-Languages: ${languages.join(", ")}`] : []),
    ...(canonical.protocol === "https:" ? [`Canonical: ${canonical.href}`] : []),
    ...(policy === undefined ? [] : [`Policy: ${policy}`]),
  ];
  return `${lines.join("\n")}\n`;
}

import type { DateTime } from "luxon";
import { ContentError } from "../../lib/diagnostic.ts";
import { instant, machineDate } from "../../model/dates.ts";
import { type Site, type SiteSettings, siteSchema } from "../../model/site.ts";
import { schemaDiagnostics } from "../ingest/yaml/schema-diagnostic.ts";
import { transportSecurity } from "../publish/hosts/transport-security.ts";
import type { BuildSettings } from "./settings.ts";

const FILE = "_data/site.ts";

/**
 * Validates the publisher's settings.
 *
 * @param settings those of `_data/site.ts`
 * @throws ContentError
 */
export function readSite(settings: SiteSettings, { siteUrl, asOf, now }: Pick<BuildSettings, "siteUrl" | "asOf" | "now">): Site {
  const site = parseSite(settings, siteUrl);
  checkSecurityTxt(site, { asOf, now });
  return site;
}

/**
 * @param address replaces the one in the settings; an empty one leaves the site without an address
 * @throws ContentError
 */
export function parseSite(settings: SiteSettings, address: string | undefined): Site {
  const { address: ownAddress, ...rest } = settings;
  const chosen = address ?? ownAddress;
  const result = siteSchema.safeParse(chosen ? { ...rest, address: chosen } : rest, { reportInput: true });
  if (result.success) return Object.freeze(isOnHostOf(ownAddress, result.data) ? result.data : withoutHost(result.data));
  throw new ContentError(result.error.issues.flatMap((issue) => schemaDiagnostics(issue, FILE, siteSchema, () => undefined)));
}

/** Whether the site is on the host of an address; the settings speak of that host. */
function isOnHostOf(ownAddress: string | undefined, { address }: Site): boolean {
  return ownAddress === undefined || (address !== undefined && URL.parse(ownAddress)?.host === new URL(address).host);
}

/** Without what the settings say about their own host. */
function withoutHost({ strictTransportSecurity: _ofOwnHost, ...site }: Site): Site {
  return site;
}

/**
 * Checks that security.txt is valid at the edition's clock, and for a year at most (RFC 9116, 2.5.5). The year starts
 * today if that is later than the clock, so that past editions can be built again.
 *
 * @throws ContentError
 */
export function checkSecurityTxt(site: Site, { asOf, now }: Pick<BuildSettings, "asOf" | "now">): void {
  if (!site.security) return;
  const expires = instant(site.security.expires, site);
  const start = now > asOf ? now : asOf;
  const message = checkExpiry(expires, asOf, start);
  if (message === undefined) return;
  const example = machineDate(start.setZone(site.timeZone).plus({ months: 11 }).startOf("day"));
  const fix = `write an instant of the next twelve months, such as ${example}`;
  throw new ContentError([{ file: FILE, line: undefined, field: "security.expires", message, fix }]);
}

function checkExpiry(expires: DateTime, asOf: DateTime, start: DateTime): string | undefined {
  if (expires <= asOf) return "is past, so nobody would trust the file";
  return expires > start.plus({ years: 1 }) ? "is more than a year ahead, when the contact may have changed" : undefined;
}

/** What the publication lacks because of settings that are not set, a sentence each. */
export function siteNotices(site: Site): readonly string[] {
  const { address, newsletter, strictTransportSecurity } = site;
  const notices: string[] = [];
  if (!address) {
    notices.push(
      `No site address: no feeds, sitemaps, structured data, social cards, search description or canonical addresses, no links on 404.html. Set \`address\` in ${FILE}.`,
    );
  }
  if (!newsletter) {
    const alternative = address ? "offers the feeds" : "links to the home page";
    notices.push(`No newsletter provider: its place ${alternative}. Set \`newsletter\` in ${FILE}.`);
  }
  if (strictTransportSecurity !== undefined && transportSecurity(site) === undefined) {
    notices.push(
      `No Strict-Transport-Security header: browsers apply it to a whole host, so only a site at the root of an https address sends it. Remove \`strictTransportSecurity\` from ${FILE}, or set \`address\` to such an address.`,
    );
  }
  return notices;
}

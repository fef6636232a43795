import type { DateTime } from "luxon";
import { ContentError } from "../../lib/diagnostic.ts";
import { instant, machineDate } from "../../model/dates.ts";
import { type Site, type SiteSettings, siteSchema } from "../../model/site.ts";
import { schemaFault } from "../ingest/yaml/schema-diagnostic.ts";
import type { BuildSettings } from "./settings.ts";

/**
 * Checks that the security notice holds at the edition's clock, and not for more than a year (RFC 9116, 2.5.5). The year
 * begins today where that is later than the clock, so that an edition of the past can be built again.
 *
 * @throws ContentError
 */
export function checkSecurityNotice(site: Site, { asOf, now }: Pick<BuildSettings, "asOf" | "now">): void {
  if (!site.security) return;
  const expires = instant(site.security.expires, site);
  const start = now > asOf ? now : asOf;
  const problem = expiryProblem(expires, asOf, start);
  if (problem === undefined) return;
  const example = machineDate(start.setZone(site.timeZone).plus({ months: 11 }).startOf("day"));
  const remedy = `write an instant of the next twelve months, such as ${example}`;
  throw new ContentError([{ file: "_data/site.ts", line: undefined, field: "security.expires", problem, remedy }]);
}

function expiryProblem(expires: DateTime, asOf: DateTime, start: DateTime): string | undefined {
  if (expires <= asOf) return "is past: nobody would trust the notice";
  return expires > start.plus({ years: 1 }) ? "is more than a year ahead: by then the contact may be another" : undefined;
}

/**
 * Checks the publisher's settings.
 *
 * @param address takes the place of the one in the settings; an empty one leaves the site without an address
 * @throws ContentError
 */
export function configureSite(settings: SiteSettings, address: string | undefined): Site {
  const { address: own, ...rest } = settings;
  const chosen = address ?? own;
  const result = siteSchema.safeParse(chosen ? { ...rest, address: chosen } : rest, { reportInput: true });
  if (result.success) return Object.freeze(result.data);
  throw new ContentError(
    result.error.issues.flatMap((issue) => schemaFault(issue, "_data/site.ts", siteSchema, () => undefined)),
  );
}

import { type Site, type SiteSettings, siteSchema } from "../model/site.ts";
import { ContentFaults } from "./content/content-fault.ts";
import { schemaFault } from "./content/schema-fault.ts";

/**
 * Checks the publisher's settings.
 *
 * @param address takes the place of the one in the settings; an empty one leaves the site without an address
 * @throws ContentFaults
 */
export function configureSite(settings: SiteSettings, address: string | undefined): Site {
  const { address: own, ...rest } = settings;
  const chosen = address ?? own;
  const result = siteSchema.safeParse(chosen ? { ...rest, address: chosen } : rest, { reportInput: true });
  if (result.success) return Object.freeze(result.data);
  throw new ContentFaults(
    result.error.issues.flatMap((issue) => schemaFault(issue, "_data/site.ts", siteSchema, () => undefined)),
  );
}

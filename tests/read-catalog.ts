import { resolve } from "node:path";
import { DateTime } from "luxon";
import settings from "../_data/site.ts";
import type { Markets } from "../src/markets/markets.ts";
import type { Catalog } from "../src/model/catalog.ts";
import type { Site } from "../src/model/site.ts";
import { readContent } from "../src/node/ingest/read-content.ts";
import { parseSite } from "../src/node/pipeline/read-site.ts";

/** A build step whose progress is not reported. */
export const SILENT_STEP = { expect: () => {}, advance: () => {}, note: () => {} };

/**
 * Reads a folder of content as a build does.
 *
 * @param asOf the edition's clock, in ISO 8601 with an offset
 */
export async function readCatalog(
  contentFolder: string,
  asOf: string,
): Promise<{ readonly catalog: Catalog; readonly site: Site; readonly markets: Markets }> {
  const site = parseSite(settings, undefined);
  const clock = DateTime.fromISO(asOf);
  const marketsFolder = resolve(import.meta.dirname, "../_data/markets");
  const sources = { contentFolder, marketsFolder, asOf: clock, now: DateTime.now() };
  const { catalog, markets } = await readContent(sources, site, SILENT_STEP);
  return { catalog, site, markets };
}

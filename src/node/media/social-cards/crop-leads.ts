import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import sharp from "sharp";
import { mapConcurrent } from "../../../lib/map-concurrent.ts";
import type { Step } from "../../../lib/step.ts";
import type { Images } from "../../../model/images.ts";
import type { PictureFile } from "../../../model/picture.ts";
import { contentHash } from "../../files/content-hash.ts";
import { writeAtomically } from "../../files/file-cache.ts";
import { cropLead, type LeadCrops } from "./crop-lead.ts";

/** Raise it when the same image must give other crops. */
const CACHE_VERSION = "1";
/** Few: a decoded photograph takes much memory. */
const CROP_CONCURRENCY = 2;
const READ_CONCURRENCY = 16;

/** A lead image, and the prefix of its files in the cache. */
interface Lead {
  readonly picture: PictureFile;
  readonly id: string;
}

/** The lead images of a publication, by whether their crops are in the cache. */
interface Leads {
  readonly cached: readonly Lead[];
  readonly missing: readonly Lead[];
}

/**
 * Looks up which lead images have been cropped before.
 *
 * @param names of the lead images
 * @param cachedFiles names of the files in the cache
 */
export function findLeads(
  names: ReadonlySet<string>,
  pictures: ReadonlyMap<string, PictureFile>,
  images: Images,
  cachedFiles: ReadonlySet<string>,
): Leads {
  const leads = [...names].map((name) => {
    const picture = pictures.get(name);
    // Its file name holds a hash of the source.
    const published = images.get(name)?.fallback.files[0]?.path;
    if (!picture || published === undefined) throw new Error(`The lead image ${name} has not been encoded.`);
    const key = JSON.stringify([CACHE_VERSION, sharp.versions, published, extname(picture.file), picture.focus]);
    return { picture, id: `${name}-${contentHash(key)}` };
  });
  const isCached = ({ id }: Lead): boolean => cachedFiles.has(manifestName(id));
  return { cached: leads.filter(isCached), missing: leads.filter((lead) => !isCached(lead)) };
}

/** Returns the crops of every lead image by its name, and makes the missing ones in `cache`. The step counts those. */
export async function cropLeads({ missing, cached }: Leads, cache: string, step: Step): Promise<ReadonlyMap<string, LeadCrops>> {
  const known = await mapConcurrent(cached, READ_CONCURRENCY, async ({ picture, id }) => {
    const crops: LeadCrops = JSON.parse(await readFile(join(cache, manifestName(id)), "utf8"));
    return [picture.name, crops] as const;
  });
  const made = await mapConcurrent(missing, CROP_CONCURRENCY, async ({ picture, id }) => {
    const crops = await cropLead(picture, id, cache);
    // Written last: a manifest means that all crops of the image are complete.
    await writeAtomically(join(cache, manifestName(id)), Buffer.from(JSON.stringify(crops)));
    step.advance();
    return [picture.name, crops] as const;
  });
  return new Map([...known, ...made]);
}

function manifestName(id: string): string {
  return `${id}.json`;
}

import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import sharp from "sharp";
import { inParallel } from "../../../lib/pool.ts";
import type { Step } from "../../../lib/step.ts";
import type { Images } from "../../../model/images.ts";
import type { PictureFile } from "../../../model/picture.ts";
import { contentHash } from "../../files/content-hash.ts";
import { writeWhole } from "../../files/file-cache.ts";
import { cropLead, type LeadCrops } from "./crop-lead.ts";

/** Raised whenever the same picture should come out differently. */
const RECIPE = "1";
/** A decoded photograph is large. */
const CROPPED_AT_ONCE = 2;
const READ_AT_ONCE = 16;

/** A lead picture, and what its kept files are called. */
interface Lead {
  readonly picture: PictureFile;
  readonly id: string;
}

/** The lead pictures of a publication, of which some are not cropped yet. */
export interface Leads {
  readonly missing: readonly Lead[];
  readonly kept: readonly Lead[];
}

/** Tells which of the lead pictures, by name, are cropped already. */
export function findLeads(
  names: ReadonlySet<string>,
  pictures: ReadonlyMap<string, PictureFile>,
  images: Images,
  files: ReadonlySet<string>,
): Leads {
  const leads = [...names].map((name) => {
    const picture = pictures.get(name);
    const published = images.get(name)?.fallback.files[0]?.path;
    if (!picture || published === undefined) throw new Error(`The lead picture ${name} is not in the pool.`);
    // The published address holds a hash of the picture's bytes.
    const facts = JSON.stringify([RECIPE, sharp.versions, published, extname(picture.file), picture.focus]);
    return { picture, id: `${name}-${contentHash(facts)}` };
  });
  const isKept = ({ id }: Lead): boolean => files.has(manifestOf(id));
  return { missing: leads.filter((lead) => !isKept(lead)), kept: leads.filter(isKept) };
}

/** What every lead picture gives, by its name. Crops those that are missing into `cache`; the step counts them. */
export async function cropLeads({ missing, kept }: Leads, cache: string, step: Step): Promise<ReadonlyMap<string, LeadCrops>> {
  const read = await inParallel(kept, READ_AT_ONCE, async ({ picture, id }) => {
    const crops: LeadCrops = JSON.parse(await readFile(join(cache, manifestOf(id)), "utf8"));
    return [picture.name, crops] as const;
  });
  const made = await inParallel(missing, CROPPED_AT_ONCE, async ({ picture, id }) => {
    const crops = await cropLead(picture, id, cache);
    // Written after all files of a picture, so that it vouches for them.
    await writeWhole(join(cache, manifestOf(id)), Buffer.from(JSON.stringify(crops)));
    step.advance();
    return [picture.name, crops] as const;
  });
  return new Map([...read, ...made]);
}

function manifestOf(id: string): string {
  return `${id}.json`;
}

import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { PictureFile } from "../../../model/picture.ts";
import type { SocialCard } from "../../../model/social-card.ts";
import { writeWhole } from "../../files/file-cache.ts";
import { encodeShare } from "./encode-share.ts";
import { framePicture } from "./frame-picture.ts";
import { type OpaquePixels, toSharp } from "./opaque-pixels.ts";
import { openDrawing, openPhotograph } from "./original.ts";
import { shareFileName, sharePath } from "./share-files.ts";
import { CARD, CROPS, LEAST_CARD_WIDTH_PX, LEAST_CROP_PIXELS, type Size } from "./share-sizes.ts";

/** What a lead picture gives, whatever the story says of it. */
export interface LeadCrops {
  /** Undefined where the picture is too small for a card. */
  readonly card: Unnamed | undefined;
  readonly crops: readonly Unnamed[];
}

/** What no drawing is too small for. */
const LARGEST: Size = { widthPx: 1200, heightPx: 1200 };

type Unnamed = Omit<SocialCard, "alt">;

/** Frames a picture for every use and writes the files into `cache`. Their names begin with `id`. */
export async function cropLead({ file, focus }: PictureFile, id: string, cache: string): Promise<LeadCrops> {
  const bytes = await readFile(file);
  const original = await (extname(file) === ".svg" ? openDrawing(bytes, LARGEST) : openPhotograph(bytes));
  const keep = async (framed: OpaquePixels): Promise<Unnamed> => {
    const { bytes, type } = await encodeShare(toSharp(framed), extname(file) === ".jpg");
    const { widthPx, heightPx } = framed;
    const name = shareFileName(id, framed, type);
    await writeWhole(join(cache, name), bytes);
    return { path: sharePath(name), type, widthPx, heightPx };
  };
  const card = await framePicture(original, CARD, focus);
  const crops = await Promise.all(CROPS.map((size) => framePicture(original, size, focus)));
  return {
    card: card.widthPx >= LEAST_CARD_WIDTH_PX ? await keep(card) : undefined,
    crops: await Promise.all(crops.filter(({ widthPx, heightPx }) => widthPx * heightPx >= LEAST_CROP_PIXELS).map(keep)),
  };
}

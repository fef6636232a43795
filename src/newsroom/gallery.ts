import type { Picture, RenderedPicture } from "./picture.ts";
import type { PictureUse } from "./picture-usage.ts";

/** A picture of a published page: what editors say of it, how it was encoded, and where it is shown. */
export interface GalleryPicture extends Picture, RenderedPicture {
  readonly uses: readonly PictureUse[];
}

/** The pictures of all published pages, by name and in its order. */
export type Gallery = ReadonlyMap<string, GalleryPicture>;

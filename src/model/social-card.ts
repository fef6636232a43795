import type { SitePath } from "./urls.ts";

/** An image for use outside the publication: in social media and search results. */
export interface SocialCard {
  readonly path: SitePath;
  readonly type: "image/jpeg" | "image/png";
  readonly widthPx: number;
  readonly heightPx: number;
  readonly alt: string;
}

/** The images of a story for social media and search engines. */
export interface StorySocialImages {
  /**
   * 1200 by 630 pixels: cropped from the lead picture, or drawn where that is missing or too small. Smaller with the same
   * aspect ratio where the lead picture would have to be enlarged.
   */
  readonly card: SocialCard;
  /**
   * The lead picture in 16:9, 4:3 and 1:1, each up to 1200 pixels wide, without crops of fewer than 50,000 pixels. Empty
   * where the story has no lead picture.
   */
  readonly crops: readonly SocialCard[];
}

/** The social cards of everything published. */
export interface SocialCards {
  /** The card of all pages that are not stories. */
  readonly site: SocialCard;
  /** By the path of the story. */
  readonly stories: ReadonlyMap<SitePath, StorySocialImages>;
}

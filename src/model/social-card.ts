import type { SitePath } from "./urls.ts";

/** A picture in one size, for places outside the publication: cards, search results. */
export interface SocialCard {
  readonly path: SitePath;
  readonly type: "image/jpeg" | "image/png";
  readonly widthPx: number;
  readonly heightPx: number;
  readonly alt: string;
}

/** The pictures that stand for a story elsewhere. */
export interface StoryPictures {
  /**
   * 1200 by 630 pixels: made of the lead picture, or drawn where the story has none that is large enough. Of the same
   * shape but smaller where the lead picture would have to be enlarged.
   */
  readonly card: SocialCard;
  /**
   * The lead picture in 16:9, 4:3 and 1:1, each 1200 pixels wide, or as wide as it is. None where the story has no lead
   * picture; without those of fewer than 50,000 pixels.
   */
  readonly crops: readonly SocialCard[];
}

/** The pictures for use elsewhere of everything that is published. */
export interface SocialCards {
  /** The card of every page that is not a story. */
  readonly site: SocialCard;
  /** Of every published story, by its address. */
  readonly stories: ReadonlyMap<SitePath, StoryPictures>;
}

import type { SitePath } from "./addresses.ts";

/** A picture in one size, for places outside the publication: cards, search results. */
export interface SharePicture {
  readonly path: SitePath;
  readonly type: "image/jpeg" | "image/png";
  readonly widthPx: number;
  readonly heightPx: number;
  readonly alt: string;
}

/** The pictures that stand for a story elsewhere. */
export interface StoryPictures {
  /** 1200 by 630 pixels: cropped from the lead picture, or drawn where the story has none. */
  readonly card: SharePicture;
  /** The lead picture in 16:9, 4:3 and 1:1, each 1200 pixels wide; none where the story has no lead picture. */
  readonly crops: readonly SharePicture[];
}

/** The pictures for use elsewhere of everything that is published. */
export interface SharePictures {
  /** The card of every page that is not a story. */
  readonly site: SharePicture;
  readonly stories: ReadonlyMap<SitePath, StoryPictures>;
}

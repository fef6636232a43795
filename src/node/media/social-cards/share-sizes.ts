/** A width and a height in pixels. */
export interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What Open Graph and X show as one wide card. */
export const CARD: Size = { widthPx: 1200, heightPx: 630 };

/** Below this a link is shown with a thumbnail beside it and not with a wide card. */
export const LEAST_CARD_WIDTH_PX = 600;

/** What search engines ask of an article's picture: 16:9, 4:3 and 1:1, each of at least this many pixels. */
export const CROPS: readonly Size[] = [
  { widthPx: 1200, heightPx: 675 },
  { widthPx: 1200, heightPx: 900 },
  { widthPx: 1200, heightPx: 1200 },
];
export const LEAST_CROP_PIXELS = 50_000;

import { basename } from "node:path";
import type { SocialCard } from "../../../model/social-card.ts";
import { PICTURES, type SitePath } from "../../../model/urls.ts";

/** A width and a height in pixels. */
export interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The large card of Open Graph and X. */
export const CARD: Size = { widthPx: 1200, heightPx: 630 };

/** Platforms show a narrower image as a thumbnail beside the link. */
export const MIN_CARD_WIDTH_PX = 600;

/** The aspect ratios that search engines want of an article's image (16:9, 4:3, 1:1), and the pixels that each must have. */
export const CROPS: readonly Size[] = [
  { widthPx: 1200, heightPx: 675 },
  { widthPx: 1200, heightPx: 900 },
  { widthPx: 1200, heightPx: 1200 },
];
export const MIN_CROP_PIXELS = 50_000;

const EXTENSIONS: Readonly<Record<SocialCard["type"], string>> = { "image/jpeg": "jpg", "image/png": "png" };

export function cardFileName(id: string, { widthPx, heightPx }: Size, type: SocialCard["type"]): string {
  return `${id}-${widthPx}x${heightPx}.${EXTENSIONS[type]}`;
}

/** Where a file of that name is published. */
export function cardPath(fileName: string): SitePath {
  return `${PICTURES}share/${fileName}`;
}

/** The name of a published file in the cache folder. */
export function cacheFileName(path: SitePath): string {
  return basename(path);
}

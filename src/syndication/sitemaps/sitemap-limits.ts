import type { Xml } from "../xml.ts";

/** What one file may hold. */
export interface SitemapLimits {
  readonly urls: number;
  /** Uncompressed, as UTF-8. */
  readonly bytes: number;
}

/** https://www.sitemaps.org/protocol.html#index */
export const SITEMAP_LIMITS: SitemapLimits = { urls: 50_000, bytes: 52_428_800 };

const encoder = new TextEncoder();

/** What a text takes in a file. */
export function bytesOf({ text }: Xml): number {
  return encoder.encode(text).length;
}

/**
 * Deals elements out over files, in order, each full before the next begins: an element added at the end touches the last
 * file only.
 */
export function dealOut<T extends { readonly element: Xml }>(
  items: readonly T[],
  limits: SitemapLimits,
): readonly (readonly T[])[] {
  const files: T[][] = [[]];
  let bytes = 0;
  for (const item of items) {
    const size = bytesOf(item.element);
    const last = files.at(-1);
    if (last && last.length < limits.urls && (last.length === 0 || bytes + size <= limits.bytes)) {
      last.push(item);
      bytes += size;
    } else {
      files.push([item]);
      bytes = size;
    }
  }
  return files;
}

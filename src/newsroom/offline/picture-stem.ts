const FILE = /^(pictures\/[^/]+-[0-9a-f]{10})-\d+\.[a-z]+$/;

/**
 * What the files of one picture have in common, whatever their width and format:
 * `pictures/syria-map-5675896fd9-800.avif` gives `pictures/syria-map-5675896fd9`.
 *
 * @param path from the publication's root
 * @returns undefined for what is no picture of a page, such as the pictures for other sites' cards
 */
export function pictureStem(path: string): string | undefined {
  return FILE.exec(path)?.[1];
}

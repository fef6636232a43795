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

/** Wide enough for a phone, and for the column of a story. */
const WIDTH_PX = 800;
const WIDTH = /-(\d+)\.[a-z]+$/;

/**
 * The one file of a picture that is taken along, for all its widths and formats: the narrowest AVIF that is wide enough,
 * else the widest. Where there is no AVIF, any format may stand in.
 *
 * @param paths of all its files
 */
export function standIn(paths: readonly string[]): string | undefined {
  const avif = paths.filter((path) => path.endsWith(".avif"));
  const inOrder = (avif.length > 0 ? avif : paths).toSorted((a, b) => widthPx(a) - widthPx(b));
  return inOrder.find((path) => widthPx(path) >= WIDTH_PX) ?? inOrder.at(-1);
}

function widthPx(path: string): number {
  return Number(WIDTH.exec(path)?.[1] ?? 0);
}

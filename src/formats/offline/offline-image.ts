const FILE = /^(pictures\/[^/]+-[0-9a-f]{10})-\d+\.[a-z]+$/;

/**
 * The common prefix of all files of a picture, whatever their width and format:
 * `pictures/syria-map-5675896fd9-800.avif` gives `pictures/syria-map-5675896fd9`.
 *
 * @param path from the publication's root
 * @returns undefined for anything but a picture of a page; social cards are none
 */
export function imageStem(path: string): string | undefined {
  return FILE.exec(path)?.[1];
}

/** Wide enough for a phone, and for the column of a story. */
const WIDTH_PX = 800;
const WIDTH = /-(\d+)\.[a-z]+$/;

/**
 * Chooses the one file of a picture that is downloaded in place of all its widths and formats: the narrowest AVIF that is wide
 * enough, else the widest. Where there is no AVIF, any format will do.
 *
 * @param paths of all its files
 */
export function offlineVariant(paths: readonly string[]): string | undefined {
  const avif = paths.filter((path) => path.endsWith(".avif"));
  const byWidth = (avif.length > 0 ? avif : paths).toSorted((a, b) => widthPx(a) - widthPx(b));
  return byWidth.find((path) => widthPx(path) >= WIDTH_PX) ?? byWidth.at(-1);
}

function widthPx(path: string): number {
  return Number(WIDTH.exec(path)?.[1] ?? 0);
}

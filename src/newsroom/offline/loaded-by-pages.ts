/** Pictures of the publication's sign are for feeds and devices, and one stylesheet is for feeds. */
const LOADED = /^assets\/(?!feed-[0-9a-f]{10}\.css$)[^/]+\.(?:js|css|woff2|svg)$/;

/**
 * Whether pages themselves load a file, as styles, scripts, fonts or icon.
 *
 * @param path from the publication's root, such as `assets/site-5675896fd9.css`
 */
export function isLoadedByPages(path: string): boolean {
  return LOADED.test(path);
}

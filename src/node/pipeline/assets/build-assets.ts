import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { fileMark } from "../../../formats/publication-mark.ts";
import type { Assets } from "../../../model/assets.ts";
import { ASSETS, type SitePath } from "../../../model/urls.ts";
import { contentHash } from "../../files/content-hash.ts";
import type { PackageUse } from "../../files/package-uses.ts";
import { bundleScripts } from "./bundle-scripts.ts";
import { bundleStyles } from "./bundle-styles.ts";
import { fallbackFonts, subsetFonts } from "./fonts.ts";

/** The assets of pages, and the files to publish for them. */
export interface BuiltAssets extends Assets {
  readonly files: ReadonlyMap<SitePath, Uint8Array>;
  /** The packages that they contain or come from. */
  readonly packages: readonly PackageUse[];
}

/**
 * Builds styles, scripts, fonts and icons from the project in `root`.
 *
 * @param fontCache the cache folder of fonts
 * @param publicationMark put into every script and style
 * @param isOfflineEnabled whether the scripts install the service worker
 */
export async function buildAssets(
  root: string,
  fontCache: string,
  publicationMark: string,
  isOfflineEnabled: boolean,
): Promise<BuiltAssets> {
  // Minifiers keep a comment with an exclamation mark.
  const banner = `/*!${fileMark(publicationMark)}*/`;
  const files = new Map<SitePath, Uint8Array>();
  const add = (fileName: string, bytes: Uint8Array): SitePath => {
    const path: SitePath = `${ASSETS}${fileName}`;
    files.set(path, bytes);
    return path;
  };
  const addHashed = (name: string, extension: string, bytes: Uint8Array): SitePath =>
    add(`${name}-${contentHash(bytes)}.${extension}`, bytes);

  const fonts = await subsetFonts(fontCache);
  for (const { fileName, bytes } of fonts) add(fileName, bytes);
  const fontRules = [...fonts.map(({ rule }) => rule), fallbackFonts()].join("\n");
  const { site, notFound, feed } = await bundleStyles(root, fontRules);
  const scripts = await bundleScripts(root, banner, isOfflineEnabled);
  for (const [fileName, bytes] of scripts.files) add(fileName, bytes);

  const icon = await readFile(join(root, "src/styles/icon.svg"));
  const addIcon = async (widthPx: number): Promise<SitePath> =>
    addHashed(`icon-${widthPx}`, "png", await rasterise(icon, widthPx));
  const largeIcon = await addIcon(512);

  const stylesheet = addHashed("site", "css", Buffer.concat([Buffer.from(banner), site]));
  const feedStylesheet = addHashed("feed", "css", Buffer.concat([Buffer.from(banner), feed]));

  return {
    stylesheet,
    script: `${ASSETS}${scripts.entries.site}`,
    schemeScript: `${ASSETS}${scripts.entries.scheme}`,
    preloadedFonts: fonts.filter(({ preload }) => preload).map(({ fileName }): SitePath => `${ASSETS}${fileName}`),
    icon: addHashed("icon", "svg", icon),
    feedStylesheet,
    feedIcons: { small: await addIcon(144), large: largeIcon },
    appIcons: { apple: await addIcon(180), small: await addIcon(192), large: largeIcon },
    publicationMark,
    isOfflineEnabled,
    notFoundStyles: Buffer.from(notFound).toString("utf8"),
    files,
    packages: [
      ...scripts.packages,
      ...fonts.map(({ packageFolder, fileName }) => ({ folder: packageFolder, file: `${ASSETS.slice(1)}${fileName}` })),
      ...[stylesheet, feedStylesheet].map((path) => ({ folder: root, file: path.slice(1) })),
    ],
  };
}

/** Rasterises an SVG of 32 by 32 units as PNG. */
async function rasterise(svg: Uint8Array, widthPx: number): Promise<Uint8Array> {
  return sharp(svg, { density: (72 * widthPx) / 32 })
    .resize(widthPx)
    .png({ palette: true })
    .toBuffer();
}

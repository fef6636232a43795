import type { Assets } from "../model/assets.ts";
import { PAPER } from "../model/assets.ts";
import type { Site } from "../model/site.ts";
import { APP_MANIFEST, FRONT, hrefFrom, SEARCH, type SitePath, sectionPath } from "../model/urls.ts";

/** Longer names are cut off below the icon of an app. */
const LONGEST_SHORT_NAME = 12;

/**
 * What a device needs to have the publication among its apps (https://www.w3.org/TR/appmanifest/), as JSON. Every address
 * is relative to the file, so that it holds in any folder. It has no `id`, which would be relative to the host: without
 * one, the app goes by the address that it starts at.
 */
export function appManifest({ name, description, language, sections }: Site, { appIcons }: Pick<Assets, "appIcons">): string {
  const href = hrefFrom(APP_MANIFEST);
  const shortcuts = [{ name: "Search", path: SEARCH }, ...sections.map(({ id, name }) => ({ name, path: sectionPath(id) }))];
  const manifest = {
    name,
    ...([...name].length <= LONGEST_SHORT_NAME && { short_name: name }),
    description,
    lang: language,
    dir: "auto",
    start_url: href(FRONT),
    scope: href(FRONT),
    display: "standalone",
    background_color: PAPER.light,
    theme_color: PAPER.light,
    categories: ["news", "business"],
    icons: [
      icon(appIcons.small, 192, "any"),
      icon(appIcons.large, 512, "any"),
      // The drawing fills its square, and its letter lies within the circle that no mask cuts into.
      icon(appIcons.large, 512, "maskable"),
    ],
    shortcuts: shortcuts.map((shortcut) => ({ name: shortcut.name, url: href(shortcut.path) })),
    // Text that is shared with the app is searched for.
    share_target: { action: href(SEARCH), method: "GET", enctype: "application/x-www-form-urlencoded", params: { text: "q" } },
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;

  function icon(path: SitePath, sizePx: number, purpose: "any" | "maskable") {
    return { src: href(path), sizes: `${sizePx}x${sizePx}`, type: "image/png", purpose };
  }
}

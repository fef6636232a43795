import { type Assets, THEME_COLOR } from "../model/assets.ts";
import { HOME, SEARCH } from "../model/fixed-pages.ts";
import type { Site } from "../model/site.ts";
import { APP_MANIFEST, hrefFrom, type SitePath, sectionPath } from "../model/urls.ts";

/** Longer names are truncated below the icon of an app. */
const MAX_SHORT_NAME_LENGTH = 12;

/**
 * The web app manifest (https://www.w3.org/TR/appmanifest/), as JSON. Every address is relative to the file, so that it
 * holds in any folder. It has no `id`, which would be relative to the host; it defaults to `start_url`.
 */
export function appManifest({ name, description, language, sections }: Site, { appIcons }: Pick<Assets, "appIcons">): string {
  const href = hrefFrom(APP_MANIFEST);
  const shortcuts = [{ name: "Search", path: SEARCH }, ...sections.map(({ id, name }) => ({ name, path: sectionPath(id) }))];
  const manifest = {
    name,
    ...([...name].length <= MAX_SHORT_NAME_LENGTH && { short_name: name }),
    description,
    lang: language,
    dir: "auto",
    start_url: href(HOME),
    scope: href(HOME),
    display: "standalone",
    background_color: THEME_COLOR.light,
    theme_color: THEME_COLOR.light,
    categories: ["news", "business"],
    icons: [
      icon(appIcons.small, 192, "any"),
      icon(appIcons.large, 512, "any"),
      // The background fills the square, and the letter is within the safe zone of masks.
      icon(appIcons.large, 512, "maskable"),
    ],
    shortcuts: shortcuts.map((shortcut) => ({ name: shortcut.name, url: href(shortcut.path) })),
    // Text shared with the app becomes a search.
    share_target: { action: href(SEARCH), method: "GET", enctype: "application/x-www-form-urlencoded", params: { text: "q" } },
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;

  function icon(path: SitePath, sizePx: number, purpose: "any" | "maskable") {
    return { src: href(path), sizes: `${sizePx}x${sizePx}`, type: "image/png", purpose };
  }
}

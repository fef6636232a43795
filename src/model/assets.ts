import type { SitePath } from "./urls.ts";

/** The files that pages load. Their names contain a hash of their content, so that browsers may cache them forever. */
export interface Assets {
  readonly stylesheet: SitePath;
  /** The module that every page loads; it imports the rest on demand. */
  readonly script: SitePath;
  /** Applies the remembered colour scheme before the first paint. */
  readonly schemeScript: SitePath;
  /** Fonts that every page preloads. */
  readonly preloadedFonts: readonly SitePath[];
  readonly icon: SitePath;
  /** The stylesheet with which browsers show a feed. */
  readonly feedStylesheet: SitePath;
  /** The icon as PNG: 144 pixels wide, the maximum of RSS, and 512, as JSON Feed recommends. */
  readonly feedIcons: { readonly small: SitePath; readonly large: SitePath };
  /** The icon of the installed app as PNG: 180 pixels wide for Apple, 192 and 512 for others. */
  readonly appIcons: { readonly apple: SitePath; readonly small: SitePath; readonly large: SitePath };
  /** Identifies the publication in every page and file that the offline worker stores: see `isOwnFile`. */
  readonly publicationMark: string;
  /** Whether pages can be read offline. */
  readonly isOfflineEnabled: boolean;
  /** The inline styles of 404.html. */
  readonly notFoundStyles: string;
}

/** The page's background in both colour schemes, for meta tags and the app manifest. Same as in `tokens.css`. */
export const THEME_COLOR = { light: "#fbfaf6", dark: "#12161b" } as const;

import type { SitePath } from "./urls.ts";

/** The files that pages load, named after their content so that browsers may keep them for good. */
export interface Assets {
  readonly stylesheet: SitePath;
  /** The module that every page loads; it fetches the rest when a reader asks. */
  readonly script: SitePath;
  /** Applies the remembered colour scheme before the first paint. */
  readonly schemeScript: SitePath;
  /** Fonts that every page needs at once. */
  readonly preloadedFonts: readonly SitePath[];
  readonly icon: SitePath;
  /** How a browser shows a feed. */
  readonly feedStylesheet: SitePath;
  /** The icon as PNG, 144 and 512 pixels wide: RSS allows no more than the one, JSON Feed asks for the other. */
  readonly feedIcons: { readonly small: SitePath; readonly large: SitePath };
  /** The icon as PNG where the publication is among the apps of a device: 180 pixels wide for Apple, 192 and 512 for others. */
  readonly appIcons: { readonly apple: SitePath; readonly small: SitePath; readonly large: SitePath };
  /** Whether pages have the browser keep them for reading offline. */
  readonly keepsOffline: boolean;
  /** The styles that 404.html carries within itself. */
  readonly notFoundStyles: string;
}

/** The colour of the paper in either scheme, for what knows no stylesheet: the same as in `tokens.css`. */
export const PAPER = { light: "#fbfaf6", dark: "#12161b" } as const;

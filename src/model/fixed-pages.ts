import type { SitePath } from "./urls.ts";

export const HOME: SitePath = "/";
export const SEARCH: SitePath = "/search/";
export const NEWSLETTER: SitePath = "/newsletter/";
export const TOPICS: SitePath = "/topics/";
export const AUTHORS: SitePath = "/authors/";
export const PICTURE_CREDITS: SitePath = "/picture-credits/";
export const OPEN_DATA: SitePath = "/data/";
export const CORRECTIONS: SitePath = "/corrections/";
export const OFFLINE: SitePath = "/offline/";
export const FEEDS: SitePath = "/feeds/";

/** A page that every publication has, whatever its content. Its path is reserved: no section and no static page may take it. */
export interface FixedPage {
  readonly path: SitePath;
  /** The text of links to it. */
  readonly name: string;
  /** Whether the page exists only where the site has an address. */
  readonly needsAddress?: true;
  /** Whether search engines are kept away from it: it is left out of sitemaps. */
  readonly unlisted?: true;
  /** Position among the fixed pages of the menu; left out where the menu has no link to it. */
  readonly menu?: number;
  /** Column of the footer, and the position among its fixed pages; left out where the footer has no link to it. */
  readonly footer?: { readonly column: FooterColumn; readonly position: number };
  /** Its link in `llms.txt`: under which heading, with which note, and its name there where that is another. */
  readonly llms?: { readonly heading: LlmsHeading; readonly note: string; readonly name?: string };
}

export type FooterColumn = "reading" | "about";
export type LlmsHeading = "Sections" | "Market data" | "Feeds" | "About";

type FixedPageId =
  | "home"
  | "search"
  | "newsletter"
  | "topics"
  | "authors"
  | "pictureCredits"
  | "openData"
  | "corrections"
  | "offline"
  | "feeds";

/** Every fixed page, in the order of the sitemap. Reserved names, menu, footer, sitemap and `llms.txt` are derived from it. */
export const FIXED_PAGES: Readonly<Record<FixedPageId, FixedPage>> = {
  home: { path: HOME, name: "Home" },
  search: { path: SEARCH, name: "Search", unlisted: true, footer: { column: "reading", position: 3 } },
  newsletter: { path: NEWSLETTER, name: "Newsletter", menu: 3, footer: { column: "reading", position: 4 } },
  topics: {
    path: TOPICS,
    name: "Topics",
    menu: 1,
    footer: { column: "reading", position: 1 },
    llms: { heading: "Sections", note: "What stories are about, across all sections." },
  },
  authors: {
    path: AUTHORS,
    name: "Authors",
    menu: 2,
    footer: { column: "reading", position: 2 },
    llms: { heading: "Sections", note: "Who writes and checks the stories." },
  },
  pictureCredits: { path: PICTURE_CREDITS, name: "Picture credits", footer: { column: "about", position: 2 } },
  openData: {
    path: OPEN_DATA,
    name: "Open data",
    footer: { column: "about", position: 3 },
    llms: { heading: "Market data", note: "Every series as CSV and JSON, with its unit, source and licence." },
  },
  corrections: {
    path: CORRECTIONS,
    name: "Corrections",
    footer: { column: "about", position: 1 },
    llms: { heading: "About", note: "What was wrong in our stories, and when we corrected it." },
  },
  offline: { path: OFFLINE, name: "Read offline", footer: { column: "reading", position: 6 } },
  feeds: {
    path: FEEDS,
    name: "Feeds",
    needsAddress: true,
    footer: { column: "reading", position: 5 },
    llms: { heading: "Feeds", name: "All feeds", note: "Of the publication, and of each section, topic and author." },
  },
};

/** The fixed pages that a publication has. */
export function fixedPages(hasAddress: boolean): readonly FixedPage[] {
  return Object.values(FIXED_PAGES).filter(({ needsAddress }) => hasAddress || !needsAddress);
}

import type { Redirect } from "../../src/model/redirects.ts";
import { siteSchema } from "../../src/model/site.ts";
import { type HostRules, hostRules } from "../../src/node/publish/hosts/host-rules.ts";

interface Options {
  readonly address?: string;
  readonly newsletter?: unknown;
  readonly strictTransportSecurity?: "host" | "subdomains";
  readonly redirects?: readonly Redirect[];
}

/** The rules of a publication that says no more of itself than it has to. */
export function sampleRules({ redirects = [], ...settings }: Options = {}): HostRules {
  const site = siteSchema.parse({
    name: "Paper",
    tagline: "News",
    description: "News.",
    language: "en-GB",
    timeZone: "UTC",
    sections: [{ id: "politics", name: "Politics", description: "Politics." }],
    ...settings,
  });
  return hostRules({ site, redirects, assets: { notFoundStyles: "p{color:red}" } });
}

/** A path of every kind that hosts tell apart. */
export const PATHS = {
  front: "/",
  story: "/2026/01/07/paris-talks-channel/",
  notFound: "/404.html",
  asset: "/assets/site-0123456789.css",
  picture: "/pictures/map-0123456789-800.avif",
  fragment: "/pagefind/2026/fragment/en_d87d877.pf_fragment",
  index: "/pagefind/2026/index/en_4c7eed6.pf_index",
  searchManifest: "/pagefind/manifest.json",
  engine: "/pagefind/pagefind.js",
  vocabulary: "/pagefind/2026/vocabulary/a.txt",
  feed: "/feed.xml",
  jsonFeed: "/politics/feed.json",
  figures: "/data/brent.csv",
  dataPage: "/data/",
  editionParts: "/offline/parts.json",
  robots: "/robots.txt",
} as const;

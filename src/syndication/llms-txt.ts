import type { Series } from "../markets/series.ts";
import type { Site } from "../model/site.ts";
import type { StaticPage } from "../model/static-page.ts";
import {
  AUTHORS,
  CORRECTIONS,
  DATA_PACKAGE,
  FEED_FORMATS,
  FEEDS,
  FRONT,
  feedPath,
  hrefAbsolute,
  OPEN_DATA,
  SITEMAP,
  type SitePath,
  sectionPath,
  seriesPath,
  TOPICS,
} from "../model/urls.ts";

interface Link {
  readonly name: string;
  readonly path: SitePath;
  readonly note: string;
}

interface Described {
  readonly site: Pick<Site, "name" | "description" | "sections">;
  readonly series: readonly Pick<Series, "id" | "name" | "unit">[];
  readonly staticPages: readonly Pick<StaticPage, "path" | "title" | "description">[];
}

/**
 * The way about the publication for language models (https://llmstxt.org). It names what stands, and nothing that a new
 * story would change.
 *
 * @param address the publication's own, ending in a slash
 */
export function llmsTxt({ site, series, staticPages }: Described, address: string): string {
  const href = hrefAbsolute(address);
  const item = ({ name, path, note }: Link) => `- [${markdown(name)}](${href(path)}): ${markdown(note)}`;
  const lists: readonly (readonly [string, readonly Link[]])[] = [
    ["Sections", sectionLinks(site.sections)],
    ["Market data", dataLinks(series)],
    ["Feeds", feedLinks()],
    ["About", aboutLinks(staticPages)],
    ["Optional", [{ name: "Sitemap", path: SITEMAP, note: "Every page, by year of publication." }]],
  ];
  const parts = [
    `# ${markdown(site.name)}`,
    `> ${markdown(site.description)}`,
    ...lists.map(([title, links]) => `## ${title}\n\n${links.map(item).join("\n")}`),
  ];
  return `${parts.join("\n\n")}\n`;
}

function sectionLinks(sections: Site["sections"]): readonly Link[] {
  return [
    ...sections.map(({ id, name, description }) => ({ name, path: sectionPath(id), note: description })),
    { name: "Topics", path: TOPICS, note: "What stories are about, across all sections." },
    { name: "Authors", path: AUTHORS, note: "Who writes and checks the stories." },
  ];
}

/** Without a series there is no package of them. */
function dataLinks(series: Described["series"]): readonly Link[] {
  const all = {
    name: "Data package",
    path: DATA_PACKAGE,
    note: "All series as a Tabular Data Package, each a CSV with its schema.",
  };
  return [
    { name: "Open data", path: OPEN_DATA, note: "Every series as CSV and JSON, with its unit, source and licence." },
    ...(series.length > 0 ? [all] : []),
    ...series.map(({ id, name, unit }) => ({ name, path: seriesPath(id), note: `Chart, table and method; ${unit}.` })),
  ];
}

function feedLinks(): readonly Link[] {
  return [
    { name: "All feeds", path: FEEDS, note: "Of the publication, and of each section, topic and author." },
    ...FEED_FORMATS.map((format) => ({ name: format.name, path: feedPath(FRONT, format), note: "The newest stories, whole." })),
  ];
}

function aboutLinks(staticPages: Described["staticPages"]): readonly Link[] {
  return [
    ...staticPages.map(({ title, path, description }) => ({ name: title, path, note: description })),
    { name: "Corrections", path: CORRECTIONS, note: "What was wrong in stories, and when it was put right." },
  ];
}

/** A text on one line of Markdown that says itself. */
function markdown(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>]/g, "\\$&");
}

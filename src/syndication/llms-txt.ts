import type { Series } from "../markets/series.ts";
import { fixedPages, HOME, type LlmsHeading } from "../model/fixed-pages.ts";
import type { Site } from "../model/site.ts";
import type { StaticPage } from "../model/static-page.ts";
import {
  DATA_PACKAGE,
  FEED_FORMATS,
  feedPath,
  hrefAbsolute,
  SITEMAP,
  type SitePath,
  sectionPath,
  seriesPath,
} from "../model/urls.ts";

interface Link {
  readonly name: string;
  readonly path: SitePath;
  readonly note: string;
}

interface LlmsSources {
  readonly site: Pick<Site, "name" | "description" | "sections">;
  readonly series: readonly Pick<Series, "id" | "name" | "unit">[];
  readonly staticPages: readonly Pick<StaticPage, "path" | "title" | "description">[];
}

/**
 * A guide to the publication for language models (https://llmstxt.org). It contains nothing that a new story would change.
 *
 * @param address the publication's own, ending in a slash
 */
export function llmsTxt({ site, series, staticPages }: LlmsSources, address: string): string {
  const href = hrefAbsolute(address);
  const item = ({ name, path, note }: Link) => `- [${escapeMarkdown(name)}](${href(path)}): ${escapeMarkdown(note)}`;
  const lists: readonly (readonly [string, readonly Link[]])[] = [
    ["Sections", [...sectionLinks(site.sections), ...fixedLinks("Sections")]],
    ["Market data", [...fixedLinks("Market data"), ...dataLinks(series)]],
    ["Feeds", [...fixedLinks("Feeds"), ...feedLinks()]],
    ["About", [...staticPageLinks(staticPages), ...fixedLinks("About")]],
    ["Optional", [{ name: "Sitemap", path: SITEMAP, note: "Every page, by year of publication." }]],
  ];
  const blocks = [
    `# ${escapeMarkdown(site.name)}`,
    `> ${escapeMarkdown(site.description)}`,
    ...lists.map(([title, links]) => `## ${title}\n\n${links.map(item).join("\n")}`),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function fixedLinks(heading: LlmsHeading): readonly Link[] {
  return fixedPages(true).flatMap(({ path, name, llms }) =>
    llms?.heading === heading ? [{ name: llms.name ?? name, path, note: llms.note }] : [],
  );
}

function sectionLinks(sections: Site["sections"]): readonly Link[] {
  return sections.map(({ id, name, description }) => ({ name, path: sectionPath(id), note: description }));
}

/** Without a series there is no data package. */
function dataLinks(series: LlmsSources["series"]): readonly Link[] {
  const dataPackage = {
    name: "Data package",
    path: DATA_PACKAGE,
    note: "All series as a Tabular Data Package, each a CSV with its schema.",
  };
  return [
    ...(series.length > 0 ? [dataPackage] : []),
    ...series.map(({ id, name, unit }) => ({ name, path: seriesPath(id), note: `Chart, table and method; ${unit}.` })),
  ];
}

function feedLinks(): readonly Link[] {
  return FEED_FORMATS.map((format) => ({ name: format.name, path: feedPath(HOME, format), note: "The newest stories, whole." }));
}

function staticPageLinks(staticPages: LlmsSources["staticPages"]): readonly Link[] {
  return staticPages.map(({ title, path, description }) => ({ name: title, path, note: description }));
}

/** A text on one line, with the characters escaped that mean something to Markdown. */
function escapeMarkdown(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>]/g, "\\$&");
}

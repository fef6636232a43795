import { join } from "node:path";
import type { DateTime } from "luxon";
import { ContentError, type Diagnostic, type SourceFile } from "../../lib/diagnostic.ts";
import type { Step } from "../../lib/step.ts";
import { buildMarkets, type Markets } from "../../markets/markets.ts";
import { lastChange } from "../../model/article.ts";
import { buildCatalog, type Catalog } from "../../model/catalog.ts";
import type { PictureFile } from "../../model/picture.ts";
import { publishedAddresses } from "../../model/published-urls.ts";
import type { Redirect } from "../../model/redirects.ts";
import type { Site } from "../../model/site.ts";
import type { StaticPage } from "../../model/static-page.ts";
import { authorsSchema, topicsSchema } from "../../model/taxonomy.ts";
import type { SitePath } from "../../model/urls.ts";
import { readSource } from "../files/source-file.ts";
import { checkAddresses, checkLinks } from "./check-links.ts";
import { markdownFiles, misplacedFiles } from "./content-files.ts";
import { articleParser, staticPageParser } from "./content-parsers.ts";
import { readMarkets } from "./markets/read-markets.ts";
import type { ContentFile, LinkedText, ParsedFile } from "./parse-markdown-file.ts";
import { readPictures } from "./read-pictures.ts";
import { readTaxonomy } from "./read-taxonomy.ts";
import { readUrlHistory } from "./url-history/read-url-history.ts";

/** Everything that editors wrote, as it is published at one instant: the only content that the output is made of. */
export interface Publication {
  readonly catalog: Catalog;
  readonly pages: readonly StaticPage[];
  /** The file of each story and page by address, published or not. */
  readonly sources: ReadonlyMap<SitePath, string>;
  readonly markets: Markets;
  /** The whole picture library, used or not. */
  readonly pictures: ReadonlyMap<string, PictureFile>;
  /** Sorted by address. */
  readonly redirects: readonly Redirect[];
}

interface Sources {
  readonly contentFolder: string;
  readonly marketsFolder: string;
  /** The edition's clock. */
  readonly asOf: DateTime;
  /** The time on the machine that builds. */
  readonly now: DateTime;
}

/**
 * Reads stories and figures, and selects what is published at `asOf`.
 *
 * @throws ContentError with the diagnostics of all files
 */
export async function readContent(
  { contentFolder: folder, marketsFolder, asOf, now }: Sources,
  site: Site,
  step: Step,
): Promise<Publication> {
  const diagnostics: Diagnostic[] = [];
  // Editions of the past and of the future can be built.
  const nowMs = Math.max(now.toMillis(), asOf.toMillis());
  const series = await readMarkets(marketsFolder, nowMs, diagnostics);
  const figures = {
    // Figures are not checked against invalid files, whose own diagnostics suffice.
    series: diagnostics.length > 0 ? undefined : new Map(series.map((each) => [each.id, each])),
    asOfMs: asOf.toMillis(),
    language: site.language,
  };
  const misplaced = await misplacedFiles(folder);
  diagnostics.push(...misplaced);
  const articleFiles = await markdownFiles(join(folder, "articles"));
  const pageFiles = await markdownFiles(join(folder, "pages"));
  step.expect(articleFiles.length + pageFiles.length);

  const { pictures, names } = await readPictures(join(folder, "pictures"), diagnostics, site.language);
  const known = {
    sections: new Map(site.sections.map((section) => [section.id, section])),
    authors: await readTaxonomy(join(folder, "authors.yaml"), authorsSchema, diagnostics, site.language),
    topics: await readTaxonomy(join(folder, "topics.yaml"), topicsSchema, diagnostics, site.language),
    pictures: names,
    figures,
    nowMs,
  };
  const unaddressed: LinkedText[] = [];
  const articles = await parseAll(articleFiles, articleParser(known, site), { diagnostics, unaddressed }, step);
  const pages = await parseAll(pageFiles, staticPageParser(known), { diagnostics, unaddressed }, step);

  const stories = articles.map(({ value }) => value);
  const catalog = buildCatalog(stories, asOf, site);
  const lastDate = stories.map(lastChange).reduce((latest, date) => (date > latest ? date : latest), asOf);
  const eventually = lastDate > asOf ? buildCatalog(stories, lastDate, site) : catalog;
  diagnostics.push(...checkAddresses(articles, pages, site));
  const markets = buildMarkets(series, asOf.toMillis());
  const content = { articles, pages, unaddressed, series: markets.series, site };
  diagnostics.push(...checkLinks(content, { now: catalog, eventually }, diagnostics));

  const isRead = articles.length === articleFiles.length && pages.length === pageFiles.length;
  const isComplete = figures.series && isRead && misplaced.length === 0;
  const staticPages = pages.map(({ value }) => value);
  const editions = { now: { catalog, series: markets.series }, eventually: { catalog: eventually, series } };
  const addresses = isComplete
    ? { ...addressesOf(editions, staticPages, site), isPartial: asOf < now || !site.address }
    : undefined;
  const redirects = await readUrlHistory(folder, addresses, diagnostics);
  if (diagnostics.length > 0) throw new ContentError(diagnostics);
  const sources = new Map([...articles, ...pages].map(({ value, file }) => [value.path, file]));
  return { catalog, pages: staticPages, sources, markets, pictures, redirects };
}

type Edition = Pick<Parameters<typeof publishedAddresses>[0], "catalog" | "series">;

/** What is published now and eventually. An edition without an address has no feeds, but the published site will have them. */
function addressesOf(
  { now, eventually }: { readonly now: Edition; readonly eventually: Edition },
  pages: readonly StaticPage[],
  { address, partnerFeeds }: Site,
) {
  return {
    now: publishedAddresses({ ...now, pages, partnerFeeds, hasAddress: address !== undefined }),
    eventually: publishedAddresses({ ...eventually, pages, partnerFeeds, hasAddress: true }),
  };
}

/** Enough files to keep the disk busy, few enough to bound memory. */
const BATCH_SIZE = 64;

/** Parses files in batches, and collects their diagnostics and the texts whose front matter is invalid. */
async function parseAll<T>(
  files: readonly string[],
  parse: (source: SourceFile) => ParsedFile<T>,
  { diagnostics, unaddressed }: { readonly diagnostics: Diagnostic[]; readonly unaddressed: LinkedText[] },
  step: Step,
): Promise<ContentFile<T>[]> {
  const all: ContentFile<T>[] = [];
  for (let start = 0; start < files.length; start += BATCH_SIZE) {
    const batch = files.slice(start, start + BATCH_SIZE);
    for (const source of await Promise.all(batch.map(readSource))) {
      if ("message" in source) {
        diagnostics.push(source);
        continue;
      }
      const parsed = parse(source);
      diagnostics.push(...parsed.diagnostics);
      if (parsed.text && parsed.value !== undefined) all.push({ ...parsed.text, value: parsed.value });
      else if (parsed.text) unaddressed.push(parsed.text);
    }
    step.advance(batch.length);
  }
  return all;
}

import { join } from "node:path";
import type { DateTime } from "luxon";
import type { SourceFile } from "../../lib/diagnostic.ts";
import { ContentError, type Diagnostic } from "../../lib/diagnostic.ts";
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
import { filesBelow, readSource } from "../files/source-file.ts";
import { addressFaults, linkFaults } from "./check-links.ts";
import { articleParser, staticPageParser } from "./content-parsers.ts";
import { readMarkets } from "./markets/read-markets.ts";
import type { ParsedFile, Written, WrittenText } from "./parse-markdown-file.ts";
import { readPictures } from "./read-pictures.ts";
import { readTaxonomy } from "./read-taxonomy.ts";
import { settleAddresses } from "./url-history/read-url-history.ts";

/** What is published at one instant: the output is made of this and of nothing else that editors wrote. */
export interface Publication {
  readonly catalog: Catalog;
  readonly pages: readonly StaticPage[];
  /** The files of all stories and pages by address, published or not. */
  readonly sources: ReadonlyMap<SitePath, string>;
  readonly markets: Markets;
  /** The whole pool, whether used or not. */
  readonly pictures: ReadonlyMap<string, PictureFile>;
  /** Addresses that have moved, in order of address. */
  readonly redirects: readonly Redirect[];
}

interface Sources {
  readonly contentFolder: string;
  readonly marketsFolder: string;
  /** The edition's clock. */
  readonly asOf: DateTime;
  /** What time it is where the build runs. */
  readonly now: DateTime;
}

/**
 * Reads stories and figures, and decides what of them is published at `asOf`.
 *
 * @throws ContentError with every fault of every file
 */
export async function readContent(
  { contentFolder: folder, marketsFolder, asOf, now }: Sources,
  site: Site,
  step: Step,
): Promise<Publication> {
  const faults: Diagnostic[] = [];
  const series = await readMarkets(marketsFolder, Math.max(now.toMillis(), asOf.toMillis()), faults);
  const figures = {
    // Of faulty files of figures it is enough to hear once.
    series: faults.length > 0 ? undefined : new Map(series.map((each) => [each.id, each])),
    asOfMs: asOf.toMillis(),
    language: site.language,
  };
  const articleFiles = await filesBelow(join(folder, "articles"), [".md"]);
  const pageFiles = await filesBelow(join(folder, "pages"), [".md"]);
  step.expect(articleFiles.length + pageFiles.length);

  const { pictures, names } = await readPictures(join(folder, "pictures"), faults);
  const known = {
    sections: new Map(site.sections.map((section) => [section.id, section])),
    authors: await readTaxonomy(join(folder, "authors.yaml"), authorsSchema, faults),
    topics: await readTaxonomy(join(folder, "topics.yaml"), topicsSchema, faults),
    pictures: names,
    figures,
  };
  const unplaced: WrittenText[] = [];
  const articles = await parseAll(articleFiles, articleParser(known, site), { faults, unplaced }, step);
  const pages = await parseAll(pageFiles, staticPageParser(known), { faults, unplaced }, step);

  const stories = articles.map(({ value }) => value);
  const catalog = buildCatalog(stories, asOf, site);
  const lastDate = stories.map(lastChange).reduce((latest, date) => (date > latest ? date : latest), asOf);
  const eventually = lastDate > asOf ? buildCatalog(stories, lastDate, site) : catalog;
  faults.push(...addressFaults(articles, pages, site));
  const markets = buildMarkets(series, asOf.toMillis());
  const ids = markets.series.map(({ id }) => id);
  const written = { articles, pages, unplaced, series: ids, hasFeeds: site.address !== undefined };
  faults.push(...linkFaults(written, { now: catalog, eventually }, faults));

  const isWhole = figures.series && articles.length === articleFiles.length && pages.length === pageFiles.length;
  const standing = pages.map(({ value }) => value);
  const editions = { now: { catalog, series: markets.series }, eventually: { catalog: eventually, series } };
  const addresses = isWhole ? { ...addressesOf(editions, standing, site), isPartial: asOf < now || !site.address } : undefined;
  const redirects = await settleAddresses(folder, addresses, faults);
  if (faults.length > 0) throw new ContentError(faults);
  const sources = new Map([...articles, ...pages].map(({ value, file }) => [value.path, file]));
  return { catalog, pages: standing, sources, markets, pictures, redirects };
}

type Edition = Pick<Parameters<typeof publishedAddresses>[0], "catalog" | "series">;

/** What is published now, and what will be; an edition without an address has no feeds, which its publication has. */
function addressesOf(
  { now, eventually }: { readonly now: Edition; readonly eventually: Edition },
  pages: readonly StaticPage[],
  { address, partnerFeeds }: Site,
) {
  return {
    now: publishedAddresses({ ...now, pages, partnerFeeds, hasFeeds: address !== undefined }),
    eventually: publishedAddresses({ ...eventually, pages, partnerFeeds, hasFeeds: true }),
  };
}

/** Files in flight at once: enough to keep the disk busy, few enough to bound memory. */
const READ_AHEAD = 64;

/** Hands on what could be read, and collects the faults, and the texts that nothing else could be read of. */
async function parseAll<T>(
  files: readonly string[],
  parse: (source: SourceFile) => ParsedFile<T>,
  { faults, unplaced }: { readonly faults: Diagnostic[]; readonly unplaced: WrittenText[] },
  step: Step,
): Promise<Written<T>[]> {
  const all: Written<T>[] = [];
  for (let start = 0; start < files.length; start += READ_AHEAD) {
    const batch = files.slice(start, start + READ_AHEAD);
    for (const source of await Promise.all(batch.map(readSource))) {
      if ("problem" in source) {
        faults.push(source);
        continue;
      }
      const parsed = parse(source);
      faults.push(...parsed.faults);
      if (parsed.text && parsed.value !== undefined) all.push({ ...parsed.text, value: parsed.value });
      else if (parsed.text) unplaced.push(parsed.text);
    }
    step.advance(batch.length);
  }
  return all;
}

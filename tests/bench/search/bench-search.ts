import { join } from "node:path";
import type { Catalog } from "../../../src/model/catalog.ts";
import { readCatalog } from "../../read-catalog.ts";
import { openSearchArchive } from "../../search-archive.ts";
import { generateArchive } from "../archive/generate-archive.ts";
import { measureBuild, searchSteps } from "../measure-build.ts";
import { grouped } from "../units.ts";
import { watchingScript } from "./bundle-pages.ts";
import { compareLibraries } from "./compare-libraries.ts";
import { serveCompressed } from "./compressed-server.ts";
import { drawQueries } from "./draw-queries.ts";
import { type FoundAgain, findAgain, WAYS } from "./find-again.ts";
import type { FirstResults } from "./first-results.ts";
import { knownItems } from "./known-items.ts";
import { openBrowser } from "./open-browser.ts";
import { publishStory } from "./publish-story.ts";
import { openSearch, typeQueries } from "./search-page.ts";
import { comparisonTable, openingTable, publishingTable, searchGoalLines, typingTable } from "./search-report.ts";
import { writeStories } from "./write-stories.ts";

const COMPARED = 5;
const OPENED = 15;
const TYPED = 50;
const KNOWN_ITEMS = 300;

/**
 * Measures the search of an archive of `size` stories and prints the results.
 *
 * @param folder for archives and their builds
 */
export async function benchSearch(size: number, folder: string, print: (text: string) => void): Promise<void> {
  const archive = await generateArchive(size, join(folder, String(size)));
  print(`\nSearch of ${grouped(size)} stories, ${archive.reused ? "generated before" : "generated now"}`);
  const [siteFolder, work] = [join(folder, `${size}-site`), join(folder, `${size}-search`)];
  const steps = searchSteps(await measureBuild(archive, siteFolder));

  const { catalog, site } = await readCatalog(archive.contentFolder, archive.asOf);
  await writeStories(catalog, site, join(work, "stories"));
  const compared = await compareLibraries(work, siteFolder, newestQueries(catalog, COMPARED, "compared"));
  print(`\n${comparisonTable(compared)}`);

  const { opened, typedMs } = await visit(siteFolder, catalog);
  print(`\n${openingTable(opened)}\n\n${typingTable(typedMs)}`);

  const published = await publishStory(archive, siteFolder, join(folder, `${size}-published`), steps);
  print(`\n${publishingTable(published)}`);

  const again = await findKnownItems(siteFolder, catalog);
  print(`\n${searchGoalLines(opened, typedMs, again, published).join("\n")}`);
}

/** Queries in words of the newest year. */
function newestQueries({ articles }: Catalog, count: number, seed: string): readonly string[] {
  const ofNewestYear = articles.filter(({ published }) => published.year === articles[0]?.published.year);
  return drawQueries(ofNewestYear, count, seed);
}

async function visit(siteFolder: string, catalog: Catalog) {
  const server = await serveCompressed({ "/": siteFolder });
  const browser = await openBrowser();
  const script = await watchingScript();
  try {
    const opened: FirstResults[] = [];
    for (const query of newestQueries(catalog, OPENED, "opened")) {
      // A warm-up, so that the server has compressed its files.
      await openSearch(browser, server, query, script);
      opened.push(await openSearch(browser, server, query, script));
    }
    return { opened, typedMs: await typeQueries(browser, server, newestQueries(catalog, TYPED + 1, "typed"), script) };
  } finally {
    await browser.close();
    server.close();
  }
}

async function findKnownItems(siteFolder: string, catalog: Catalog): Promise<readonly FoundAgain[]> {
  const archive = await openSearchArchive(siteFolder);
  const items = knownItems(catalog.articles, KNOWN_ITEMS, "known items");
  const again = [];
  for (const way of WAYS) again.push(await findAgain(way, items, archive));
  archive.close();
  return again;
}

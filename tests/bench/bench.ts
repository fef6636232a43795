import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { generateArchive } from "./archive/generate-archive.ts";
import { benchMarkets } from "./markets/bench-markets.ts";
import { type MeasuredBuild, measureBuild } from "./measure-build.ts";
import { hugoVersion, measureHugo } from "./measure-hugo.ts";
import { OptionsError, parseOptions } from "./options.ts";
import { benchPublish } from "./publish/bench-publish.ts";
import { buildTable, comparison, goalLines, htmlTable } from "./report.ts";
import { benchSearch } from "./search/bench-search.ts";
import { grouped, ROOT } from "./units.ts";

const FOLDER = join(ROOT, ".cache/bench");

/**
 * Builds generated archives, searches them or publishes a story in them, and prints time and memory. A missed goal is
 * printed; only a failed measurement is an error.
 */
async function main(args: readonly string[]): Promise<number> {
  try {
    const { search, markets, publish, sizes } = parseOptions(args);
    const isBusy = (loadavg()[0] ?? 0) > availableParallelism() / 2;
    if (isBusy) say("This machine is busy with something else: take the figures with care.");
    if (markets) await benchMarkets(FOLDER, say);
    else if (publish) for (const size of sizes) await benchPublish(size, FOLDER, say);
    else if (search) for (const size of sizes) await benchSearch(size, FOLDER, say);
    else await benchBuilds(sizes);
    return 0;
  } catch (error) {
    if (error instanceof OptionsError) {
      process.stderr.write(`${error.message}\n`);
      return 2;
    }
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return 1;
  }
}

async function benchBuilds(sizes: readonly number[]): Promise<void> {
  const hugo = await hugoVersion();
  const builds: MeasuredBuild[] = [];
  for (const size of sizes) builds.push(await benchArchive(size, hugo));
  say(`\n${htmlTable(builds)}\n\n${goalLines(builds).join("\n")}`);
}

async function benchArchive(size: number, hugo: string | undefined): Promise<MeasuredBuild> {
  const folder = join(FOLDER, String(size));
  const siteFolder = join(FOLDER, `${size}-site`);
  const archive = await generateArchive(size, folder);
  say(`\n${grouped(size)} stories, ${archive.reused ? "generated before" : "generated now"}`);
  const build = await measureBuild(archive, siteFolder);
  if (build.pictureCacheWasCold) say("The first build encoded the pictures; these are the figures of a second one.");
  say(buildTable(build));
  if (hugo === undefined) say("No hugo on the PATH: nothing to compare with.");
  else say(`\n${comparison(build, await measureHugo(archive, siteFolder, join(FOLDER, `${size}-hugo`)), hugo)}`);
  return build;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

process.exitCode = await main(process.argv.slice(2));

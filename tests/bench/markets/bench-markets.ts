import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { measureProcess } from "../measure-process.ts";
import { grouped, kibibytes, mebibytes, seconds } from "../units.ts";
import { generateEmptyContent, generateFigures, lastDay } from "./generate-figures.ts";

const SERIES = 200;
const OBSERVATIONS = 10_000;
const GOAL_MS = 10_000;
const GOAL_BYTES = 2 ** 30;
const GOAL_PAGE_BYTES = 40 * 1024;

/** Builds the shipped stories with many long series, and prints what it takes. */
export async function benchMarkets(folder: string, say: (text: string) => void): Promise<void> {
  const [figures, siteFolder] = [join(folder, "markets"), join(folder, "markets-site")];
  await generateFigures(SERIES, OBSERVATIONS, figures);
  const asOf = lastDay(OBSERVATIONS).toISOString();
  // Stories are bound to the shipped series: an archive without stories has the desk alone.
  const content = await generateEmptyContent(join(folder, "markets-content"));
  const build = async () => {
    await rm(siteFolder, { recursive: true, force: true });
    const flags = ["--content", content, "--markets", figures, "--out", siteFolder, "--as-of", asOf];
    return measureProcess(process.execPath, ["--import", "tsx", "src/node/commands/build.ts", ...flags]);
  };
  const { ms, peakBytes, output } = await build();
  say(`\n${grouped(SERIES)} series of ${grouped(OBSERVATIONS)} observations\n${output.trim()}\n`);
  const heaviest = await heaviestPage(join(siteFolder, "market-data"));
  const line = (met: boolean, text: string) => `${met ? "met   " : "MISSED"}  ${text}`;
  say(line(ms <= GOAL_MS, `built in ${seconds(ms)}; goal: at most ${seconds(GOAL_MS)}`));
  say(line((peakBytes ?? 0) <= GOAL_BYTES, `peak memory ${mebibytes(peakBytes)}; goal: at most ${mebibytes(GOAL_BYTES)}`));
  say(
    line(
      heaviest <= GOAL_PAGE_BYTES,
      `heaviest page of a series: ${kibibytes(heaviest)} compressed; goal: at most ${kibibytes(GOAL_PAGE_BYTES)}`,
    ),
  );
}

async function heaviestPage(folder: string): Promise<number> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const sizes = await Promise.all(
    names.map(async (name) => brotliCompressSync(await readFile(join(folder, name, "index.html"))).length),
  );
  return Math.max(...sizes);
}

import { existsSync } from "node:fs";
import { watch } from "node:fs/promises";
import { join } from "node:path";
import Eleventy from "@11ty/eleventy";
import { DateTime } from "luxon";
import { Build, type Prepared } from "./build.ts";
import { createConsole } from "./console.ts";
import { startBuild } from "./current-build.ts";
import { explain } from "./explain.ts";
import { hostRules } from "./hosts/host-rules.ts";
import { outsideConfiguration } from "./hosts/outside-configuration.ts";
import { type StagedLedger, stageLedger } from "./ledger/stage-ledger.ts";
import { serveFolder } from "./serve-folder.ts";
import { type BuildSettings, parseSettings, UsageError } from "./settings.ts";
import { stageOutput } from "./staged-output.ts";

const PORT = 8080;
const PAGES = "src/pages";
const isWatched = process.stdout.isTTY && !process.env.CI;

/** `build`, `start` and `dev`, each with the flags of a build. */
const COMMANDS: Readonly<Record<string, (settings: BuildSettings) => Promise<void>>> = {
  build: async (settings) => {
    const rules = hostRules(await buildSite(settings));
    if (settings.host) process.stdout.write(outsideConfiguration(settings.host, rules, settings));
  },
  start: async (settings) => {
    const rules = hostRules(await buildSite(settings));
    const server = await serveFolder(settings.outFolder, PORT, "/", rules);
    process.stdout.write(`\n${server.address}\n`);
  },
  dev: develop,
};

/** Builds beside the output, and puts the result in its place once it is whole. */
async function buildSite(settings: BuildSettings): Promise<Prepared> {
  const staged = await stageOutput(settings.outFolder);
  // What a host is to read has standard output to itself.
  const told = settings.host ? createConsole(process.stderr, false) : createConsole(process.stdout, isWatched);
  const build = new Build(settings, told);
  let ledger: StagedLedger | undefined;
  try {
    startBuild(build);
    const composer = eleventy(settings, staged.folder, "build");
    // Steps and faults are told by us; Eleventy would tell them again.
    composer.disableLogger();
    await composer.write();
    if (settings.record) ledger = await stageLedger(settings.contentFolder, staged.folder, build.prepared);
    staged.swapIn();
    ledger?.swapIn();
  } catch (error) {
    build.abandon();
    ledger?.discard();
    staged.discard();
    throw error;
  }
  if (ledger) told.notice(`${ledger.added} new in ${ledger.file}, the ledger of addresses`);
  return build.prepared;
}

/** Rebuilds and reloads on every change. The site under work lies in the cache: `dist` is for what is whole. */
async function develop(settings: BuildSettings): Promise<void> {
  if (settings.record) throw new UsageError("--record goes with `build` and `start`: `dev` publishes nothing.");
  // A browser that keeps what is under work would show it where the next site is worked on.
  const build = new Build({ ...settings, retireOffline: true }, createConsole(process.stdout, isWatched));
  await soundContent(build);
  startBuild(build);
  const server = eleventy(settings, join(settings.cacheFolder, "dev"), "serve");
  await server.init();
  await server.watch();
  await server.serve(PORT);
}

/** Waits until the content can be built for the first time, telling its faults after every change. */
async function soundContent(build: Build): Promise<void> {
  for (;;) {
    try {
      return await build.prepare();
    } catch (error) {
      const { contentFolder, marketsFolder } = build.settings;
      process.stderr.write(`${explain(error)}\nWaiting for a change in ${contentFolder} or ${marketsFolder} …\n`);
      await anyChange([contentFolder, marketsFolder]);
    }
  }
}

async function anyChange(folders: readonly string[]): Promise<void> {
  const stop = new AbortController();
  const changes = folders.map(async (folder) => {
    for await (const _change of watch(folder, { recursive: true, signal: stop.signal })) return;
  });
  await Promise.race(changes);
  stop.abort();
}

function eleventy({ root }: BuildSettings, folder: string, runMode: "build" | "serve"): Eleventy {
  process.chdir(root);
  return new Eleventy(PAGES, folder, { configPath: ".eleventy.ts", quietMode: true, runMode });
}

async function main([name = "build", ...args]: readonly string[]): Promise<number> {
  const command = COMMANDS[name];
  try {
    if (!command) throw new UsageError(`There is no command ${name}: use ${Object.keys(COMMANDS).join(", ")}.`);
    const settings = parseSettings(args, process.cwd(), DateTime.now());
    if (settings.host && name !== "build") throw new UsageError("--host goes with `build`: it tells a host of what was built.");
    if (!existsSync(settings.contentFolder)) throw new UsageError(`There is no folder ${settings.contentFolder} of content.`);
    await command(settings);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n`);
      return 2;
    }
    process.stderr.write(`${explain(error)}\n`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));

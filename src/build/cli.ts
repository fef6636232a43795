import { join } from "node:path";
import Eleventy from "@11ty/eleventy";
import { DateTime } from "luxon";
import { Build } from "./build.ts";
import { createConsole } from "./console.ts";
import { ContentFaults } from "./content-fault.ts";
import { startBuild } from "./current-build.ts";
import { serveFolder } from "./serve-folder.ts";
import { type BuildSettings, parseSettings, UsageError } from "./settings.ts";
import { stageOutput } from "./staged-output.ts";

const PORT = 8080;
const PAGES = "src/pages";

/** `build`, `start` and `dev`, each with the flags of a build. */
const COMMANDS: Readonly<Record<string, (settings: BuildSettings) => Promise<void>>> = {
  build: buildSite,
  start: async (settings) => {
    await buildSite(settings);
    const server = await serveFolder(settings.outFolder, PORT);
    process.stdout.write(`\n${server.address}\n`);
  },
  dev: develop,
};

/** Builds beside the output, and puts the result in its place once it is whole. */
async function buildSite(settings: BuildSettings): Promise<void> {
  const staged = await stageOutput(settings.outFolder);
  try {
    startBuild(new Build(settings, createConsole(process.stdout)));
    await eleventy(settings, staged.folder, "build").write();
    staged.swapIn();
  } catch (error) {
    staged.discard();
    throw error;
  }
}

/** Rebuilds and reloads on every change. The site under work lies in the cache: `dist` is for what is whole. */
async function develop(settings: BuildSettings): Promise<void> {
  const folder = join(settings.cacheFolder, "dev");
  startBuild(new Build(settings, createConsole(process.stdout)));
  const server = eleventy(settings, folder, "serve");
  await server.init();
  await server.watch();
  await server.serve(PORT);
}

function eleventy({ root }: BuildSettings, folder: string, runMode: "build" | "serve"): Eleventy {
  process.chdir(root);
  return new Eleventy(PAGES, folder, { configPath: ".eleventy.ts", quietMode: true, runMode });
}

async function main([name = "build", ...args]: readonly string[]): Promise<number> {
  const command = COMMANDS[name];
  try {
    if (!command) throw new UsageError(`There is no command ${name}: use ${Object.keys(COMMANDS).join(", ")}.`);
    await command(parseSettings(args, process.cwd(), DateTime.now()));
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

/** What a person needs to know: faults of the content and of the machine in words, faults of the program with their trace. */
function explain(error: unknown): string {
  const cause = rootCause(error);
  if (cause instanceof ContentFaults) return cause.message;
  if (cause instanceof Error && "code" in cause && "syscall" in cause) {
    return `${cause.message}\nThe machine refused this. What was published before is as it was.`;
  }
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}

function rootCause(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const inner = "originalError" in error && error.originalError ? error.originalError : error.cause;
  return inner === undefined ? error : rootCause(inner);
}

process.exitCode = await main(process.argv.slice(2));

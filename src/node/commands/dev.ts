import { watch } from "node:fs/promises";
import { join } from "node:path";
import { formatError, UsageError } from "../../lib/format-error.ts";
import { Build } from "../pipeline/build.ts";
import { createConsole } from "../pipeline/console.ts";
import { createEleventy } from "../pipeline/eleventy/create-eleventy.ts";
import { PORT, readSettings } from "../pipeline/settings.ts";
import { isInteractive, runCommand } from "./run-command.ts";

/** `npm run dev`: rebuilds and reloads on every change, below `.cache`: `dist` holds only whole editions. */
await runCommand(async (args) => {
  const settings = readSettings(args);
  if (settings.host) throw new UsageError("--host goes with `build`: it tells a host of what was built.");
  if (settings.record) throw new UsageError("--record goes with `build` and `start`: `dev` publishes nothing.");
  // A service worker would serve stored pages in place of the ones being edited.
  const build = new Build({ ...settings, retireOffline: true }, createConsole(process.stdout, isInteractive));
  await waitForValidContent(build);
  const eleventy = createEleventy(build, join(settings.cacheFolder, "dev"), "serve");
  await eleventy.init();
  await eleventy.watch();
  await eleventy.serve(PORT);
});

/** Waits until the content builds for the first time, and prints its errors after every change. */
async function waitForValidContent(build: Build): Promise<void> {
  for (;;) {
    try {
      return await build.prepare();
    } catch (error) {
      const { contentFolder, marketsFolder } = build.settings;
      process.stderr.write(`${formatError(error)}\nWaiting for a change in ${contentFolder} or ${marketsFolder} …\n`);
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

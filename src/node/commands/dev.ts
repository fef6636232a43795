import { watch } from "node:fs/promises";
import { join } from "node:path";
import { formatError, UsageError } from "../../lib/format-error.ts";
import { Build } from "../pipeline/build.ts";
import { createConsole } from "../pipeline/console.ts";
import { createEleventy } from "../pipeline/eleventy/create-eleventy.ts";
import { PORT, readSettings } from "../pipeline/settings.ts";
import { isInteractive, runCommand } from "./run-command.ts";

/** `npm run dev`: rebuilds on every change, and reloads the browser. The output is below `.cache`: `dist` only has complete editions. */
await runCommand(async (args) => {
  const settings = readSettings(args);
  if (settings.host) throw new UsageError("--host only works with `build`.");
  if (settings.record) throw new UsageError("--record only works with `build` and `start`.");
  // A service worker would serve stored pages instead of the edited ones.
  const build = new Build({ ...settings, retireOffline: true }, createConsole(process.stdout, isInteractive));
  await waitForValidContent(build);
  const eleventy = createEleventy(build, join(settings.cacheFolder, "dev"), "serve");
  await eleventy.init();
  await eleventy.watch();
  await eleventy.serve(PORT);
});

/** Prepares the build. While the content has errors, prints them and waits for a change. */
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

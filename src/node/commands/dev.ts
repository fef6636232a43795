import { rm, watch } from "node:fs/promises";
import { join } from "node:path";
import { formatError, UsageError } from "../../lib/format-error.ts";
import { Build } from "../pipeline/build.ts";
import { createConsole } from "../pipeline/console.ts";
import { createEleventy } from "../pipeline/eleventy/create-eleventy.ts";
import { PORT, readSettings } from "../pipeline/settings.ts";
import { type ErrorServer, serveErrors } from "../pipeline/watch/error-server.ts";
import { isInteractive, runCommand } from "./run-command.ts";

/**
 * `npm run dev`: rebuilds on every change, reloads the browser, and shows errors there too. The output is below `.cache`: `dist`
 * only has complete editions.
 */
await runCommand(async (args) => {
  const settings = readSettings(args);
  if (settings.host) throw new UsageError("--host only works with `build`.");
  if (settings.record) throw new UsageError("--record only works with `build` and `start`.");
  // A service worker would serve stored pages instead of the edited ones.
  const build = new Build({ ...settings, retireOffline: true }, createConsole(process.stdout, isInteractive));
  const port = await waitForValidContent(build);
  const folder = join(settings.cacheFolder, "dev");
  // Pages of an earlier run may be of stories that are gone.
  await rm(folder, { recursive: true, force: true });
  const eleventy = createEleventy(build, folder, "serve");
  await eleventy.init();
  const rebuild = await eleventy.watch();
  // Eleventy rebuilds after changes and additions only.
  eleventy.watcher.on("unlink", (path) => void rebuild(path));
  await port.release();
  await eleventy.serve(port.number);
});

/** A port, and how to free it for the site. */
interface HeldPort {
  readonly number: number;
  release(): Promise<void>;
}

/** Prepares the build. While the content has errors, prints them, serves them, and waits for a change. */
async function waitForValidContent(build: Build): Promise<HeldPort> {
  const { contentFolder, marketsFolder } = build.settings;
  let server: ErrorServer | undefined;
  for (;;) {
    try {
      await build.prepare();
      return { number: server?.port ?? PORT, release: async () => server?.close() };
    } catch (error) {
      const message = formatError(error);
      process.stderr.write(`${message}\nWaiting for a change in ${contentFolder} or ${marketsFolder} …\n`);
      if (server) server.show(message);
      else server = await serveErrors(PORT, message);
      process.stderr.write(`http://localhost:${server.port}/\n`);
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

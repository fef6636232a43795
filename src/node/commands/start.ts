import { UsageError } from "../../lib/format-error.ts";
import { buildSite } from "../pipeline/build-site.ts";
import { PORT, readSettings } from "../pipeline/settings.ts";
import { hostRules } from "../publish/hosts/host-rules.ts";
import { serveFolder } from "../publish/hosts/serve-folder.ts";
import { isInteractive, runCommand } from "./run-command.ts";

/** `npm start`: builds the site and serves it as a host would. */
await runCommand(async (args) => {
  const settings = readSettings(args);
  if (settings.host) throw new UsageError("--host only works with `build`.");
  const rules = hostRules(await buildSite(settings, isInteractive));
  const server = await serveFolder(settings.outFolder, PORT, "/", rules);
  process.stdout.write(`\n${server.address}\n`);
});

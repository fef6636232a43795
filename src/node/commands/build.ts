import { buildSite } from "../pipeline/build-site.ts";
import { readSettings } from "../pipeline/settings.ts";
import { hostRules } from "../publish/hosts/host-rules.ts";
import { outsideConfiguration } from "../publish/hosts/outside-configuration.ts";
import { isInteractive, runCommand } from "./run-command.ts";

/** `npm run build`: compiles the site into `dist/`. */
await runCommand(async (args) => {
  const settings = readSettings(args);
  const rules = hostRules(await buildSite(settings, isInteractive));
  if (settings.host) process.stdout.write(outsideConfiguration(settings.host, rules, settings));
});

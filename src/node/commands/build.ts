import { relative } from "node:path";
import { buildSite } from "../pipeline/build-site.ts";
import { readSettings } from "../pipeline/settings.ts";
import { hostRules } from "../publish/hosts/host-rules.ts";
import { isInteractive, runCommand } from "./run-command.ts";

/** `npm run build`: compiles the site into `dist/`. */
await runCommand(async (args) => {
  const settings = readSettings(args);
  const rules = hostRules(await buildSite(settings, isInteractive));
  const { host, root, outFolder } = settings;
  if (host) process.stdout.write(host.print(rules, relative(root, outFolder)));
});

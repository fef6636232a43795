import { readFileSync } from "node:fs";
import { join } from "node:path";
import settings from "../_data/site.ts";
import { parseSite } from "../src/node/pipeline/read-site.ts";
import { type HostRules, hostRules } from "../src/node/publish/hosts/host-rules.ts";

/** How a host has to answer for the shipped publication, built in `folder`: its whole policy counts in every test. */
export function shippedRules(folder: string): HostRules {
  const notFound = readFileSync(join(folder, "404.html"), "utf8");
  const [, notFoundStyles = ""] = /<style>(.*)<\/style>/s.exec(notFound) ?? [];
  return hostRules({ site: parseSite(settings, undefined), redirects: [], assets: { notFoundStyles } });
}

import type { HostRules } from "./host-rules.ts";
import { bareType, MEDIA_TYPES } from "./media-types.ts";
import { PATH_CLASSES } from "./path-classes.ts";

/** Azure rejects a larger configuration. */
const MAX_BYTES = 20 * 1024;

/**
 * `staticwebapp.config.json` of Azure Static Web Apps. The first matching route wins; its headers are
 * added to the global ones or replace them, and an empty value removes one. Redirects that exceed the size limit are
 * omitted: the pages at those paths redirect by themselves.
 */
export function azureConfiguration(rules: HostRules): string {
  const withRedirects = (count: number): string => configuration(rules, rules.redirects.slice(0, count));
  let count = rules.redirects.length;
  while (count > 0 && Buffer.byteLength(withRedirects(count)) > MAX_BYTES) count -= Math.ceil(count / 50);
  return withRedirects(count);
}

function configuration({ base, headers }: HostRules, redirects: HostRules["redirects"]): string {
  const { hashed, open, pages } = PATH_CLASSES;
  const withoutPageHeaders = Object.fromEntries(Object.keys(pages.headers).map((name) => [name, ""]));
  const root = base.slice(0, -1);
  const settings = {
    trailingSlash: "always",
    globalHeaders: { ...headers, ...pages.headers },
    routes: [
      ...redirects.map(({ from, to }) => ({ route: from, redirect: to, statusCode: 301 })),
      ...routes(hashed.globs).map((route) => ({ route: root + route, headers: { ...withoutPageHeaders, ...hashed.headers } })),
      ...routes(open.globs).map((route) => ({ route: root + route, headers: { ...withoutPageHeaders, ...open.headers } })),
    ],
    responseOverrides: { 404: { rewrite: `${base}404.html` } },
    mimeTypes: Object.fromEntries(Object.entries(MEDIA_TYPES).map(([extension, type]) => [`.${extension}`, bareType(type)])),
  };
  return `${JSON.stringify(settings, undefined, 1)}\n`;
}

/** A route may only end in a wildcard, followed by one file extension or several in braces. */
function routes(globs: readonly string[]): readonly string[] {
  const byPrefix = Map.groupBy(globs, (glob) => glob.slice(0, glob.indexOf("*") + 1));
  return [...byPrefix].map(([prefix, these]) => {
    const extensions = these.map((glob) => glob.slice(prefix.length + 1)).filter((extension) => extension !== "");
    return extensions.length > 1 ? `${prefix}.{${extensions.join(",")}}` : (these[0] ?? prefix);
  });
}

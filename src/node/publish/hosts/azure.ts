import type { HostRules } from "./host-rules.ts";
import { bareType, MEDIA_TYPES } from "./media-types.ts";
import { PATH_CLASSES } from "./path-classes.ts";

/** A configuration that is larger is refused as a whole. */
const MOST_BYTES = 20 * 1024;

/**
 * `staticwebapp.config.json` of Azure Static Web Apps. The first route that fits counts, and adds to the headers of all
 * or replaces them; an empty value takes one away. Redirects beyond the size of the file are left out: the pages at
 * those addresses forward by themselves.
 */
export function azureConfiguration(rules: HostRules): string {
  const whole = (count: number): string => written(rules, rules.redirects.slice(0, count));
  let count = rules.redirects.length;
  while (count > 0 && Buffer.byteLength(whole(count)) > MOST_BYTES) count -= Math.ceil(count / 50);
  return whole(count);
}

function written({ base, headers }: HostRules, redirects: HostRules["redirects"]): string {
  const { hashed, open, pages } = PATH_CLASSES;
  const apart = Object.fromEntries(Object.keys(pages.headers).map((name) => [name, ""]));
  const root = base.slice(0, -1);
  const configuration = {
    trailingSlash: "always",
    globalHeaders: { ...headers, ...pages.headers },
    routes: [
      ...redirects.map(({ from, to }) => ({ route: from, redirect: to, statusCode: 301 })),
      ...routes(hashed.globs).map((route) => ({ route: root + route, headers: { ...apart, ...hashed.headers } })),
      ...routes(open.globs).map((route) => ({ route: root + route, headers: { ...apart, ...open.headers } })),
    ],
    responseOverrides: { 404: { rewrite: `${base}404.html` } },
    mimeTypes: Object.fromEntries(Object.entries(MEDIA_TYPES).map(([ending, type]) => [`.${ending}`, bareType(type)])),
  };
  return `${JSON.stringify(configuration, undefined, 1)}\n`;
}

/** The wildcard stands at the end of a route; what follows may only be one ending or several in braces. */
function routes(globs: readonly string[]): readonly string[] {
  const byStart = Map.groupBy(globs, (glob) => glob.slice(0, glob.indexOf("*") + 1));
  return [...byStart].map(([start, these]) => {
    const endings = these.map((glob) => glob.slice(start.length + 1)).filter((ending) => ending !== "");
    return endings.length > 1 ? `${start}.{${endings.join(",")}}` : (these[0] ?? start);
  });
}

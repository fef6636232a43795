import { OPEN_DATA } from "../../../model/fixed-pages.ts";
import type { HostRules } from "./host-rules.ts";
import { NAMED_MEDIA_TYPES } from "./media-types.ts";
import { type Headers, PATH_CLASSES } from "./path-classes.ts";

/**
 * `_headers` for Netlify and Cloudflare Pages. All matching rules apply, and Cloudflare joins the values of a header that
 * two of them set, so no two rules that can match the same path do. Both hosts have browsers revalidate by default.
 *
 * @param pageFolders the folders at the root that hold pages: neither host can match paths by a trailing slash
 */
export function headersFile({ base, headers }: HostRules, pageFolders: readonly string[]): string {
  const { hashed, open, pages } = PATH_CLASSES;
  const named = Object.entries(NAMED_MEDIA_TYPES);
  const { "Cache-Control": _default, ...openOnly } = open.headers;
  const { "Cache-Control": _alsoDefault, ...pagesOnly } = pages.headers;
  const rules: readonly (readonly [string, Headers])[] = [
    ["/*", headers],
    ...hashed.globs.map((glob) => [glob, hashed.headers] as const),
    ...open.globs.map((glob) => [glob, openOnly] as const),
    ...named.map(([name, type]) => [`/*${name}`, { "Content-Type": type }] as const),
    ["/", pagesOnly],
    [OPEN_DATA, pagesOnly],
    ...pageFolders.map((folder) => [`/${folder}/*`, pagesOnly] as const),
  ];
  return rules.map(([path, fields]) => `${base.slice(0, -1)}${path}\n${lines(fields)}`).join("\n");
}

function lines(headers: Headers): string {
  return Object.entries(headers)
    .map(([name, value]) => `  ${name}: ${value}\n`)
    .join("");
}

/**
 * `_redirects` for both hosts. On Netlify an existing file takes precedence, so there the pages at old paths do the
 * redirecting. An exclamation mark would force the redirect, but Cloudflare rejects it.
 */
export function redirectsFile({ redirects }: HostRules): string {
  return redirects.map(({ from, to }) => `${from} ${to} 301\n`).join("");
}

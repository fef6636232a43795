import { OPEN_DATA } from "../../../model/urls.ts";
import type { HostRules } from "./host-rules.ts";
import { NAMED_MEDIA_TYPES } from "./media-types.ts";
import { type Headers, PATH_CLASSES } from "./path-classes.ts";

/**
 * `_headers` as Netlify and Cloudflare Pages read it. Every rule that fits a path counts, and Cloudflare joins values
 * where two set the same header, so no two that can fit one path do. Both hosts let browsers ask again for what no rule
 * lets them keep.
 *
 * @param pageFolders folders at the root that hold pages: neither host can tell an address that ends in a slash
 */
export function headersFile({ base, headers }: HostRules, pageFolders: readonly string[]): string {
  const { hashed, open, pages } = PATH_CLASSES;
  const named = Object.entries(NAMED_MEDIA_TYPES);
  const { "Cache-Control": _askedAgain, ...openTo } = open.headers;
  const { "Cache-Control": _alsoAskedAgain, ...pagesOnly } = pages.headers;
  const rules: readonly (readonly [string, Headers])[] = [
    ["/*", headers],
    ...hashed.globs.map((glob) => [glob, hashed.headers] as const),
    ...open.globs.map((glob) => [glob, openTo] as const),
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
 * `_redirects` as both hosts read it. On Netlify a file at an address comes before its redirect: the pages at addresses
 * that have moved forward by themselves. An exclamation mark would turn that round, and Cloudflare refuses it.
 */
export function redirectsFile({ redirects }: HostRules): string {
  return redirects.map(({ from, to }) => `${from} ${to} 301\n`).join("");
}

import type { HostRules } from "./host-rules.ts";
import { NAMED_MEDIA_TYPES } from "./media-types.ts";
import { escaped, type Headers, PATH_CLASSES } from "./path-classes.ts";

/** Vercel rejects more. */
const MAX_RULES = 2048;

/** Paths that end in a slash, in the syntax of path-to-regexp. */
const PAGES = ["/", "/(.*)/"];

/**
 * `vercel.json`, for a deployment whose root is the output. The last value of a header wins. Redirects that exceed
 * the limit are omitted: the pages at those paths redirect by themselves.
 */
export function vercelConfiguration({ base, headers, redirects }: HostRules): string {
  const { hashed, open, pages, others } = PATH_CLASSES;
  const root = base.slice(0, -1);
  const sources = (globs: readonly string[]): readonly string[] =>
    globs.map((glob) => root + escaped(glob).replaceAll(String.raw`\*`, "(.*)"));
  const rules = [
    rule(`${root}/(.*)`, { ...headers, ...others.headers }),
    ...sources(hashed.globs).map((source) => rule(source, hashed.headers)),
    ...sources(open.globs).map((source) => rule(source, open.headers)),
    ...PAGES.map((source) => rule(root + source, pages.headers)),
    ...Object.entries(NAMED_MEDIA_TYPES).flatMap(([name, type]) =>
      sources([`/*${name}`]).map((source) => rule(source, { "Content-Type": type })),
    ),
  ];
  const moved = redirects
    .slice(0, MAX_RULES - rules.length)
    .map(({ from, to }) => ({ source: escaped(from), destination: to, statusCode: 301 }));
  return `${JSON.stringify({ trailingSlash: true, headers: rules, redirects: moved }, undefined, 1)}\n`;
}

function rule(source: string, headers: Headers) {
  return { source, headers: Object.entries(headers).map(([key, value]) => ({ key, value })) };
}

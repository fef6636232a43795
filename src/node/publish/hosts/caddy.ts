import { addsQuery, type HostRules } from "./host-rules.ts";
import { COMPRESSIBLE, MEDIA_TYPES, NAMED_MEDIA_TYPES } from "./media-types.ts";
import { escaped, type Headers, PATH_CLASSES, patternBelow } from "./path-classes.ts";

/** A placeholder: the query with its question mark, or nothing. */
const QUERY = "{query_suffix}";

/** A path without a trailing slash. It has no empty segment: `//other.example` would redirect to another host. */
const FOLDER = String.raw`^((?:/[\w.~-]+)+)$`;

/** Paths in `.well-known` without any other segment that starts with a dot. RE2 has no lookahead. */
const WELL_KNOWN = String.raw`^(?:/+[^/.][^/]*)*/+\.well-known(?:/+[^/.][^/]*)*/*$`;

/**
 * Directives for a site of a Caddyfile whose `root` has the publication at its path. Within `route` they run in the order
 * in which they are written, so the last value of a header wins.
 *
 * @param hostFiles the files that must not be served
 */
export function caddyConfiguration(rules: HostRules, hostFiles: readonly string[]): string {
  const { base, hostname, headers, redirects } = rules;
  const { hashed, open, pages, others } = PATH_CLASSES;
  const hidden = hostFiles.map((name) => base + name);
  const moved = redirects.map(({ from, to }) => `redir ${quoted(from)} ${quoted(addsQuery(to) ? to + QUERY : to)} 301`);
  const byType = Map.groupBy(Object.entries(MEDIA_TYPES), ([, type]) => type);
  const types = [
    ...[...byType].map(([type, these]) => [String.raw`\.(?:${these.map(([extension]) => extension).join("|")})$`, type] as const),
    ...Object.entries(NAMED_MEDIA_TYPES).map(([name, type]) => [`/${escaped(name)}$`, type] as const),
  ].flatMap(([pattern, type], index) => [
    `@type${index} path_regexp ${quoted(pattern)}`,
    `header @type${index} Content-Type ${quoted(type)}`,
  ]);
  const classes = Object.entries({ pages, open, hashed }).flatMap(([name, each]) => [
    `@${name} path_regexp ${quoted(patternBelow(base, each))}`,
    ...set(each.headers, `@${name} `),
  ]);
  return [
    `# For the site ${hostname ?? "of the publication"}, whose root has the site's files${base === "/" ? "" : ` below ${base}`}:`,
    "#     root * /var/www/html",
    "#     import econotimes.caddy",
    ...block("route", [
      ...set({ ...headers, ...others.headers }),
      ...types,
      ...classes,
      // For files without a precompressed variant; otherwise the server sets it itself.
      `@text path_regexp ${quoted(String.raw`(?:/|\.(?:${COMPRESSIBLE.join("|")}))$`)}`,
      "header @text ?Vary Accept-Encoding",
      `@hidden path ${hidden.join(" ")}`,
      "error @hidden 404",
      ...block("@dotfile", [`path_regexp ${quoted(String.raw`/\.`)}`, `not path_regexp ${quoted(WELL_KNOWN)}`]),
      "error @dotfile 404",
      ...block(`map {query} ${QUERY}`, [`"" ""`, `default "?{query}"`]),
      ...moved,
      // Releases of Caddy before 2.8 lose the query when they add the slash.
      ...block("@folder", [`path_regexp folder ${quoted(FOLDER)}`, "file {path}/index.html"]),
      `redir @folder ${quoted(`{http.regexp.folder.1}/${QUERY}`)} 308`,
      "encode gzip",
      ...block("file_server", ["precompressed br gzip", "index index.html"]),
    ]),
    ...block("handle_errors", [
      "@missing expression {http.error.status_code} == 404",
      ...block("handle @missing", [
        ...set({ ...headers, ...pages.headers, "Content-Type": MEDIA_TYPES.html ?? "" }),
        `rewrite * ${base}404.html`,
        ...block("file_server", ["precompressed br gzip"]),
      ]),
    ]),
    "",
  ].join("\n");
}

function block(name: string, lines: readonly string[]): readonly string[] {
  return [`${name} {`, ...lines.map((line) => `    ${line}`), "}"];
}

function set(headers: Headers, matcher = ""): readonly string[] {
  return Object.entries(headers).map(([name, value]) => `header ${matcher}${name} ${quoted(value)}`);
}

/** Nothing needs escaping between backticks. */
function quoted(text: string): string {
  return `\`${text}\``;
}

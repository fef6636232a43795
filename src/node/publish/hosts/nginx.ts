import { addsQuery, type HostRules, headersOf } from "./host-rules.ts";
import { bareType, COMPRESSIBLE, MEDIA_TYPES, mediaType, NAMED_MEDIA_TYPES } from "./media-types.ts";
import { escaped, type Headers, PATH_CLASSES, patternBelow } from "./path-classes.ts";

/**
 * An include for an nginx `server` whose `root` has the publication at its path. A location that adds a header does not
 * inherit any, so every location adds all of its headers. All media types are listed: nginx's own list lacks some, and a
 * list within a location replaces it.
 *
 * @param hostFiles the files that must not be served
 */
export function nginxConfiguration(rules: HostRules, hostFiles: readonly string[]): string {
  const { base, redirects } = rules;
  const { hashed, open, pages, others } = PATH_CLASSES;
  const locations = [
    ...Object.entries(NAMED_MEDIA_TYPES).map(([name, type]) =>
      location(
        `^${escaped(base)}(?:.*/)?${escaped(name)}$`,
        ["types { }", `default_type ${type};`, ...addHeaders(headersOf(rules, `/${name}`))],
        "~ ",
      ),
    ),
    ...[hashed, open, pages].map((each) =>
      location(patternBelow(base, each), addHeaders({ ...rules.headers, ...each.headers }), "~ "),
    ),
  ];
  const moved = redirects.map(({ from, to }) => location(from, [redirect(to)], "= "));
  return [
    `# For the server block of ${rules.hostname ?? "the site"}, whose root has the site's files${base === "/" ? "" : ` below ${base}`}:`,
    "#     include econotimes.conf;",
    "absolute_redirect off;",
    ...(base === "/" ? [] : [location(base.slice(0, -1), [redirect(base)], "= ")]),
    location(base, [
      ...general(rules),
      ...addHeaders({ ...rules.headers, ...others.headers }),
      ...moved,
      ...hidden(base, hostFiles),
      ...locations,
    ]),
    "",
  ].join("\n");
}

function location(path: string, lines: readonly string[], modifier: "" | "~ " | "= " = ""): string {
  const body = lines.flatMap((line) => line.split("\n")).map((line) => `    ${line}\n`);
  return `location ${modifier}${quoted(path)} {\n${body.join("")}}`;
}

/** Keeps the query, unless the target has its own. */
function redirect(to: string): string {
  return `return 301 ${quoted(addsQuery(to) ? `${to}$is_args$args` : to)};`;
}

/** Between quotation marks, braces and semicolons have no special meaning. */
function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, String.raw`\$&`)}"`;
}

function general({ base }: HostRules): readonly string[] {
  const byType = Map.groupBy(Object.entries(MEDIA_TYPES), ([, type]) => bareType(type));
  const types = [...byType].map(([type, these]) => `    ${type} ${these.map(([extension]) => extension).join(" ")};`);
  const text = [...byType].filter(([, these]) => these.some(([, type]) => type.includes("charset"))).map(([type]) => type);
  const compressed = [...new Set(COMPRESSIBLE.map((extension) => bareType(mediaType(`.${extension}`))))];
  const isHtml = (type: string): boolean => type === "text/html";
  return [
    "index index.html;",
    // 403 is what a folder without an index page gives.
    `error_page 403 404 =404 ${base}404.html;`,
    `types {\n${types.join("\n")}\n}`,
    "default_type application/octet-stream;",
    "charset utf-8;",
    `charset_types ${text.filter((type) => !isHtml(type)).join(" ")};`,
    "gzip_static on;",
    "# brotli_static on; # if the module is installed",
    "gzip on;",
    "gzip_vary on;",
    `gzip_types ${compressed.filter((type) => !isHtml(type)).join(" ")};`,
  ];
}

function addHeaders(headers: Headers): readonly string[] {
  return Object.entries(headers).map(([name, value]) => `add_header ${name} ${quoted(value)} always;`);
}

/** Hides files for hosts and files whose names start with a dot. */
function hidden(base: string, hostFiles: readonly string[]): readonly string[] {
  const names = hostFiles.filter((name) => !name.startsWith(".")).map(escaped);
  return [
    location(`^${escaped(base)}(?:${names.join("|")})$`, ["return 404;"], "~ "),
    location(String.raw`/\.(?!well-known/)`, ["return 404;"], "~ "),
  ];
}

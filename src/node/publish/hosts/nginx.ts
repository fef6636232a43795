import { CONFIGURATION_FILES } from "./configuration-files.ts";
import { type HostRules, headersOf } from "./host-rules.ts";
import { bareType, COMPRESSIBLE, MEDIA_TYPES, mediaType, NAMED_MEDIA_TYPES } from "./media-types.ts";
import { escaped, type Headers, PATH_CLASSES, patternBelow } from "./path-classes.ts";

/**
 * An include for a `server` of nginx whose `root` holds the publication at its path. A location that adds a header loses
 * those that were added around it, so every location adds all of its own. Types are all given: the list that comes with
 * nginx lacks some, and a list within a location replaces it.
 */
export function nginxConfiguration(rules: HostRules): string {
  const { base, redirects } = rules;
  const { hashed, open, pages, others } = PATH_CLASSES;
  const locations = [
    ...Object.entries(NAMED_MEDIA_TYPES).map(([name, type]) =>
      location(
        `^${escaped(base)}(?:.*/)?${escaped(name)}$`,
        ["types { }", `default_type ${type};`, ...added(headersOf(rules, `/${name}`))],
        "~ ",
      ),
    ),
    ...[hashed, open, pages].map((each) =>
      location(patternBelow(base, each), added({ ...rules.headers, ...each.headers }), "~ "),
    ),
  ];
  const moved = redirects.map(({ from, to }) => location(from, [`return 301 ${quoted(to)};`], "= "));
  return [
    `# For the server block of ${rules.hostname ?? "the site"}, whose root holds the site's files${base === "/" ? "" : ` below ${base}`}:`,
    "#     include econotimes.conf;",
    "absolute_redirect off;",
    ...(base === "/" ? [] : [location(base.slice(0, -1), [`return 301 ${base};`], "= ")]),
    ...moved,
    location(base, [...general(rules), ...added({ ...rules.headers, ...others.headers }), ...hidden(base), ...locations]),
    "",
  ].join("\n");
}

function location(path: string, lines: readonly string[], modifier: "" | "~ " | "= " = ""): string {
  const body = lines.flatMap((line) => line.split("\n")).map((line) => `    ${line}\n`);
  return `location ${modifier}${quoted(path)} {\n${body.join("")}}`;
}

/** In quotation marks a brace does not open a block, and a semicolon ends nothing. */
function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, String.raw`\$&`)}"`;
}

function general({ base }: HostRules): readonly string[] {
  const byType = Map.groupBy(Object.entries(MEDIA_TYPES), ([, type]) => bareType(type));
  const types = [...byType].map(([type, these]) => `    ${type} ${these.map(([ending]) => ending).join(" ")};`);
  const text = [...byType].filter(([, these]) => these.some(([, type]) => type.includes("charset"))).map(([type]) => type);
  const compressed = [...new Set(COMPRESSIBLE.map((ending) => bareType(mediaType(`.${ending}`))))];
  const html = (type: string): boolean => type === "text/html";
  return [
    "index index.html;",
    // A folder without a page, too, is nothing.
    `error_page 403 404 =404 ${base}404.html;`,
    `types {\n${types.join("\n")}\n}`,
    "default_type application/octet-stream;",
    "charset utf-8;",
    `charset_types ${text.filter((type) => !html(type)).join(" ")};`,
    "gzip_static on;",
    "# brotli_static on; # where the module is there",
    "gzip on;",
    "gzip_vary on;",
    `gzip_types ${compressed.filter((type) => !html(type)).join(" ")};`,
  ];
}

function added(headers: Headers): readonly string[] {
  return Object.entries(headers).map(([name, value]) => `add_header ${name} ${quoted(value)} always;`);
}

/** Nobody asks for these by right: files for hosts, files that begin with a dot. */
function hidden(base: string): readonly string[] {
  const names = CONFIGURATION_FILES.filter((name) => !name.startsWith(".")).map(escaped);
  return [
    location(`^${escaped(base)}(?:${names.join("|")})$`, ["return 404;"], "~ "),
    location(String.raw`/\.(?!well-known/)`, ["return 404;"], "~ "),
  ];
}

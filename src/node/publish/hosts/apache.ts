import type { HostRules } from "./host-rules.ts";
import { bareType, COMPRESSIBLE, MEDIA_TYPES, mediaType, NAMED_MEDIA_TYPES } from "./media-types.ts";
import { escaped, type Headers, PATH_CLASSES, patternBelow } from "./path-classes.ts";

/** Precompressed variants in order of preference: the content coding that a browser accepts, and the file extension. */
const ENCODINGS = [
  { coding: "br", extension: "br" },
  { coding: "gzip", extension: "gz" },
];

/**
 * `.htaccess`, for a folder with `AllowOverride FileInfo`. Every module may be missing.
 *
 * @param hostFiles the files that must not be served
 */
export function htaccess(rules: HostRules, hostFiles: readonly string[]): string {
  return [
    `ErrorDocument 404 ${rules.base}404.html`,
    mediaTypes(),
    ifModule("mod_headers.c", headerLines(rules)),
    ifModule("mod_rewrite.c", [
      "RewriteEngine On",
      ...hidden(hostFiles),
      ...redirects(rules),
      ...noUnacceptedGzip(),
      ...precompressed(),
    ]),
    ifModule("mod_deflate.c", [`AddOutputFilterByType DEFLATE ${compressedTypes().join(" ")}`]),
  ].join("\n");
}

function ifModule(module: string, lines: readonly string[]): string {
  return `<IfModule ${module}>\n${lines.map((line) => `  ${line}\n`).join("")}</IfModule>`.concat("\n");
}

/** A precompressed file has the type of its content. */
function mediaTypes(): string {
  const forceType = (pattern: string, type: string): string =>
    `<FilesMatch "${pattern}">\n  ForceType "${type}"\n</FilesMatch>\n`;
  const text = COMPRESSIBLE.map((extension) => forceType(String.raw`\.${extension}(\.br|\.gz)?$`, mediaType(`.${extension}`)));
  const others = Object.entries(MEDIA_TYPES)
    .filter(([extension]) => !COMPRESSIBLE.includes(extension))
    .map(([extension, type]) => `AddType ${type} .${extension}\n`);
  const named = Object.entries(NAMED_MEDIA_TYPES).map(([name, type]) =>
    forceType(String.raw`^${escaped(name)}(\.br|\.gz)?$`, type),
  );
  const encodings = [
    "<IfModule mod_mime.c>",
    "  RemoveLanguage .br",
    "  RemoveType .br .gz",
    "  AddEncoding br .br",
    "  AddEncoding gzip .gz",
    "</IfModule>\n",
  ].join("\n");
  return [...others, ...text, ...named, encodings].join("");
}

/** `always`: also on errors. The last line for a header wins. */
function headerLines({ base, headers }: HostRules): readonly string[] {
  const { hashed, open, pages, others } = PATH_CLASSES;
  const set = (fields: Headers, condition = ""): readonly string[] =>
    Object.entries(fields).map(([name, value]) => `Header always set ${name} "${value}"${condition}`);
  const conditional = [pages, open, hashed].flatMap((each) =>
    set(each.headers, ` "expr=%{REQUEST_URI} =~ m#${patternOfFiles(base, each.pattern)}#"`),
  );
  return [
    // mod_deflate adds a suffix to the ETag, but does not recognize it.
    String.raw`RequestHeader edit* If-None-Match "-gzip\"" "\""`,
    ...set({ ...headers, ...others.headers }),
    ...conditional,
    `Header merge Vary "Accept-Encoding" "expr=%{REQUEST_URI} =~ m#${String.raw`\.(${COMPRESSIBLE.join("|")})(\.br|\.gz)?$`}#"`,
  ];
}

/** When headers are set, the path is already that of the file, which may be a precompressed one. */
function patternOfFiles(base: string, pattern: string): string {
  return patternBelow(base, { globs: [], pattern: `(?:${pattern})(?:\\.br|\\.gz)?`, headers: {} });
}

/** Hides files for hosts, files whose names start with a dot, and folder listings. */
function hidden(hostFiles: readonly string[]): readonly string[] {
  const names = hostFiles.filter((name) => !name.startsWith(".")).map(escaped);
  return [
    `RewriteRule "^(${names.join("|")})$" - [R=404,L]`,
    String.raw`RewriteRule "(^|/)\.(?!well-known(/|$))" - [R=404,L]`,
    "RewriteCond %{REQUEST_FILENAME} -d",
    "RewriteCond %{REQUEST_FILENAME}/index.html !-f",
    'RewriteRule "/$" - [R=404,L]',
  ];
}

function redirects({ base, redirects: moved }: HostRules): readonly string[] {
  return moved.map(({ from, to }) => {
    const path = escaped(from.slice(base.length)).replace(/\/$/, "/?");
    return `RewriteRule "^${path}$" "${to.replaceAll("%", String.raw`\%`)}" [R=301,L,NE]`;
  });
}

function precompressed(): readonly string[] {
  return ENCODINGS.flatMap(({ coding, extension }) => [
    `RewriteCond %{HTTP:Accept-Encoding} ${acceptedPattern(coding)} [NC]`,
    `RewriteCond %{REQUEST_FILENAME}index.html.${extension} -f`,
    `RewriteRule "^(.*/)?$" "%{REQUEST_URI}index.html.${extension}" [L,E=no-gzip:1]`,
    `RewriteCond %{HTTP:Accept-Encoding} ${acceptedPattern(coding)} [NC]`,
    `RewriteCond %{REQUEST_FILENAME}.${extension} -f`,
    String.raw`RewriteRule "\.(${COMPRESSIBLE.join("|")})$" "%{REQUEST_URI}.${extension}" [L,E=no-gzip:1]`,
  ]);
}

/** mod_deflate compresses even for `gzip;q=0`. */
function noUnacceptedGzip(): readonly string[] {
  return [`RewriteCond %{HTTP:Accept-Encoding} !${acceptedPattern("gzip")} [NC]`, "RewriteRule ^ - [E=no-gzip:1]"];
}

/** Matches an `Accept-Encoding` that names the coding with a weight other than zero (RFC 9110, 12.4.2 and 12.5.3). */
function acceptedPattern(coding: string): string {
  return String.raw`(?:^|,)\s*${coding}\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[^,]*)?(?:,|$)`;
}

function compressedTypes(): readonly string[] {
  return [...new Set(COMPRESSIBLE.map((extension) => bareType(mediaType(`.${extension}`))))];
}

import { CONFIGURATION_FILES } from "./configuration-files.ts";
import type { HostRules } from "./host-rules.ts";
import { bareType, COMPRESSIBLE, MEDIA_TYPES, mediaType, NAMED_MEDIA_TYPES } from "./media-types.ts";
import { escaped, type Headers, PATH_CLASSES, patternBelow } from "./path-classes.ts";

/** Of the same content: what Apache looks for, by what the browser accepts, best first. */
const ENCODINGS = [
  { accepted: "br", ending: "br" },
  { accepted: "gzip", ending: "gz" },
];

/** `.htaccess`, for a folder with `AllowOverride FileInfo`. Every module may be missing. */
export function htaccess(rules: HostRules): string {
  return [
    `ErrorDocument 404 ${rules.base}404.html`,
    mediaTypes(),
    within("mod_headers.c", headerLines(rules)),
    within("mod_rewrite.c", ["RewriteEngine On", ...hidden(), ...redirects(rules), ...precompressed()]),
    within("mod_deflate.c", [`AddOutputFilterByType DEFLATE ${compressedTypes().join(" ")}`]),
  ].join("\n");
}

function within(module: string, lines: readonly string[]): string {
  return `<IfModule ${module}>\n${lines.map((line) => `  ${line}\n`).join("")}</IfModule>`.concat("\n");
}

/** A compressed file has the type of what it holds. */
function mediaTypes(): string {
  const forced = (pattern: string, type: string): string => `<FilesMatch "${pattern}">\n  ForceType "${type}"\n</FilesMatch>\n`;
  const text = COMPRESSIBLE.map((ending) => forced(String.raw`\.${ending}(\.br|\.gz)?$`, mediaType(`.${ending}`)));
  const others = Object.entries(MEDIA_TYPES)
    .filter(([ending]) => !COMPRESSIBLE.includes(ending))
    .map(([ending, type]) => `AddType ${type} .${ending}\n`);
  const named = Object.entries(NAMED_MEDIA_TYPES).map(([name, type]) => forced(String.raw`^${escaped(name)}(\.br|\.gz)?$`, type));
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

/** Also on errors. Of two lines for one header the last counts. */
function headerLines({ base, headers }: HostRules): readonly string[] {
  const { hashed, open, pages, others } = PATH_CLASSES;
  const set = (fields: Headers, condition = ""): readonly string[] =>
    Object.entries(fields).map(([name, value]) => `Header always set ${name} "${value}"${condition}`);
  const conditional = [pages, open, hashed].flatMap((each) =>
    set(each.headers, ` "expr=%{REQUEST_URI} =~ m#${patternOfFiles(base, each.pattern)}#"`),
  );
  return [
    ...set({ ...headers, ...others.headers }),
    ...conditional,
    `Header merge Vary "Accept-Encoding" "expr=%{REQUEST_URI} =~ m#${String.raw`\.(${COMPRESSIBLE.join("|")})(\.br|\.gz)?$`}#"`,
  ];
}

/** By the time that headers are set, the path is that of the file, which may be a compressed one. */
function patternOfFiles(base: string, pattern: string): string {
  return patternBelow(base, { globs: [], pattern: `(?:${pattern})(?:\\.br|\\.gz)?`, headers: {} });
}

/** Nobody asks for these by right: files for hosts, files that begin with a dot, lists of folders. */
function hidden(): readonly string[] {
  const names = CONFIGURATION_FILES.filter((name) => !name.startsWith(".")).map(escaped);
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
  return ENCODINGS.flatMap(({ accepted, ending }) => [
    String.raw`RewriteCond %{HTTP:Accept-Encoding} \b${accepted}\b`,
    `RewriteCond %{REQUEST_FILENAME}index.html.${ending} -f`,
    `RewriteRule "^(.*/)?$" "%{REQUEST_URI}index.html.${ending}" [L,E=no-gzip:1]`,
    String.raw`RewriteCond %{HTTP:Accept-Encoding} \b${accepted}\b`,
    `RewriteCond %{REQUEST_FILENAME}.${ending} -f`,
    String.raw`RewriteRule "\.(${COMPRESSIBLE.join("|")})$" "%{REQUEST_URI}.${ending}" [L,E=no-gzip:1]`,
  ]);
}

function compressedTypes(): readonly string[] {
  return [...new Set(COMPRESSIBLE.map((ending) => bareType(mediaType(`.${ending}`))))];
}

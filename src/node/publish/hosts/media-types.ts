/** The media type of every kind of file in a publication, by file extension. */
export const MEDIA_TYPES: Readonly<Record<string, string>> = {
  avif: "image/avif",
  css: "text/css; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  html: "text/html; charset=utf-8",
  ico: "image/x-icon",
  jpg: "image/jpeg",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  mjs: "text/javascript; charset=utf-8",
  pagefind: "application/octet-stream",
  pf_filter: "application/octet-stream",
  pf_fragment: "application/octet-stream",
  pf_index: "application/octet-stream",
  pf_meta: "application/octet-stream",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  wasm: "application/wasm",
  webmanifest: "application/manifest+json",
  webp: "image/webp",
  woff2: "font/woff2",
  xml: "application/xml; charset=utf-8",
  xsl: "application/xml; charset=utf-8",
};

/** Files with a more specific type than their extension says. XML feeds are not among them: browsers only display plain XML. */
export const NAMED_MEDIA_TYPES: Readonly<Record<string, string>> = {
  "feed.json": "application/feed+json",
};

const UNKNOWN = "application/octet-stream";

export function mediaType(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return NAMED_MEDIA_TYPES[name] ?? MEDIA_TYPES[name.slice(name.lastIndexOf(".") + 1)] ?? UNKNOWN;
}

/** Without its parameters, such as the character encoding. */
export function bareType(type: string): string {
  return type.split(";")[0] ?? type;
}

/** Extensions of files that are worth compressing. */
export const COMPRESSIBLE: readonly string[] = Object.entries(MEDIA_TYPES)
  .filter(([, type]) => /^text\/|json|xml|wasm/.test(type))
  .map(([extension]) => extension);

import type { SitePath } from "../../../model/urls.ts";
import type { Finding } from "./output-diagnostics.ts";
import type { Link } from "./page-links.ts";

/** A link resolved: a path of this site, another place, or a link that must not be published. */
export type ResolvedLink =
  | { readonly kind: "internal"; readonly path: SitePath; readonly fragment: string }
  | { readonly kind: "external" }
  | ({ readonly kind: "invalid" } & Finding);

/** Where a link is. */
interface LinkContext {
  readonly page: SitePath;
  /** The site's address; ends in a slash. */
  readonly siteUrl: string | undefined;
  /** Whether the page is served at any depth, so that relative links would break. */
  readonly isServedAnywhere: boolean;
}

const EXTERNAL: ResolvedLink = { kind: "external" };

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
/** Others run code, or name a file on somebody's computer. */
const SCHEMES: ReadonlySet<string> = new Set(["https", "http", "mailto", "tel"]);
/** Loopback and private hosts (RFC 1918, 6761, 6762). */
const PRIVATE_HOST =
  /^https?:\/\/(?:[^/?#]*@)?(?:(?:[^/?#:@]*\.)?(?:localhost|local|internal)|127\.[\d.]+|0\.0\.0\.0|10\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|\[::1\])(?:[:/?#]|$)/i;

/** Checks how a link is written, and resolves it against its page if it stays within the site. */
export function resolveLink({ url, use }: Link, { page, siteUrl, isServedAnywhere }: LinkContext): ResolvedLink {
  if (url === "" && use !== "hyperlink") return invalid("is empty", "name a file, or remove the attribute");
  if (siteUrl !== undefined && isBelow(url, siteUrl)) {
    const link = resolveWithin("/", url.slice(siteUrl.length));
    const mayBeAbsolute = use === "absolute" || (isServedAnywhere && use === "hyperlink");
    if (mayBeAbsolute || link.kind !== "internal") return link;
    if (isServedAnywhere) return invalid("loads a file, which 404.html must not", "inline what 404.html needs");
    return invalid(
      "contains the site’s own address, so it leaves any copy of the site",
      `write ${link.path}, in templates with href()`,
    );
  }
  const scheme = SCHEME.exec(url)?.[1]?.toLowerCase();
  if (scheme !== undefined) return checkScheme(scheme, url, use);
  if (url.startsWith("//")) return invalid("has a host but no scheme", "start it with https:");
  if (url.startsWith("/")) return invalid("starts at the root of the host, where the site may not be", "use href()");
  if (use === "absolute") return invalid("is relative, but read by other programs", "use hrefAbsolute()");
  if (isServedAnywhere && !url.startsWith("#"))
    return invalid("is relative, but 404.html is served at any depth", "use hrefAbsolute()");
  return resolveWithin(page, url);
}

function isBelow(url: string, siteUrl: string): boolean {
  return url.startsWith(siteUrl) || (url.length === siteUrl.length - 1 && siteUrl.startsWith(url));
}

function checkScheme(scheme: string, url: string, use: Link["use"]): ResolvedLink {
  if (scheme === "data" && use === "resource") return EXTERNAL;
  if (!SCHEMES.has(scheme)) return invalid(`has the scheme ${scheme}:, which readers cannot or must not follow`, "use https:");
  if (PRIVATE_HOST.test(url)) return invalid("points to a host that readers cannot reach", "use a public address");
  return EXTERNAL;
}

/** Resolves a URL that is relative to a page, or to a folder that ends in a slash. */
function resolveWithin(from: SitePath, url: string): ResolvedLink {
  const hash = url.indexOf("#");
  const fragment = hash === -1 ? "" : decode(url.slice(hash + 1));
  const beforeHash = hash === -1 ? url : url.slice(0, hash);
  const query = beforeHash.indexOf("?");
  const relative = query === -1 ? beforeHash : beforeHash.slice(0, query);
  const path = relative === "" ? from : resolvePath(from.slice(0, from.lastIndexOf("/") + 1), relative);
  if (!isPath(path)) return invalid("climbs above the root of the site", "use href()");
  return { kind: "internal", path, fragment };
}

function isPath(path: string | undefined): path is SitePath {
  return path?.startsWith("/") ?? false;
}

/** Undefined above the root: a browser would stop at the root of the host, which may be another site. */
function resolvePath(folder: string, relative: string): string | undefined {
  // Fast path: most links climb to the root, then descend.
  let climbed = 0;
  let end = folder.length;
  for (; relative.startsWith("../", climbed); climbed += 3) {
    if (end === 1) return undefined;
    end = folder.lastIndexOf("/", end - 2) + 1;
  }
  const [base, rest] = [folder.slice(0, end), relative.slice(climbed)];
  if (!rest.includes("./") && !rest.endsWith(".")) return decode(base + rest);
  const segments = rest.split("/");
  const folders = base.split("/").slice(1, -1);
  for (const [index, segment] of segments.entries()) {
    const isLast = index === segments.length - 1;
    if (segment === ".." && folders.pop() === undefined) return undefined;
    if (segment !== ".." && segment !== "." && !isLast) folders.push(segment);
  }
  const last = segments.at(-1) ?? "";
  const name = last === "." || last === ".." ? "" : last;
  return decode(`/${folders.map((segment) => `${segment}/`).join("")}${name}`);
}

/** Decodes percent escapes; like a browser, it leaves invalid ones alone. */
function decode(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function invalid(message: string, fix: string): ResolvedLink {
  return { kind: "invalid", message, fix };
}

/** A path in an absolute URL; a query and a fragment come after it. */
const PATH = /[\w\-./%~+@]*/y;

/**
 * Finds the site's absolute URLs in a text, such as a feed, a sitemap or structured data, and returns their paths.
 * Fragments do not count: there they identify things, and need no element of that id.
 */
export function internalPaths(text: string, siteUrl: string): readonly SitePath[] {
  const paths: SitePath[] = [];
  for (let at = text.indexOf(siteUrl); at !== -1; at = text.indexOf(siteUrl, at + siteUrl.length)) {
    PATH.lastIndex = at + siteUrl.length;
    const path = PATH.exec(text)?.[0] ?? "";
    // A full stop at the end belongs to the sentence.
    paths.push(`/${path.replace(/\.+$/, "")}`);
  }
  return paths;
}

import { ASSETS, PICTURES, SEARCH_INDEX } from "../../../model/urls.ts";

/** HTTP header fields by name. */
export type Headers = Readonly<Record<string, string>>;

/** Paths whose responses have the same headers, besides those that every response has. */
export interface PathClass {
  /**
   * Paths from the root of the publication; `*` matches anything, including slashes. Pages have none: they end in a
   * slash, which globs of most hosts cannot express.
   */
  readonly globs: readonly string[];
  /** The same paths as a regular expression that JavaScript, PCRE and RE2 all understand. */
  readonly pattern: string;
  readonly headers: Headers;
}

const IMMUTABLE: Headers = { "Cache-Control": "max-age=31536000, immutable" };
const REVALIDATE: Headers = { "Cache-Control": "no-cache" };

/** The extensions of the files of a search shard that have a content hash in their names. */
const HASHED_INDEX = ["pf_fragment", "pf_index", "pf_filter", "pf_meta"];

/**
 * The classes of paths, in order: the first that matches wins. Files with a content hash in their names are immutable,
 * machine-readable files are open to other origins, and pages must not be embedded by other sites. Pictures may be, since
 * feeds and cards show them there.
 */
export const PATH_CLASSES: Readonly<Record<"hashed" | "open" | "pages" | "others", PathClass>> = {
  hashed: pathClass(
    [`${ASSETS}*`, `${PICTURES}*`, ...HASHED_INDEX.map((extension) => `${SEARCH_INDEX}*.${extension}`)],
    IMMUTABLE,
  ),
  open: pathClass(["/*.xml", "/*.json", "/*.csv"], { ...REVALIDATE, "Access-Control-Allow-Origin": "*" }),
  pages: {
    globs: [],
    pattern: String.raw`/(?:.*/)?(?:[^/]*\.html)?`,
    headers: { ...REVALIDATE, "Cross-Origin-Resource-Policy": "same-origin" },
  },
  others: pathClass(["/*"], REVALIDATE),
};

function pathClass(globs: readonly string[], headers: Headers): PathClass {
  return { globs, pattern: globs.map((glob) => escaped(glob).replaceAll(String.raw`\*`, ".*")).join("|"), headers };
}

/** Escapes a text for use in a regular expression. */
export function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}

/** The regular expression of a class for a publication at `base`, which ends in a slash. */
export function patternBelow(base: string, { pattern }: PathClass): string {
  return `^${escaped(base.slice(0, -1))}(?:${pattern})$`;
}

import { ASSETS, PICTURES, SEARCH_INDEX } from "../../../model/urls.ts";

/** Names and values of fields of HTTP. */
export type Headers = Readonly<Record<string, string>>;

/** Paths that are answered with the same headers, besides those that every answer has. */
export interface PathClass {
  /**
   * By path from the publication's root; `*` stands for anything, slashes included. Pages have none: what they have in
   * common, an end in a slash, most hosts cannot say so.
   */
  readonly globs: readonly string[];
  /** The same paths as a regular expression of the words that JavaScript, PCRE and RE2 share. */
  readonly pattern: string;
  readonly headers: Headers;
}

const FOR_GOOD: Headers = { "Cache-Control": "max-age=31536000, immutable" };
const ASK_AGAIN: Headers = { "Cache-Control": "no-cache" };

/** Endings of the files of a search volume whose names change with their content. */
const HASHED_INDEX = ["pf_fragment", "pf_index", "pf_filter", "pf_meta"];

/**
 * What kinds of files there are. The first class that a path belongs to counts.
 *
 * Browsers keep for good what is named after its content. Programs on other sites may read what is written for them.
 * Pages may not be loaded into other sites; pictures may, since feeds and cards show them there.
 */
export const PATH_CLASSES: Readonly<Record<"hashed" | "open" | "pages" | "others", PathClass>> = {
  hashed: pathClass([`${ASSETS}*`, `${PICTURES}*`, ...HASHED_INDEX.map((ending) => `${SEARCH_INDEX}*.${ending}`)], FOR_GOOD),
  open: pathClass(["/*.xml", "/*.json", "/*.csv"], { ...ASK_AGAIN, "Access-Control-Allow-Origin": "*" }),
  pages: {
    globs: [],
    pattern: String.raw`/(?:.*/)?(?:[^/]*\.html)?`,
    headers: { ...ASK_AGAIN, "Cross-Origin-Resource-Policy": "same-origin" },
  },
  others: pathClass(["/*"], ASK_AGAIN),
};

function pathClass(globs: readonly string[], headers: Headers): PathClass {
  return { globs, pattern: globs.map((glob) => escaped(glob).replaceAll(String.raw`\*`, ".*")).join("|"), headers };
}

/** A text within a regular expression that stands for itself. */
export function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}

/** A regular expression for the paths of a class below `base`, which ends in a slash. */
export function patternBelow(base: string, { pattern }: PathClass): string {
  return `^${escaped(base.slice(0, -1))}(?:${pattern})$`;
}

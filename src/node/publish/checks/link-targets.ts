import { nearest } from "../../../lib/nearest.ts";
import { outputFile, type SitePath } from "../../../model/urls.ts";
import type { DiagnosticList, Finding, IsCause } from "./output-diagnostics.ts";

/** The place of a link. */
interface LinkSource {
  readonly page: SitePath;
  readonly element: string;
}

interface Target {
  readonly path: SitePath;
  readonly fragment: string;
  /** The first few links to it. */
  readonly sources: LinkSource[];
  count: number;
}

/** What targets are checked against. */
interface Output {
  /** The site's address; ends in a slash. */
  readonly siteUrl: string | undefined;
  /** Every file, such as `politics/index.html`. */
  readonly files: ReadonlySet<string>;
  /** The ids on every page, each with a space before and after it. */
  readonly idsOf: ReadonlyMap<SitePath, string>;
  /** What a page was made from. */
  readonly sourceOf: (page: SitePath) => string;
  /** The content file of every page that must not be published. */
  readonly unpublished: ReadonlyMap<SitePath, string>;
}

const MAX_SOURCES = 3;

/** Collects what pages link to, each target once: a large archive has a million links, but only as many targets as pages. */
export class LinkTargets {
  readonly #targets = new Map<string, Target>();

  /**
   * Counts a link.
   *
   * @returns a list to add its source to, unless the target has enough of them
   */
  count(path: SitePath, fragment: string): LinkSource[] | undefined {
    const key = fragment === "" ? path : `${path}#${fragment}`;
    let target = this.#targets.get(key);
    if (!target) {
      target = { path: `/${copyString(path.slice(1))}`, fragment: copyString(fragment), sources: [], count: 0 };
      this.#targets.set(copyString(key), target);
    }
    target.count += 1;
    return target.sources.length < MAX_SOURCES ? target.sources : undefined;
  }

  /** Reports every broken link. */
  check(output: Output, diagnostics: DiagnosticList): void {
    for (const [key, target] of this.#targets) {
      const finding = checkTarget(target, output);
      if (!finding) continue;
      for (const { page, element } of target.sources) {
        diagnostics.add(key, { source: output.sourceOf(page), page, element, ...finding }, linksTo(target, output));
      }
      diagnostics.addCount(key, target.count - target.sources.length);
    }
  }
}

/** Copies a string to memory of its own: V8 keeps a whole page alive for a slice of it. */
export function copyString(text: string): string {
  return Buffer.from(text).toString();
}

/** Whether a line of content has a link to a target, from the site's root or by its whole address. */
function linksTo({ path, fragment }: Target, { siteUrl }: Output): IsCause {
  const written = fragment === "" ? [path] : [`${path}#${fragment}`, `${path}#${encodeURIComponent(fragment)}`];
  const whole = siteUrl === undefined ? [] : written.map((link) => `${siteUrl}${link.slice(1)}`);
  const starts = [...written.flatMap((link) => [`(${link}`, `]: ${link}`]), ...whole];
  return (line) =>
    starts.some((start) =>
      line
        .split(start)
        .slice(1)
        .some((rest) => !/^[\w\-/%~+@]/.test(rest)),
    );
}

type TargetFinding = Pick<Finding, "message" | "fix">;

function checkTarget({ path, fragment }: Target, output: Output): TargetFinding | undefined {
  if (!output.files.has(outputFile(path))) return missingPage(path, output);
  const ids = output.idsOf.get(path);
  // Fragments of other files are not checked.
  return ids === undefined ? undefined : checkFragment(path, fragment, ids.trim().split(" "));
}

/** Reports a fragment that names no element of its page. */
export function checkFragment(path: SitePath, fragment: string, ids: readonly string[]): TargetFinding | undefined {
  if (fragment === "" || needsNoId(fragment) || ids.includes(fragment)) return undefined;
  const meant = nearest(fragment, ids);
  return {
    message: `links to #${fragment}, which ${path} does not have`,
    fix: meant === undefined ? "name an id of that page, or the page alone" : `write #${meant}`,
  };
}

/** The top of the page and text fragments (HTML, scrolling to a fragment; URL Fragment Text Directives). */
function needsNoId(fragment: string): boolean {
  return fragment.toLowerCase() === "top" || fragment.startsWith(":~:");
}

function missingPage(path: SitePath, { files, idsOf, unpublished }: Output): TargetFinding {
  const file = unpublished.get(path);
  if (file !== undefined) {
    return { message: `links to ${path}, which is not published`, fix: `publish ${file} first, or remove the link` };
  }
  if (files.has(outputFile(`${path}/`))) return { message: `links to ${path}, which is a folder`, fix: `write ${path}/` };
  const meant = nearest(path, [...idsOf.keys()]);
  return {
    message: `links to ${path}, which does not exist`,
    fix: meant === undefined ? "link to an existing page or file" : `link to ${meant}, or another existing page or file`,
  };
}

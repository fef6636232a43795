import { nearest } from "../../../lib/nearest.ts";
import type { SitePath } from "../../../model/urls.ts";
import { detached } from "./detached.ts";
import type { FaultList } from "./fault-list.ts";
import type { OutputDiagnostic } from "./output-fault.ts";

type Problem = Pick<OutputDiagnostic, "problem" | "remedy">;

interface PageContext {
  readonly page: SitePath;
  readonly element: string;
}

/** Where a target is linked from: the first few places, and how many there are. */
interface Target {
  readonly path: SitePath;
  readonly fragment: string;
  readonly places: PageContext[];
  count: number;
}

/** What targets are held against. */
export interface Output {
  /** Every file, such as `politics/index.html`. */
  readonly files: ReadonlySet<string>;
  /** Every page with its ids, one after the other between spaces. */
  readonly idsOf: ReadonlyMap<SitePath, string>;
  /** What a page was made from. */
  readonly sourceOf: (page: SitePath) => string;
  /** The file of a story or page that is written and not published. */
  readonly unpublished: ReadonlyMap<SitePath, string>;
}

const PLACES_KEPT = 3;

/** All that pages link to, each once: a large archive links a million times, to as many places as it has pages. */
export class LinkTargets {
  readonly #targets = new Map<string, Target>();

  /**
   * Counts a link.
   *
   * @returns where to note its place, of the first few
   */
  count(path: SitePath, fragment: string): PageContext[] | undefined {
    const key = fragment === "" ? path : `${path}#${fragment}`;
    let target = this.#targets.get(key);
    if (!target) {
      target = { path: `/${detached(path.slice(1))}`, fragment: detached(fragment), places: [], count: 0 };
      this.#targets.set(detached(key), target);
    }
    target.count += 1;
    return target.places.length < PLACES_KEPT ? target.places : undefined;
  }

  /** Complains of every target that is not there. */
  check(output: Output, faults: FaultList): void {
    for (const [key, target] of this.#targets) {
      const problem = problemOf(target, output);
      if (!problem) continue;
      for (const place of target.places) faults.add(key, { source: output.sourceOf(place.page), ...place, ...problem });
      faults.addUntold(key, target.count - target.places.length);
    }
  }
}

/** The file that answers an address. */
function fileOf(path: SitePath): string {
  return path.endsWith("/") ? `${path.slice(1)}index.html` : path.slice(1);
}

function problemOf({ path, fragment }: Target, output: Output): Problem | undefined {
  if (!output.files.has(fileOf(path))) return missingPage(path, output);
  const ids = output.idsOf.get(path);
  // In what is no page, a fragment may be anything.
  return ids === undefined ? undefined : missingFragment(path, fragment, ids.trim().split(" "));
}

/** What is wrong with a fragment that names an element of a page, if anything. */
export function missingFragment(path: SitePath, fragment: string, ids: readonly string[]): Problem | undefined {
  if (fragment === "" || isOfText(fragment) || ids.includes(fragment)) return undefined;
  const meant = nearest(fragment, ids);
  return {
    problem: `leads to #${fragment}, which ${path} does not have`,
    remedy: meant === undefined ? "name an id of that page, or the page alone" : `name #${meant}`,
  };
}

/** The top of a page and words within it need no id (HTML, scrolling to a fragment; URL Fragment Text Directives). */
function isOfText(fragment: string): boolean {
  return fragment.toLowerCase() === "top" || fragment.startsWith(":~:");
}

function missingPage(path: SitePath, { files, idsOf, unpublished }: Output): Problem {
  const file = unpublished.get(path);
  if (file !== undefined) {
    return { problem: `leads to ${path}, which is not published`, remedy: `publish ${file} first, or remove the link` };
  }
  if (files.has(fileOf(`${path}/`))) return { problem: `leads to ${path}, which is a folder`, remedy: `name ${path}/` };
  const meant = nearest(path, [...idsOf.keys()]);
  return {
    problem: `leads to ${path}, which is not there`,
    remedy: meant === undefined ? "name a page or file that is there" : `name ${meant}, or whatever else is there`,
  };
}

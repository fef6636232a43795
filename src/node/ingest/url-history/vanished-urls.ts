import type { Diagnostic } from "../../../lib/diagnostic.ts";
import { nearest } from "../../../lib/nearest.ts";
import type { UrlHistory } from "../../../model/url-history.ts";

/** Stories and archives lie in folders of years and months: what is below a month did not move with it. */
const IN_A_YEAR = /^\/\d{4}\//;

interface UrlState {
  /** Whether an address is published, now or on a future date. */
  readonly isPublished: (address: string) => boolean;
  readonly isMoved: (address: string) => boolean;
}

/**
 * Reports addresses of the history that would disappear, each with an entry to paste into `redirects.yaml`. A listing
 * that vanished together with everything below it is reported once.
 */
export function checkVanishedUrls(
  history: UrlHistory,
  file: string,
  { isPublished, isMoved }: UrlState,
  findSuccessor: SuccessorFinder,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const sorted = [...history.keys()].sort();
  for (let at = 0; at < sorted.length; ) {
    const address = sorted[at] ?? "/";
    const below = isPublished(address) || isMoved(address) || IN_A_YEAR.test(address) ? [] : allBelow(address, sorted, at);
    const isWholeListing = below.length > 0 && !below.some(isPublished);
    const vanished = (isWholeListing ? [address, ...below] : [address]).filter((each) => !isPublished(each) && !isMoved(each));
    const [first, ...others] = vanished;
    if (first !== undefined) {
      diagnostics.push({
        file,
        line: history.get(first),
        field: "address",
        message: `${first} would disappear${alsoBelow(others.length)}`,
        fix: `restore it, or add to redirects.yaml: ${redirectEntry(address, others.length > 0, findSuccessor(address))}`,
      });
    }
    at += isWholeListing ? 1 + below.length : 1;
  }
  return diagnostics;
}

/** The addresses with `sorted[at]` as their prefix, which follow it directly. */
function allBelow(address: string, sorted: readonly string[], at: number): readonly string[] {
  if (!address.endsWith("/")) return [];
  let end = at + 1;
  while (sorted[end]?.startsWith(address)) end += 1;
  return sorted.slice(at + 1, end);
}

function alsoBelow(count: number): string {
  if (count === 0) return "";
  return `, and ${count === 1 ? "an address" : `${count} addresses`} below it`;
}

/** An entry of `redirects.yaml`. The successor of a listing has the same pages below it; a folder above the listing has not. */
function redirectEntry(address: string, isWholeListing: boolean, to: string): string {
  if (!isWholeListing) return `- { from: ${address}, to: ${to} }`;
  const isAbove = address.startsWith(to);
  return `- { from: ${address}*, to: ${to}${isAbove ? "" : "*"} }`;
}

/** Returns the published address that most likely replaces one that vanished. */
type SuccessorFinder = (address: string) => string;

/**
 * Finds successors in this order: the same name in another folder, as of a story whose date was changed; the nearest name
 * among the new addresses of the same folder; the nearest published folder above.
 *
 * @param published every address of this edition
 * @param isRecorded whether an address was published before
 */
export function successorFinder(published: ReadonlySet<string>, isRecorded: (address: string) => boolean): SuccessorFinder {
  let index: SuccessorIndex | undefined;
  return (address) => {
    // Built on demand: in most builds no address vanishes.
    index ??= indexSuccessors(published, isRecorded);
    // Years and months have the same name in every listing.
    if (/^\d+$/.test(nameOf(address))) return nearestAbove(address, published);
    const namesake = index.byName.get(nameAndDepth(address))?.[0];
    return namesake ?? nearestSibling(address, index.newIn.get(folderAbove(address)) ?? []) ?? nearestAbove(address, published);
  };
}

interface SuccessorIndex {
  readonly byName: ReadonlyMap<string, readonly string[]>;
  readonly newIn: ReadonlyMap<string, readonly string[]>;
}

function indexSuccessors(published: ReadonlySet<string>, isRecorded: (address: string) => boolean): SuccessorIndex {
  const unrecorded = [...published].filter((address) => !isRecorded(address));
  return { byName: Map.groupBy(published, nameAndDepth), newIn: Map.groupBy(unrecorded, folderAbove) };
}

function nearestSibling(address: string, siblings: readonly string[]): string | undefined {
  const alike = siblings.filter((sibling) => sibling.endsWith("/") === address.endsWith("/") && !/^\d+$/.test(nameOf(sibling)));
  if (alike.length === 1) return alike[0];
  const name = nearest(nameOf(address), alike.map(nameOf));
  return alike.find((sibling) => nameOf(sibling) === name);
}

function nearestAbove(address: string, published: ReadonlySet<string>): string {
  const above = folderAbove(address);
  return above === "/" || published.has(above) ? above : nearestAbove(above, published);
}

/** `/2026/01/07/` of `/2026/01/07/paris-talks-channel/`. */
function folderAbove(address: string): string {
  return address.slice(0, address.lastIndexOf("/", address.length - 2) + 1) || "/";
}

function nameOf(address: string): string {
  return address.slice(folderAbove(address).length).replace(/\/$/, "");
}

function nameAndDepth(address: string): string {
  return `${address.split("/").length} ${nameOf(address)}`;
}

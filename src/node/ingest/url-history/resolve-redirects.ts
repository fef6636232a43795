import type { Diagnostic } from "../../../lib/diagnostic.ts";
import { nearest } from "../../../lib/nearest.ts";
import { externalAddress, isSitePath, type Redirect, wildcardFolder } from "../../../model/redirects.ts";
import type { UrlHistory } from "../../../model/url-history.ts";

/** An entry of `redirects.yaml`. */
export interface RedirectEntry {
  /** An address, or a wildcard such as `/topics/old/*`. */
  readonly from: string;
  /** An address of the site or elsewhere; what the `*` of `from` matched replaces the one at its end. */
  readonly to: string;
  readonly diagnostic: (field: "from" | "to", message: string, fix: string) => Diagnostic;
}

/** The URLs that redirects are checked against. */
export interface PublishedUrls {
  /** Published in this edition. */
  readonly now: ReadonlySet<string>;
  /** Published once every story of the future is: a superset of `now`. */
  readonly eventually: ReadonlySet<string>;
  /** Whether the edition lacks pages that others have: its clock is in the past, or it has no address and so no feeds. */
  readonly isPartial: boolean;
  /** Undefined if nothing was ever recorded. */
  readonly history: UrlHistory | undefined;
}

interface ResolvedRedirects {
  /** Those of this edition, sorted by `from`, without those to pages that a partial edition lacks. */
  readonly redirects: readonly Redirect[];
  readonly isMoved: (address: string) => boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** From address to target. */
type Moves = Map<string, string>;

/** Checks redirects against the published URLs, and expands wildcards into one redirect for each address. */
export function resolveRedirects(entries: readonly RedirectEntry[], published: PublishedUrls): ResolvedRedirects {
  const diagnostics: Diagnostic[] = [];
  const moves: Moves = new Map();
  const seen = new Set<string>();
  // The most specific entry wins: an address before a wildcard, an inner folder before an outer one.
  for (const entry of entries.toSorted(bySpecificity)) {
    // Many file systems ignore case.
    if (seen.has(entry.from.toLowerCase())) diagnostics.push(entry.diagnostic("from", "is redirected twice", "remove one entry"));
    seen.add(entry.from.toLowerCase());
    const moved = matchedBy(entry, published);
    if (moved.length === 0) {
      const message = "matches no address that was once published and no longer is";
      diagnostics.push(entry.diagnostic("from", message, "remove the entry, or write the prefix of addresses in addresses.txt"));
    }
    for (const address of moved) if (!moves.has(address)) moves.set(address, targetOf(address, entry, published.now));
  }
  for (const entry of entries) diagnostics.push(...checkFrom(entry, published), ...checkTo(entry, published, moves));
  const redirects = [...moves]
    .flatMap(([from, to]): Redirect[] => (isSitePath(from) && isInEffect(to, published) ? [{ from, to }] : []))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  return { redirects, isMoved: (address) => moves.has(address), diagnostics };
}

function bySpecificity(a: RedirectEntry, b: RedirectEntry): number {
  return Number(a.from.endsWith("*")) - Number(b.from.endsWith("*")) || b.from.length - a.from.length;
}

/** The addresses that an entry redirects: a wildcard matches those in the history that are no longer published. */
function matchedBy({ from }: RedirectEntry, { history, eventually }: PublishedUrls): readonly string[] {
  const folder = wildcardFolder(from);
  if (folder === undefined) return [from];
  return [...(history?.keys() ?? [])].filter((address) => address.startsWith(folder) && !eventually.has(address));
}

/** The target of one address. Under a wildcard it is the same path in the new folder, or the folder if that is not published. */
function targetOf(address: string, { from, to }: RedirectEntry, now: ReadonlySet<string>): string {
  const [oldFolder, newFolder] = [wildcardFolder(from), wildcardFolder(to)];
  if (newFolder === undefined) return externalAddress(to) ?? to;
  const samePath = `${newFolder}${oldFolder === undefined ? "" : address.slice(oldFolder.length)}`;
  return externalAddress(samePath) ?? (now.has(samePath) ? samePath : newFolder);
}

function isInEffect(to: string, { now }: PublishedUrls): to is Redirect["to"] {
  return externalAddress(to) !== undefined || now.has(to);
}

function checkFrom({ from, diagnostic }: RedirectEntry, { eventually }: PublishedUrls): readonly Diagnostic[] {
  const lower = from.toLowerCase();
  const taken = [from, `${from}/`, lower, `${lower}/`].find((address) => eventually.has(address));
  if (taken === undefined) return [];
  return [diagnostic("from", `is the address of the page published at ${taken}`, "remove the entry, or that page")];
}

function checkTo({ from, to, diagnostic }: RedirectEntry, published: PublishedUrls, moves: Moves): readonly Diagnostic[] {
  const folder = wildcardFolder(to);
  if (folder !== undefined && wildcardFolder(from) === undefined) {
    return [diagnostic("to", "ends in `*`, but `from` does not", "remove the `*`, or put one at the end of `from`")];
  }
  const target = folder ?? to;
  if (externalAddress(target) !== undefined) return [];
  const chain = redirectChain(from, target, moves);
  const end = chain.at(-1) ?? target;
  if (chain.indexOf(end) < chain.length - 1) {
    return [diagnostic("to", `is a redirect loop: ${chain.join(" → ")}`, "write the address of a published page")];
  }
  if (chain.length > 2) return [diagnostic("to", `leads to ${target}, which is redirected itself`, `write ${end}`)];
  const { now, eventually, isPartial } = published;
  if (now.has(target) || (isPartial && eventually.has(target))) return [];
  if (eventually.has(target)) {
    return [diagnostic("to", `leads to ${target}, which is not published yet`, "write the address of a published page")];
  }
  const match = nearest(target, [...now]);
  const fix = match === undefined ? "write the address of a published page" : `write ${match}`;
  return [diagnostic("to", `leads to ${target}, which does not exist`, fix)];
}

/** The addresses that a reader is sent along, up to the end of the chain or the first one that repeats. */
function redirectChain(from: string, target: string, moves: Moves): readonly string[] {
  const chain = [from];
  for (let at: string | undefined = target; at !== undefined; at = moves.get(at)) {
    const isLoop = chain.includes(at);
    chain.push(at);
    if (isLoop) break;
  }
  return chain;
}

import type { Diagnostic } from "../../../lib/diagnostic.ts";
import { nearest } from "../../../lib/nearest.ts";
import { folderOf, foreignAddress, isSitePath, type Redirect } from "../../../model/redirects.ts";
import type { Ledger } from "../../../model/url-history.ts";
import type { WrittenRedirect } from "./redirects-file.ts";

/** The addresses that redirects are held against. */
export interface KnownAddresses {
  /** Those of this edition. */
  readonly now: ReadonlySet<string>;
  /** Those of the edition in which every story of the future is published: all of `now`, and more. */
  readonly eventually: ReadonlySet<string>;
  /** Whether the edition leaves out what others have: its clock lags behind, or it has no address and so no feeds. */
  readonly isPartial: boolean;
  /** Undefined where nothing was ever recorded. */
  readonly ledger: Ledger | undefined;
}

interface Settled {
  /** Those of this edition, in order of address. One to what a partial edition leaves out is not in it. */
  readonly redirects: readonly Redirect[];
  readonly isMoved: (address: string) => boolean;
  readonly faults: readonly Diagnostic[];
}

/** Where each address has moved to. */
type Moves = Map<string, string>;

/** Holds the written redirects against what is published, and replaces those of whole folders by one for each address. */
export function settleRedirects(written: readonly WrittenRedirect[], known: KnownAddresses): Settled {
  const faults: Diagnostic[] = [];
  const moves: Moves = new Map();
  const seen = new Set<string>();
  // What is said of an address itself goes before what is said of its folder, and of the inner folder before the outer.
  for (const redirect of written.toSorted(byPrecision)) {
    // Many disks do not keep capital letters apart.
    if (seen.has(redirect.from.toLowerCase())) faults.push(redirect.fault("from", "is moved twice", "remove one of the two"));
    seen.add(redirect.from.toLowerCase());
    const moved = movedBy(redirect, known);
    if (moved.length === 0) {
      const problem = "stands for no address that was published and is not any more";
      faults.push(redirect.fault("from", problem, `remove the entry, or write the beginning of addresses in addresses.txt`));
    }
    for (const address of moved) if (!moves.has(address)) moves.set(address, targetOf(address, redirect, known.now));
  }
  for (const redirect of written) faults.push(...fromFaults(redirect, known), ...toFaults(redirect, known, moves));
  const redirects = [...moves]
    .flatMap(([from, to]): Redirect[] => (isSitePath(from) && isInEffect(to, known) ? [{ from, to }] : []))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  return { redirects, isMoved: (address) => moves.has(address), faults };
}

function byPrecision(a: WrittenRedirect, b: WrittenRedirect): number {
  return Number(a.from.endsWith("*")) - Number(b.from.endsWith("*")) || b.from.length - a.from.length;
}

/** The addresses that an entry moves: its own, or what was published in its folder and is no more. */
function movedBy({ from }: WrittenRedirect, { ledger, eventually }: KnownAddresses): readonly string[] {
  const folder = folderOf(from);
  if (folder === undefined) return [from];
  return [...(ledger?.keys() ?? [])].filter((address) => address.startsWith(folder) && !eventually.has(address));
}

/** Where one address goes. What lay in a folder goes to its like in the other folder, or to that itself where it has no like. */
function targetOf(address: string, { from, to }: WrittenRedirect, now: ReadonlySet<string>): string {
  const [former, folder] = [folderOf(from), folderOf(to)];
  if (folder === undefined) return foreignAddress(to) ?? to;
  const kept = `${folder}${former === undefined ? "" : address.slice(former.length)}`;
  return foreignAddress(kept) ?? (now.has(kept) ? kept : folder);
}

function isInEffect(to: string, { now }: KnownAddresses): to is Redirect["to"] {
  return foreignAddress(to) !== undefined || now.has(to);
}

function fromFaults({ from, fault }: WrittenRedirect, { eventually }: KnownAddresses): readonly Diagnostic[] {
  const lower = from.toLowerCase();
  const taken = [from, `${from}/`, lower, `${lower}/`].find((address) => eventually.has(address));
  if (taken === undefined) return [];
  return [fault("from", `is the address of what is published at ${taken}`, "remove the entry, or what is published there")];
}

function toFaults({ from, to, fault }: WrittenRedirect, known: KnownAddresses, moves: Moves): readonly Diagnostic[] {
  const folder = folderOf(to);
  if (folder !== undefined && folderOf(from) === undefined) {
    return [fault("to", "ends in `*`, which `from` does not", "remove the `*`, or put one at the end of `from`")];
  }
  const target = folder ?? to;
  if (foreignAddress(target) !== undefined) return [];
  const way = wayFrom(from, target, moves);
  const end = way.at(-1) ?? target;
  if (way.indexOf(end) < way.length - 1) {
    return [fault("to", `leads in a circle: ${way.join(" → ")}`, "write the address of a page that is published")];
  }
  if (way.length > 2) return [fault("to", `leads to ${target}, which has moved itself`, `write ${end}`)];
  const { now, eventually, isPartial } = known;
  if (now.has(target) || (isPartial && eventually.has(target))) return [];
  if (eventually.has(target)) {
    return [fault("to", `leads to ${target}, which is not published yet`, "write the address of a page that is published")];
  }
  const meant = nearest(target, [...now]);
  const remedy = meant === undefined ? "write the address of a page that is published" : `write ${meant}`;
  return [fault("to", `leads to ${target}, which does not exist`, remedy)];
}

/** The addresses that one comes to, step by step, as far as the way goes or until it comes back to one of them. */
function wayFrom(from: string, target: string, moves: Moves): readonly string[] {
  const way = [from];
  for (let at: string | undefined = target; at !== undefined; at = moves.get(at)) {
    const isCircle = way.includes(at);
    way.push(at);
    if (isCircle) break;
  }
  return way;
}

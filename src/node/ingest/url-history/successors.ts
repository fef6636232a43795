import { nearest } from "../../../lib/nearest.ts";

/** Tells for an address that disappears which published one most likely took its place. */
export type SuccessorOf = (address: string) => string;

/**
 * Where things are likely to have moved. First comes what has the same name at another place, as a story does whose date
 * was changed; then what is new beside it and has the nearest name; then what it lay in.
 *
 * @param published every address of this edition
 * @param isRecorded whether an address was published before
 */
export function successorsAmong(published: ReadonlySet<string>, isRecorded: (address: string) => boolean): SuccessorOf {
  let index: SuccessorIndex | undefined;
  return (address) => {
    // Most builds lose no address, and need no index.
    index ??= indexOf(published, isRecorded);
    // Years and months have no name that tells them from those of other listings.
    if (/^\d+$/.test(nameOf(address))) return nearestAbove(address, published);
    const namesake = index.byName.get(nameAndDepth(address))?.[0];
    return namesake ?? likeliest(address, index.newIn.get(folderAbove(address)) ?? []) ?? nearestAbove(address, published);
  };
}

interface SuccessorIndex {
  readonly byName: ReadonlyMap<string, readonly string[]>;
  readonly newIn: ReadonlyMap<string, readonly string[]>;
}

function indexOf(published: ReadonlySet<string>, isRecorded: (address: string) => boolean): SuccessorIndex {
  const unrecorded = [...published].filter((address) => !isRecorded(address));
  return { byName: Map.groupBy(published, nameAndDepth), newIn: Map.groupBy(unrecorded, folderAbove) };
}

function likeliest(address: string, siblings: readonly string[]): string | undefined {
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

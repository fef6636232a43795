import { pictureStem } from "../../../formats/offline/offline-image.ts";
import type { KeptEdition } from "../../../formats/offline/stored-edition.ts";
import type { FormerEdition, HeldEditions } from "../store/edition-store.ts";
import { pageKey } from "./one-key-per-page.ts";

/** A file of one of the editions that the device holds. */
export interface EditionFile {
  readonly edition: KeptEdition;
  readonly sha256: string;
}

/** What is looked for. */
export interface Wanted {
  /** From the publication's root, as `editionPath` gives it. */
  readonly path: string;
  /** The id of the client that asks; empty for a page that is about to be opened. */
  readonly client: string;
  /** Whether its name tells its content apart from that of every other file. */
  readonly isHashed: boolean;
}

/**
 * The path by which an edition names what is at an address: `politics/index.html` for `/politics/` and whatever query.
 * Undefined for an address that is badly encoded.
 *
 * @param scope the address of the publication's root, with which the address begins
 */
export function editionPath(address: string, scope: string): string | undefined {
  try {
    return decodeURIComponent(pageKey(address).slice(scope.length)).replace(/(?:^|\/)$/, "$&index.html");
  } catch {
    return undefined;
  }
}

/**
 * Finds a file. A page that is open goes on with the edition that it was made from, if that has been replaced; what is named
 * after its content may come from any.
 */
export function findFile(held: HeldEditions, { path, client, isHashed }: Wanted): EditionFile | undefined {
  return firstWith(editionsFor(held, client, isHashed), ({ files }) => (Object.hasOwn(files, path) ? path : undefined));
}

/** Finds the file that stands in for a picture: of each, editions have one width in one format. */
export function findStandIn(held: HeldEditions, { path, client }: Omit<Wanted, "isHashed">): EditionFile | undefined {
  const stem = pictureStem(path);
  return stem === undefined ? undefined : firstWith(editionsFor(held, client, true), (edition) => pathsByStem(edition).get(stem));
}

/** What is held, with a client among those that use the same former editions as the one that has started it. */
export function withStarted({ kept, former }: HeldEditions, client: string, startedBy: string): HeldEditions {
  const joined = ({ edition, clients }: FormerEdition): FormerEdition => ({ edition, clients: [...clients, client] });
  return { kept, former: former.map((one) => (one.clients.includes(startedBy) ? joined(one) : one)) };
}

function editionsFor({ kept, former }: HeldEditions, client: string, isHashed: boolean): readonly KeptEdition[] {
  const own = former.filter(({ clients }) => clients.includes(client));
  const others = isHashed ? former : [];
  return [...own.map(({ edition }) => edition), ...(kept ? [kept] : []), ...others.map(({ edition }) => edition)];
}

function firstWith(
  editions: readonly KeptEdition[],
  pathIn: (edition: KeptEdition) => string | undefined,
): EditionFile | undefined {
  for (const edition of editions) {
    const path = pathIn(edition);
    const sha256 = path === undefined ? undefined : edition.files[path];
    if (sha256 !== undefined) return { edition, sha256 };
  }
  return undefined;
}

const stems = new WeakMap<KeptEdition, ReadonlyMap<string, string>>();

/** Found once for an edition, which may have thousands of pictures. */
function pathsByStem(edition: KeptEdition): ReadonlyMap<string, string> {
  const known =
    stems.get(edition) ??
    new Map(
      Object.keys(edition.files).flatMap((path) => {
        const stem = pictureStem(path);
        return stem === undefined ? [] : [[stem, path] as const];
      }),
    );
  stems.set(edition, known);
  return known;
}

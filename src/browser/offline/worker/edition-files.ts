import { imageStem } from "../../../formats/offline/offline-image.ts";
import type { FormerEdition, StoredEdition, StoredEditions } from "../../../formats/offline/stored-edition.ts";
import { outputFile } from "../../../model/urls.ts";
import { pageKey } from "./routes.ts";

/** A file of a stored edition. */
export interface EditionFile {
  readonly edition: StoredEdition;
  readonly sha256: string;
}

export interface FileQuery {
  /** From the publication's root, as `editionPath` returns it. */
  readonly path: string;
  /** The id of the client that asks; empty for a page that is about to be opened. */
  readonly client: string;
  /** Whether its name contains a hash of its content. */
  readonly isHashed: boolean;
}

/**
 * The path under which an edition lists the file at an address: `politics/index.html` for `/politics/` with any query. Undefined
 * for an address with invalid percent-encoding.
 *
 * @param scope the full URL of the publication's root, with which the address starts
 */
export function editionPath(address: string, scope: string): string | undefined {
  try {
    return outputFile(`/${decodeURIComponent(pageKey(address).slice(scope.length))}`);
  } catch {
    return undefined;
  }
}

/**
 * Finds a file. An open page gets files of its own edition, even after that has been replaced; files with hashed names may come
 * from any edition.
 */
export function findFile(editions: StoredEditions, { path, client, isHashed }: FileQuery): EditionFile | undefined {
  return firstWith(editionsFor(editions, client, isHashed), ({ files }) => (Object.hasOwn(files, path) ? path : undefined));
}

/** Finds the offline variant of a picture, whatever width and format is requested. */
export function findFallbackImage(
  editions: StoredEditions,
  { path, client }: Omit<FileQuery, "isHashed">,
): EditionFile | undefined {
  const stem = imageStem(path);
  return stem === undefined
    ? undefined
    : firstWith(editionsFor(editions, client, true), (edition) => pathsByStem(edition).get(stem));
}

/** Adds a client to the former editions that the client uses which started it. */
export function withClient({ kept, former }: StoredEditions, client: string, startedBy: string): StoredEditions {
  const joined = ({ edition, clients }: FormerEdition): FormerEdition => ({ edition, clients: [...clients, client] });
  return { kept, former: former.map((one) => (one.clients.includes(startedBy) ? joined(one) : one)) };
}

function editionsFor({ kept, former }: StoredEditions, client: string, isHashed: boolean): readonly StoredEdition[] {
  const own = former.filter(({ clients }) => clients.includes(client));
  const others = isHashed ? former : [];
  return [...own.map(({ edition }) => edition), ...(kept ? [kept] : []), ...others.map(({ edition }) => edition)];
}

function firstWith(
  editions: readonly StoredEdition[],
  pathIn: (edition: StoredEdition) => string | undefined,
): EditionFile | undefined {
  for (const edition of editions) {
    const path = pathIn(edition);
    const sha256 = path === undefined ? undefined : edition.files[path];
    if (sha256 !== undefined) return { edition, sha256 };
  }
  return undefined;
}

const stems = new WeakMap<StoredEdition, ReadonlyMap<string, string>>();

/** Memoized, since an edition may have thousands of pictures. */
function pathsByStem(edition: StoredEdition): ReadonlyMap<string, string> {
  const known =
    stems.get(edition) ??
    new Map(
      Object.keys(edition.files).flatMap((path) => {
        const stem = imageStem(path);
        return stem === undefined ? [] : [[stem, path] as const];
      }),
    );
  stems.set(edition, known);
  return known;
}

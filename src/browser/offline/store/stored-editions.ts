import type { DownloadFailure, DownloadTask } from "../../../formats/offline/download.ts";
import { isSameSelection, type Selection } from "../../../formats/offline/scopes.ts";
import type { FormerEdition, StoredEdition, StoredEditions } from "../../../formats/offline/stored-edition.ts";
import type { Done } from "../../../formats/offline/worker-messages.ts";
import type { EditionStore } from "./edition-store.ts";

/**
 * Makes an edition the current one, and ends its download. The files of the edition that it replaces stay as long as a page uses
 * them. Idempotent.
 *
 * @param openClients the ids of all open clients: those that use no older edition use the one that is replaced
 * @throws `NotFoundError` where one of its files is missing; nothing is changed then
 */
export async function swapEdition(store: EditionStore, edition: StoredEdition, openClients: Iterable<string>): Promise<void> {
  const open = new Set(openClients);
  await store.update(({ editions: before, task: running, hashes }) => {
    const missing = Object.entries(edition.files).find(([, sha256]) => !hashes.has(sha256));
    if (missing) throw new DOMException(`${missing[0]} is not in the store.`, "NotFoundError");
    const editions = { kept: edition, former: [...stillOpen(before, open), ...replaced(before, edition, open)] };
    const task = running && isSameSelection(running.selection, edition.selection) ? undefined : running;
    return { editions, task, unused: unusedHashes(hashes, editions, task) };
  });
}

/** Deletes former editions that no open page uses, and all unused files. The files of an unfinished download stay. */
export async function deleteUnused(store: EditionStore, openClients: Iterable<string>): Promise<void> {
  const open = new Set(openClients);
  await store.update(({ editions: before, task, hashes }) => {
    const former = stillOpen(before, open);
    const editions = former.length === before.former.length ? before : { kept: before.kept, former };
    return { editions, task, unused: unusedHashes(hashes, editions, task) };
  });
}

/** Deletes all editions. The files of an unfinished download stay. */
export async function deleteEdition(store: EditionStore): Promise<void> {
  await store.update(({ task, hashes }) => {
    const editions = { kept: undefined, former: [] };
    return { editions, task, unused: unusedHashes(hashes, editions, task) };
  });
}

/**
 * Cancels a download, and deletes what it has fetched.
 *
 * @param selection cancels the download of this selection only; any download where it is left out
 */
export async function cancelDownload(store: EditionStore, selection?: Selection): Promise<void> {
  await store.update(({ editions, task: running, hashes }) => {
    const task = running && selection && !isSameSelection(running.selection, selection) ? running : undefined;
    return { editions, task, unused: unusedHashes(hashes, editions, task) };
  });
}

/** Records why a download stopped, if it is still the current one. Keeps what it has fetched, unless that cannot help later. */
export async function failDownload(store: EditionStore, selection: Selection, failure: DownloadFailure): Promise<void> {
  await store.update(({ editions, task: running, hashes }) => {
    const task = running && isSameSelection(running.selection, selection) ? { ...running, fault: failure } : running;
    return { editions, task, unused: unusedHashes(hashes, editions, task) };
  });
}

/** Deletes the files of downloads that have been cancelled meanwhile. */
export async function deleteLeftovers(store: EditionStore): Promise<void> {
  await store.update(({ editions, task, hashes }) => ({ editions, task, unused: unusedHashes(hashes, editions, task) }));
}

/** Runs an action, and turns an error into a message that can be posted. */
export async function outcomeOf(run: () => Promise<void>): Promise<Done> {
  try {
    await run();
    return { done: true };
  } catch (error) {
    return { done: false, reason: error instanceof Error ? error.name : String(error) };
  }
}

/** The files that neither an edition nor a download needs. */
function unusedHashes(hashes: ReadonlySet<string>, editions: StoredEditions, task: DownloadTask | undefined): readonly string[] {
  if (needsFiles(task)) return [];
  const used = hashesOf(editions);
  return [...hashes].filter((sha256) => !used.has(sha256));
}

/** A download that is out of space, or whose scope is gone, cannot resume from what it has fetched. */
function needsFiles(task: DownloadTask | undefined): boolean {
  return task !== undefined && task.fault?.kind !== "no-room" && task.fault?.kind !== "no-such-part";
}

/** The SHA-256 of all files of the stored editions. */
export function hashesOf({ kept, former }: StoredEditions): ReadonlySet<string> {
  const editions = [...(kept ? [kept] : []), ...former.map(({ edition }) => edition)];
  return new Set(editions.flatMap(({ files }) => Object.values(files)));
}

function stillOpen({ former }: StoredEditions, open: ReadonlySet<string>): readonly FormerEdition[] {
  return former.filter(({ clients }) => clients.some((client) => open.has(client)));
}

/** The current edition as a former one, where another replaces it and an open page uses it. */
function replaced({ kept, former }: StoredEditions, by: StoredEdition, open: ReadonlySet<string>): readonly FormerEdition[] {
  if (!kept || (kept.fingerprint === by.fingerprint && isSameSelection(kept.selection, by.selection))) return [];
  const usingOlder = new Set(former.flatMap((older) => older.clients));
  const clients = [...open].filter((client) => !usingOlder.has(client));
  return clients.length === 0 ? [] : [{ edition: kept, clients }];
}

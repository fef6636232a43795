import type { SaveFault, SaveTask } from "../../../formats/offline/download.ts";
import { isSameSelection, type Selection } from "../../../formats/offline/scopes.ts";
import type { KeptEdition } from "../../../formats/offline/stored-edition.ts";
import type { Done } from "../../../formats/offline/worker-messages.ts";
import type { EditionStore, FormerEdition, HeldEditions } from "./edition-store.ts";

/**
 * Keeps an edition in the place of the one before, whose files stay for the pages that are open, and ends the save that it
 * comes from. Done twice, it is as if it had been done once.
 *
 * @param openClients the ids of all clients that are open: those that use no older edition use the one that is replaced
 * @throws `NotFoundError` where a file of it is not in the store, and nothing is changed then
 */
export async function swapEdition(store: EditionStore, edition: KeptEdition, openClients: Iterable<string>): Promise<void> {
  const open = new Set(openClients);
  await store.revise(({ held: before, task: asked, hashes }) => {
    const missing = Object.entries(edition.files).find(([, sha256]) => !hashes.has(sha256));
    if (missing) throw new DOMException(`${missing[0]} is not in the store.`, "NotFoundError");
    const held = { kept: edition, former: [...stillUsed(before, open), ...replaced(before, edition, open)] };
    const task = asked && isSameSelection(asked.selection, edition.selection) ? undefined : asked;
    return { held, task, unused: unused(hashes, held, task) };
  });
}

/**
 * Forgets former editions that no open page is made from, and deletes the files that nobody has any more. Those of a save
 * that can go on stay.
 */
export async function dropUnused(store: EditionStore, openClients: Iterable<string>): Promise<void> {
  const open = new Set(openClients);
  await store.revise(({ held: before, task, hashes }) => {
    const former = stillUsed(before, open);
    const held = former.length === before.former.length ? before : { kept: before.kept, former };
    return { held, task, unused: unused(hashes, held, task) };
  });
}

/** Deletes every edition that is held, but no file of a save that can go on. */
export async function deleteEdition(store: EditionStore): Promise<void> {
  await store.revise(({ task, hashes }) => {
    const held = { kept: undefined, former: [] };
    return { held, task, unused: unused(hashes, held, task) };
  });
}

/**
 * Gives up a save, with what it has fetched.
 *
 * @param selection what it takes along: nothing is done to another; any is given up where this is left out
 */
export async function cancelSave(store: EditionStore, selection?: Selection): Promise<void> {
  await store.revise(({ held, task: asked, hashes }) => {
    const task = asked && selection && !isSameSelection(asked.selection, selection) ? asked : undefined;
    return { held, task, unused: unused(hashes, held, task) };
  });
}

/** Takes down why a save cannot go on; what it has fetched stays if it helps later. Does nothing to another save. */
export async function stopSave(store: EditionStore, selection: Selection, fault: SaveFault): Promise<void> {
  await store.revise(({ held, task: asked, hashes }) => {
    const task = asked && isSameSelection(asked.selection, selection) ? { ...asked, fault } : asked;
    return { held, task, unused: unused(hashes, held, task) };
  });
}

/** Deletes what a save has fetched that was given up meanwhile. */
export async function dropLeftovers(store: EditionStore): Promise<void> {
  await store.revise(({ held, task, hashes }) => ({ held, task, unused: unused(hashes, held, task) }));
}

/** Puts into words whether something could be done: the reason is what the error is called, such as `QuotaExceededError`. */
export async function doneBy(act: () => Promise<void>): Promise<Done> {
  try {
    await act();
    return { done: true };
  } catch (error) {
    return { done: false, reason: error instanceof Error ? error.name : String(error) };
  }
}

/** The files that neither an edition nor a save has. */
function unused(hashes: ReadonlySet<string>, held: HeldEditions, task: SaveTask | undefined): readonly string[] {
  if (needsFiles(task)) return [];
  const used = heldHashes(held);
  return [...hashes].filter((sha256) => !used.has(sha256));
}

/** A save that found no room, or nothing to save, cannot go on from what it has fetched. */
function needsFiles(task: SaveTask | undefined): boolean {
  return task !== undefined && task.fault?.kind !== "no-room" && task.fault?.kind !== "no-such-part";
}

/** The SHA-256 of every file that an edition which is held has. */
export function heldHashes({ kept, former }: HeldEditions): ReadonlySet<string> {
  const editions = [...(kept ? [kept] : []), ...former.map(({ edition }) => edition)];
  return new Set(editions.flatMap(({ files }) => Object.values(files)));
}

function stillUsed({ former }: HeldEditions, open: ReadonlySet<string>): readonly FormerEdition[] {
  return former.filter(({ clients }) => clients.some((client) => open.has(client)));
}

/** The edition that is kept no longer, where another comes for it and a page is made from it. */
function replaced({ kept, former }: HeldEditions, by: KeptEdition, open: ReadonlySet<string>): readonly FormerEdition[] {
  if (!kept || (kept.fingerprint === by.fingerprint && isSameSelection(kept.selection, by.selection))) return [];
  const usingOlder = new Set(former.flatMap((older) => older.clients));
  const clients = [...open].filter((client) => !usingOlder.has(client));
  return clients.length === 0 ? [] : [{ edition: kept, clients }];
}

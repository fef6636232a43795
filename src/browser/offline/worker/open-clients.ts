import { dropUnused } from "../store/stored-editions.ts";
import { withStarted } from "./edition-files.ts";
import { changeHeld, heldEditions } from "./kept-edition.ts";
import { scope, serviceWorker } from "./service-worker.ts";

/** The ids of all open pages of the publication and of their workers. */
export async function openClients(): Promise<ReadonlySet<string>> {
  const open = await serviceWorker.clients.matchAll({ includeUncontrolled: true, type: "all" });
  return new Set(open.filter(({ url }) => url.startsWith(scope)).map(({ id }) => id));
}

/** Forgets the former editions whose pages have all been closed, with their files. */
export async function dropClosed(): Promise<void> {
  const { former } = await heldEditions();
  if (former.length === 0) return;
  const open = await openClients();
  if (former.some(({ clients }) => !clients.some((client) => open.has(client)))) {
    await changeHeld((store) => dropUnused(store, open));
  }
}

/** A worker that a page starts goes on with the edition that the page was made from. */
export async function rememberStarted(client: string, startedBy: string): Promise<void> {
  const { former } = await heldEditions();
  if (!former.some(({ clients }) => clients.includes(startedBy))) return;
  await changeHeld((store) =>
    store.revise(({ held, task }) => ({ held: withStarted(held, client, startedBy), task, unused: [] })),
  );
}

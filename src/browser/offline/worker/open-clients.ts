import { deleteUnused } from "../store/stored-editions.ts";
import { withClient } from "./edition-files.ts";
import { storedEditions, updateStore } from "./edition-responses.ts";
import { routeOf } from "./routes.ts";
import { scope, serviceWorker } from "./service-worker.ts";
import { strategyOf } from "./strategies.ts";

/** The ids of all open pages of the publication and of their workers. */
export async function openClients(): Promise<ReadonlySet<string>> {
  const open = await serviceWorker.clients.matchAll({ includeUncontrolled: true, type: "all" });
  return new Set(open.filter(({ url }) => url.startsWith(scope)).map(({ id }) => id));
}

/** Deletes the former editions whose pages have all been closed. */
export async function forgetClosedClients(): Promise<void> {
  const { former } = await storedEditions();
  if (former.length === 0) return;
  const open = await openClients();
  if (former.some(({ clients }) => !clients.some((client) => open.has(client)))) {
    await updateStore((store) => deleteUnused(store, open));
  }
}

/** A worker that a page starts uses the same edition as the page. */
export async function rememberStartedWorker(client: string, startedBy: string): Promise<void> {
  const { former } = await storedEditions();
  if (!former.some(({ clients }) => clients.includes(startedBy))) return;
  await updateStore((store) =>
    store.update(({ editions, task }) => ({ editions: withClient(editions, client, startedBy), task, unused: [] })),
  );
}

/** Caches the pages that were opened before the worker was active. */
export async function cacheOpenPages(event: ExtendableEvent): Promise<void> {
  const open = await serviceWorker.clients.matchAll({ type: "window", includeUncontrolled: true });
  for (const { url } of open) {
    const request = new Request(url);
    const { headers, cache } = request;
    if (routeOf({ url, method: "GET", mode: "navigate", headers, cache }, scope) !== "pages") continue;
    const [response, done] = strategyOf("pages").handleAll({ event, request });
    // A network error costs the copy of one page.
    await Promise.all([response, done]).catch(() => {});
  }
}

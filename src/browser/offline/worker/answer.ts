import { cacheNames } from "../../../formats/offline/storage-names.ts";
import { OFFLINE } from "../../../model/urls.ts";
import { fromEdition } from "./kept-edition.ts";
import { pageKey } from "./one-key-per-page.ts";
import { dropClosed, rememberStarted } from "./open-clients.ts";
import { originOfResponse, rememberOrigin } from "./page-origins.ts";
import type { Route } from "./routes.ts";
import { scope } from "./service-worker.ts";
import { strategyOf } from "./strategies.ts";

const offlinePage = new URL(`.${OFFLINE}`, scope).href;

/** What the worker gives to a request: what the server says, a copy, what the edition has, the offline page, or nothing. */
export async function answer(event: FetchEvent, route: Route): Promise<Response> {
  const { request, clientId, resultingClientId } = event;
  if (request.destination === "worker") await rememberStarted(resultingClientId, clientId);
  const [answered, settled] = strategyOf(route).handleAll(event);
  // The reader has the answer, even where there was no room to keep a copy of it.
  event.waitUntil(settled.catch(() => {}));
  if (route !== "pages") return answered.catch(() => Response.error());
  const response = await answered.then(
    (page) => atItsAddress(page, request.url),
    () => instead(request.url),
  );
  rememberOrigin(resultingClientId, response);
  event.waitUntil(dropClosed());
  return response;
}

/** Leads to the address with its slash, as hosts do, where a folder was asked for without it: the links of pages are relative. */
function atItsAddress(page: Response, address: string): Response {
  const { origin, pathname, search } = new URL(address);
  const folder = `${origin}${pathname}/`;
  const isAtFolder = originOfResponse(page).from === "network" || pageKey(address) !== folder;
  return isAtFolder ? page : Response.redirect(folder + search, 302);
}

/** Leads to the offline page: at the address of another its links would lead elsewhere, since they are relative. */
async function instead(address: string): Promise<Response> {
  if (pageKey(address) === offlinePage || !(await isOfflinePageThere())) return Response.error();
  return Response.redirect(`${offlinePage}?for=${encodeURIComponent(address.slice(scope.length))}`, 302);
}

async function isOfflinePageThere(): Promise<boolean> {
  const pages = await caches.open(cacheNames(scope).pages);
  return Boolean((await pages.match(offlinePage)) ?? (await fromEdition(offlinePage, "", false)));
}

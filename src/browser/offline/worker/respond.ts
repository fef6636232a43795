import { cacheNames } from "../../../formats/offline/storage-names.ts";
import { OFFLINE } from "../../../model/fixed-pages.ts";
import { editionResponse } from "./edition-responses.ts";
import { forgetClosedClients, rememberStartedWorker } from "./open-clients.ts";
import { originOfResponse, rememberOrigin } from "./page-origins.ts";
import { pageKey, type Route } from "./routes.ts";
import { scope } from "./service-worker.ts";
import { strategyOf } from "./strategies.ts";

const offlinePage = new URL(`.${OFFLINE}`, scope).href;

/** Answers a request by the strategy of its route. For a page that is nowhere to be had, redirects to the offline page. */
export async function respond(event: FetchEvent, route: Route): Promise<Response> {
  const { request, clientId, resultingClientId } = event;
  if (request.destination === "worker") await rememberStartedWorker(resultingClientId, clientId);
  const [answered, done] = strategyOf(route).handleAll(event);
  // The response is used even where the cache has no space for a copy.
  event.waitUntil(done.catch(() => {}));
  if (route !== "pages") return answered.catch(() => Response.error());
  const response = await answered.then(
    (page) => withSlash(page, request.url),
    () => redirectToOfflinePage(request.url),
  );
  rememberOrigin(resultingClientId, response);
  event.waitUntil(forgetClosedClients());
  return response;
}

/** Redirects a folder without its slash, as hosts do: the links of pages are relative. */
function withSlash(page: Response, address: string): Response {
  const { origin, pathname, search } = new URL(address);
  const folder = `${origin}${pathname}/`;
  const isAtFolder = originOfResponse(page).from === "network" || pageKey(address) !== folder;
  return isAtFolder ? page : Response.redirect(folder + search, 302);
}

/** Redirects, since the relative links of the offline page would not work at another address. */
async function redirectToOfflinePage(address: string): Promise<Response> {
  if (pageKey(address) === offlinePage || !(await isOfflinePageStored())) return Response.error();
  return Response.redirect(`${offlinePage}?for=${encodeURIComponent(address.slice(scope.length))}`, 302);
}

async function isOfflinePageStored(): Promise<boolean> {
  const pages = await caches.open(cacheNames(scope).pages);
  return Boolean((await pages.match(offlinePage)) ?? (await editionResponse(offlinePage, "", false)));
}

import { OFFLINE } from "../../newsroom/addresses.ts";
import { cacheNames } from "../../newsroom/offline/cache-names.ts";
import { pageKey } from "./one-key-per-page.ts";
import { rememberOrigin } from "./page-origins.ts";
import type { Route } from "./routes.ts";
import { scope } from "./service-worker.ts";
import { strategies } from "./strategies.ts";

const offlinePage = new URL(`.${OFFLINE}`, scope).href;

/** What the worker gives to a request: what the server says, the kept copy, the offline page, or nothing. */
export async function answer(event: FetchEvent, route: Route): Promise<Response> {
  const [answered, settled] = strategies[route].handleAll(event);
  // The reader has the answer, even where there was no room to keep a copy of it.
  event.waitUntil(settled.catch(() => {}));
  const response = await answered.catch(() => (route === "pages" ? instead(event.request.url) : Response.error()));
  if (event.resultingClientId) rememberOrigin(event.resultingClientId, response);
  return response;
}

/** Leads to the offline page: at the address of another its links would lead elsewhere, since they are relative. */
async function instead(address: string): Promise<Response> {
  const pages = await caches.open(cacheNames(scope).pages);
  if (pageKey(address) === offlinePage || !(await pages.match(offlinePage))) return Response.error();
  return Response.redirect(`${offlinePage}?for=${encodeURIComponent(address.slice(scope.length))}`, 302);
}

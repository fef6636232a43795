import { handleMessage, isOfflineMessage } from "./messages.ts";
import { cacheOpenPages, forgetClosedClients } from "./open-clients.ts";
import { respond } from "./respond.ts";
import { routeOf } from "./routes.ts";
import { deleteOldCaches, scope, serviceWorker } from "./service-worker.ts";
import { cacheShell } from "./shell.ts";

serviceWorker.addEventListener("install", (event) => {
  // A later version waits until all pages are closed, without `skipWaiting()`: Chromium may lose a page that is being requested
  // while one worker replaces another, and the tab would load for ever. Nobody misses it: pages come from the network first.
  event.waitUntil(cacheShell());
});

serviceWorker.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([deleteOldCaches(), serviceWorker.clients.claim(), cacheOpenPages(event), forgetClosedClients()]));
});

serviceWorker.addEventListener("fetch", (event) => {
  const route = routeOf(event.request, scope);
  if (route) event.respondWith(respond(event, route));
});

serviceWorker.addEventListener("message", (event) => {
  const { data, source, ports } = event;
  const [port] = ports;
  if (isOfflineMessage(data) && source instanceof Client && port) {
    event.waitUntil(handleMessage(data, source.id).then((answer) => port.postMessage(answer)));
  }
});

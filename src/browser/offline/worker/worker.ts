import { answer } from "./answer.ts";
import { answerTo, isAsked } from "./messages.ts";
import { dropClosed } from "./open-clients.ts";
import { keepOpenPages } from "./open-pages.ts";
import { deleteFormerCaches } from "./own-caches.ts";
import { routeOf } from "./routes.ts";
import { scope, serviceWorker } from "./service-worker.ts";
import { keepShell } from "./shell.ts";

serviceWorker.addEventListener("install", (event) => {
  // Nothing is gained by waiting: pages come from the network first, and the files of older ones stay as they are.
  event.waitUntil(keepShell().then(() => serviceWorker.skipWaiting()));
});

serviceWorker.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([deleteFormerCaches(), serviceWorker.clients.claim(), keepOpenPages(event), dropClosed()]));
});

serviceWorker.addEventListener("fetch", (event) => {
  const route = routeOf(event.request, scope);
  if (route) event.respondWith(answer(event, route));
});

serviceWorker.addEventListener("message", (event) => {
  const { data, source, ports } = event;
  const [port] = ports;
  if (isAsked(data) && source instanceof Client && port) {
    event.waitUntil(answerTo(data, source.id).then((said) => port.postMessage(said)));
  }
});

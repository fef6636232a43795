import type { ToOfflineWorker } from "../../newsroom/offline/offline-messages.ts";
import { answer } from "./answer.ts";
import { keepOpenPages } from "./open-pages.ts";
import { deleteFormerCaches } from "./own-caches.ts";
import { originOf } from "./page-origins.ts";
import { routeOf } from "./routes.ts";
import { scope, serviceWorker } from "./service-worker.ts";
import { keepShell } from "./shell.ts";

serviceWorker.addEventListener("install", (event) => {
  // Nothing is gained by waiting: pages come from the network first, and the files of older ones stay as they are.
  event.waitUntil(keepShell().then(() => serviceWorker.skipWaiting()));
});

serviceWorker.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([deleteFormerCaches(), serviceWorker.clients.claim(), keepOpenPages(event)]));
});

serviceWorker.addEventListener("fetch", (event) => {
  const route = routeOf(event.request, scope);
  if (route) event.respondWith(answer(event, route));
});

serviceWorker.addEventListener("message", ({ data, source, ports }) => {
  const [port] = ports;
  if (isQuestion(data) && source instanceof Client) port?.postMessage(originOf(source.id));
});

function isQuestion(data: unknown): data is ToOfflineWorker {
  return typeof data === "object" && data !== null && "kind" in data && data.kind === "how-was-this-page-made";
}

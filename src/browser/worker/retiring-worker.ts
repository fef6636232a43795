import { deleteOwnCaches } from "./own-caches.ts";
import { serviceWorker } from "./service-worker.ts";

/** Takes the place of the worker that a reader has, deletes what it kept, and removes itself. It answers for nothing. */
serviceWorker.addEventListener("install", (event) => event.waitUntil(serviceWorker.skipWaiting()));

serviceWorker.addEventListener("activate", (event) => {
  event.waitUntil(deleteOwnCaches().then(() => serviceWorker.registration.unregister()));
});

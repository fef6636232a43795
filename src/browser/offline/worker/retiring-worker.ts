import { deleteEditionStore } from "../store/edition-store.ts";
import { deleteOwnCaches } from "./own-caches.ts";
import { scope, serviceWorker } from "./service-worker.ts";

/** Takes the place of the worker that a reader has, deletes what it kept, and removes itself. It answers for nothing. */
serviceWorker.addEventListener("install", (event) => event.waitUntil(serviceWorker.skipWaiting()));

serviceWorker.addEventListener("activate", (event) => {
  // It goes even where the browser refuses storage, and there is nothing to delete.
  const deleted = Promise.allSettled([deleteOwnCaches(), deleteEditionStore(scope)]);
  event.waitUntil(deleted.then(() => serviceWorker.registration.unregister()));
});

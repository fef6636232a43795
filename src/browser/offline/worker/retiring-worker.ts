import { deleteEditionStore } from "../store/edition-store.ts";
import { deleteOwnCaches, scope, serviceWorker } from "./service-worker.ts";

/** Replaces an earlier worker, deletes everything that it stored, and unregisters itself. It answers no requests. */
serviceWorker.addEventListener("install", (event) => event.waitUntil(serviceWorker.skipWaiting()));

serviceWorker.addEventListener("activate", (event) => {
  // Unregisters even where the browser refuses storage.
  const deleted = Promise.allSettled([deleteOwnCaches(), deleteEditionStore(scope)]);
  event.waitUntil(deleted.then(() => serviceWorker.registration.unregister()));
});

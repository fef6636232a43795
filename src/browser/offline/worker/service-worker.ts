declare const self: ServiceWorkerGlobalScope;

/** What the script runs in, with its own events and registration. */
export const serviceWorker = self;

/** The whole address of the publication's root, which ends in a slash. */
export const scope = serviceWorker.registration.scope;

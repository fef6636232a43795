import { thisPage } from "../download/download-context.ts";
import { EditionKeeper } from "../download/offline-download.ts";
import { registerOfflineWorker } from "./register-worker.ts";

let keeper: EditionKeeper | undefined;

/** The one keeper of the page, whatever shows what it does. */
export function editions(): EditionKeeper {
  keeper ??= new EditionKeeper(thisPage(registerOfflineWorker));
  return keeper;
}

/** Why no edition can be taken along here, in words; undefined where it can. */
export function troubleWithEditions(): string | undefined {
  if (!isSecureContext)
    return "Browsers keep an edition only where the connection is secure: where the address begins with https.";
  const isKnown =
    "serviceWorker" in navigator && "indexedDB" in globalThis && "locks" in navigator && "BroadcastChannel" in globalThis;
  return isKnown ? undefined : "This browser cannot keep an edition: it may be an old one, or the window a private one.";
}

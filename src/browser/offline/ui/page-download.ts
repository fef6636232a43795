import { thisPage } from "../download/download-context.ts";
import { OfflineDownload } from "../download/offline-download.ts";
import { registerOfflineWorker } from "./register-worker.ts";

let download: OfflineDownload | undefined;

/** The download of this page, shared by all parts of its interface. */
export function pageDownload(): OfflineDownload {
  download ??= new OfflineDownload(thisPage(registerOfflineWorker));
  return download;
}

/** A message for readers whose browser cannot store editions; undefined where it can. */
export function unsupportedReason(): string | undefined {
  if (!isSecureContext) return "Browsers save editions over a secure connection only, at an address that begins with https.";
  const isSupported =
    "serviceWorker" in navigator && "indexedDB" in globalThis && "locks" in navigator && "BroadcastChannel" in globalThis;
  return isSupported ? undefined : "This browser cannot save editions: it may be out of date, or this may be a private window.";
}

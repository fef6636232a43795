import { publicationRoot } from "../../publication-root.ts";
import { offlineWorkerAddress } from "../../worker-policy.ts";

/** Registers the service worker of the publication. */
export async function registerOfflineWorker(): Promise<void> {
  try {
    await navigator.serviceWorker.register(offlineWorkerAddress(), { scope: publicationRoot.href, updateViaCache: "none" });
  } catch {
    // Storage may be full or refused, or the worker withdrawn: pages still come from the network.
  }
}

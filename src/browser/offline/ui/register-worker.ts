import { publicationRoot } from "../../publication-root.ts";
import { offlineWorkerAddress } from "../../worker-policy.ts";

/** Has the browser keep what is read from now on. A browser that refuses leaves everything as it was. */
export async function registerOfflineWorker(): Promise<void> {
  try {
    await navigator.serviceWorker.register(offlineWorkerAddress(), { scope: publicationRoot.href, updateViaCache: "none" });
  } catch {
    // Storage may be refused or full, or the worker withdrawn: pages still come from the network.
  }
}

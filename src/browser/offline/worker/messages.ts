import type { Done, PageOrigin, ToOfflineWorker } from "../../../formats/offline/worker-messages.ts";
import { deleteEdition, swapEdition } from "../store/stored-editions.ts";
import { updateStore } from "./edition-responses.ts";
import { openClients } from "./open-clients.ts";
import { originOf } from "./page-origins.ts";

const KINDS: ReadonlySet<unknown> = new Set<ToOfflineWorker["kind"]>([
  "how-was-this-page-made",
  "swap-edition",
  "delete-edition",
]);

/** Checks the kind of a message. The rest is trusted, since only pages of the same publication send them. */
export function isOfflineMessage(data: unknown): data is ToOfflineWorker {
  return typeof data === "object" && data !== null && "kind" in data && KINDS.has(data.kind);
}

/** Does what a message says, and returns the answer. */
export async function handleMessage(message: ToOfflineWorker, client: string): Promise<PageOrigin | Done> {
  switch (message.kind) {
    case "how-was-this-page-made":
      return originOf(client);
    case "swap-edition":
      return updateStore(async (store) => swapEdition(store, message.edition, await openClients()));
    case "delete-edition":
      return updateStore(deleteEdition);
  }
}

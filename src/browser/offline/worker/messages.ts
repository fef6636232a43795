import type { Done, PageOrigin, ToOfflineWorker } from "../../../formats/offline/worker-messages.ts";
import { deleteEdition, swapEdition } from "../store/stored-editions.ts";
import { changeHeld } from "./kept-edition.ts";
import { openClients } from "./open-clients.ts";
import { originOf } from "./page-origins.ts";

const KINDS: ReadonlySet<unknown> = new Set<ToOfflineWorker["kind"]>([
  "how-was-this-page-made",
  "swap-edition",
  "delete-edition",
]);

/** Whether a message is one that the worker answers. What else it has is of the same publication, and as it should be. */
export function isAsked(data: unknown): data is ToOfflineWorker {
  return typeof data === "object" && data !== null && "kind" in data && KINDS.has(data.kind);
}

/** Does what a page asks for, and tells it. */
export async function answerTo(asked: ToOfflineWorker, client: string): Promise<PageOrigin | Done> {
  switch (asked.kind) {
    case "how-was-this-page-made":
      return originOf(client);
    case "swap-edition":
      return changeHeld(async (store) => swapEdition(store, asked.edition, await openClients()));
    case "delete-edition":
      return changeHeld(deleteEdition);
  }
}

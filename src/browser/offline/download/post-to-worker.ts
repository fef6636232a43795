import type { Done } from "../../../formats/offline/worker-messages.ts";
import type { EditionStore } from "../store/edition-store.ts";
import { deleteEdition, doneBy, swapEdition } from "../store/stored-editions.ts";
import type { ToKeptEdition } from "./download-context.ts";

/** A worker that says nothing for so long does not know what it is asked. */
const PATIENCE_MS = 20_000;

/**
 * Has the worker do something with what is held, since it answers from it. Where there is no worker, no page is made from
 * anything held, and the page does it.
 *
 * @param scope the whole address of the publication's root
 */
export async function askWorker(message: ToKeptEdition, scope: string, store: EditionStore): Promise<Done> {
  const worker = await activeWorker(scope);
  return worker ? answerOf(worker, message) : doneBy(() => actAlone(message, store));
}

async function activeWorker(scope: string): Promise<ServiceWorker | undefined> {
  if (!("serviceWorker" in navigator)) return undefined;
  const registration = await navigator.serviceWorker.getRegistration(scope).catch(() => undefined);
  return registration?.scope === scope ? (registration.active ?? undefined) : undefined;
}

function answerOf(worker: ServiceWorker, message: ToKeptEdition): Promise<Done> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const answered = (done: Done) => {
      clearTimeout(timer);
      port1.close();
      resolve(done);
    };
    const timer = setTimeout(() => answered({ done: false, reason: "TimeoutError" }), PATIENCE_MS);
    port1.onmessage = ({ data }: MessageEvent<Done>) => answered(data);
    worker.postMessage(message, [port2]);
  });
}

async function actAlone(message: ToKeptEdition, store: EditionStore): Promise<void> {
  if (message.kind === "swap-edition") await swapEdition(store, message.edition, []);
  else await deleteEdition(store);
}

import type { Done } from "../../../formats/offline/worker-messages.ts";
import type { EditionStore } from "../store/edition-store.ts";
import { deleteEdition, outcomeOf, swapEdition } from "../store/stored-editions.ts";
import type { EditionCommand } from "./download-context.ts";

/** A worker that does not answer in time does not know the message. */
const TIMEOUT_MS = 20_000;

/**
 * Has the worker change the stored editions, since it serves them. Where there is no worker, no page comes from them, and the
 * page changes them itself.
 *
 * @param scope the full URL of the publication's root
 */
export async function sendToWorker(message: EditionCommand, scope: string, store: EditionStore): Promise<Done> {
  const worker = await activeWorker(scope);
  return worker ? answerOf(worker, message) : outcomeOf(() => runInPage(message, store));
}

async function activeWorker(scope: string): Promise<ServiceWorker | undefined> {
  if (!("serviceWorker" in navigator)) return undefined;
  const registration = await navigator.serviceWorker.getRegistration(scope).catch(() => undefined);
  return registration?.scope === scope ? (registration.active ?? undefined) : undefined;
}

function answerOf(worker: ServiceWorker, message: EditionCommand): Promise<Done> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const answered = (done: Done) => {
      clearTimeout(timer);
      port1.close();
      resolve(done);
    };
    const timer = setTimeout(() => answered({ done: false, reason: "TimeoutError" }), TIMEOUT_MS);
    port1.onmessage = ({ data }: MessageEvent<Done>) => answered(data);
    worker.postMessage(message, [port2]);
  });
}

async function runInPage(message: EditionCommand, store: EditionStore): Promise<void> {
  if (message.kind === "swap-edition") await swapEdition(store, message.edition, []);
  else await deleteEdition(store);
}

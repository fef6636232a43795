import { editionStoreName } from "../../../formats/offline/storage-names.ts";
import type { PageOrigin, ToOfflineWorker } from "../../../formats/offline/worker-messages.ts";
import { publicationRoot } from "../../publication-root.ts";
import { enableTakeAlong } from "./enable-download.ts";
import { LOADED_LATER, type LoadedLater } from "./loaded-later.ts";

/** So long a reader has to stay on a page before anything is fetched for later. */
const READING_MS = 5000;
/** A page that is never idle is not waited for any longer. */
const PATIENCE_MS = 5000;

/**
 * Has the publication kept for reading offline, once a reader has read for a moment, and tells the age of a page that was
 * kept. Browsers offer it on secure connections only; elsewhere nothing is loaded.
 *
 * @param showDates called where the page is a kept one: how long ago anything was is no longer known by it
 */
export function enableOffline(showDates: () => void): void {
  if (!LOADED_LATER) return;
  const later = LOADED_LATER;
  const list = document.querySelector<HTMLElement>("#kept_pages");
  if (list) void later.keptList().then(({ showKeptPages }) => showKeptPages(list), nothing);
  enableTakeAlong(later);
  if (!("serviceWorker" in navigator)) return;
  const origin = originOfPage();
  void origin.then((known) => tellAge(known, showDates, later));
  const register = () => void registerAndFollow(origin, later).catch(nothing);
  if (document.readyState === "complete") afterReading(register);
  else addEventListener("load", () => afterReading(register), { once: true });
}

/** Asks the worker that has answered for the page. Without one, the page came from the network. */
function originOfPage(): Promise<PageOrigin> {
  const worker = navigator.serviceWorker.controller;
  if (!worker) return Promise.resolve({ from: "network" });
  const { port1, port2 } = new MessageChannel();
  const question: ToOfflineWorker = { kind: "how-was-this-page-made" };
  worker.postMessage(question, [port2]);
  return new Promise((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<PageOrigin>) => {
      port1.close();
      resolve(data);
    };
  });
}

function tellAge(origin: PageOrigin, showDates: () => void, { pageAge }: LoadedLater): void {
  if (origin.from === "network") return;
  showDates();
  pageAge().then(({ showPageAge }) => showPageAge(origin), nothing);
}

async function registerAndFollow(origin: Promise<PageOrigin>, later: LoadedLater): Promise<void> {
  const { registerOfflineWorker } = await later.registerWorker();
  await registerOfflineWorker();
  if (!(await mayHoldEdition())) return;
  const { followEdition } = await later.followEdition();
  await followEdition(origin);
}

/** Most readers take nothing along: for them nothing more is fetched. Some browsers do not say. */
async function mayHoldEdition(): Promise<boolean> {
  const stores = await indexedDB.databases?.();
  const own = editionStoreName(publicationRoot.href);
  return stores?.some(({ name }) => name === own) ?? true;
}

function afterReading(act: () => void): void {
  setTimeout(() => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(act, { timeout: PATIENCE_MS });
    else act();
  }, READING_MS);
}

/** The page serves without what could not be loaded, and the next one tries again. */
function nothing(): void {}

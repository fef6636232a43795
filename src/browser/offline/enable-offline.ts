import type { PageOrigin, ToOfflineWorker } from "../../newsroom/offline/offline-messages.ts";

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
  const list = document.querySelector<HTMLElement>("#kept_pages");
  if (list) void import("./kept-list.ts").then(({ showKeptPages }) => showKeptPages(list), nothing);
  if (KEEPS_OFFLINE && "serviceWorker" in navigator) {
    if (!list) askForAge(showDates);
    // Here, so that it is left out of editions that keep nothing.
    const register = () => void import("./register-worker.ts").then((module) => module.registerOfflineWorker(), nothing);
    if (document.readyState === "complete") afterReading(register);
    else addEventListener("load", () => afterReading(register), { once: true });
  }
}

/** Asks the worker that has answered for the page. Without one, the page came from the network. */
function askForAge(showDates: () => void): void {
  const worker = navigator.serviceWorker.controller;
  if (!worker) return;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<PageOrigin>) => {
    port1.close();
    if (data.from === "network") return;
    showDates();
    import("./page-age.ts").then(({ showPageAge }) => showPageAge(new Date(data.keptAtMs)), nothing);
  };
  const question: ToOfflineWorker = { kind: "how-was-this-page-made" };
  worker.postMessage(question, [port2]);
}

function afterReading(act: () => void): void {
  setTimeout(() => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(act, { timeout: PATIENCE_MS });
    else act();
  }, READING_MS);
}

/** The page serves without what could not be loaded, and the next one tries again. */
function nothing(): void {}

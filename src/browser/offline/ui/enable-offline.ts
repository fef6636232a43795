import { editionStoreName } from "../../../formats/offline/storage-names.ts";
import type { PageOrigin, ToOfflineWorker } from "../../../formats/offline/worker-messages.ts";
import { openModal, openOnClick } from "../../dialogs.ts";
import { publicationRoot } from "../../publication-root.ts";

/** Loaded on demand. Undefined where offline reading is disabled, so that the bundler drops all of it. */
const MODULES = OFFLINE_ENABLED
  ? {
      storedPagesList: () => import("./stored-pages-list.ts"),
      pageAge: () => import("./page-age.ts"),
      registerWorker: () => import("./register-worker.ts"),
      followEdition: () => import("./follow-edition.ts"),
      downloadPanel: () => import("./download-panel.tsx"),
      downloadDialog: () => import("./download-dialog.tsx"),
    }
  : undefined;

type Modules = NonNullable<typeof MODULES>;

/** How long a reader stays on a page before anything is fetched for later. */
const READING_MS = 5000;
/** The longest wait for a page to become idle. */
const TIMEOUT_MS = 5000;

/**
 * Enables offline reading: registers the service worker once the reader has stayed for a moment, and shows the age of a page that
 * comes from the device. Without a secure connection browsers have no service workers, and nothing is loaded.
 *
 * @param showDates called where the page comes from the device, whose relative times ("2 hours ago") would be wrong
 */
export function enableOffline(showDates: () => void): void {
  if (!MODULES) return;
  const modules = MODULES;
  const list = document.querySelector<HTMLElement>("#kept_pages");
  if (list) void modules.storedPagesList().then(({ showStoredPages }) => showStoredPages(list), ignore);
  enableDownload(modules);
  if (!("serviceWorker" in navigator)) return;
  const origin = originOfPage();
  void origin.then((known) => showAge(known, showDates, modules));
  const register = () => void registerAndFollow(origin, modules).catch(ignore);
  if (document.readyState === "complete") afterReading(register);
  else addEventListener("load", () => afterReading(register), { once: true });
}

/** Shows the download panel on the page that has it; elsewhere the footer's link to it opens a dialog. */
function enableDownload(modules: Modules): void {
  const panel = document.querySelector<HTMLElement>("#take_along > div");
  if (panel) void modules.downloadPanel().then(({ showDownloadPanel }) => showDownloadPanel(panel), ignore);
  else for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href$="/#take_along"]')) openInDialog(link, modules);
}

/** Where the dialog cannot be loaded, the link works as a link. */
function openInDialog(link: HTMLAnchorElement, { downloadDialog }: Modules): void {
  openOnClick(link, () => {
    downloadDialog().then(
      ({ openDownloadDialog }) => openModal() ?? openDownloadDialog(),
      () => location.assign(link.href),
    );
  });
}

/** Asks the worker that served the page. Without one, the page came from the network. */
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

function showAge(origin: PageOrigin, showDates: () => void, { pageAge }: Modules): void {
  if (origin.from === "network") return;
  showDates();
  pageAge().then(({ showPageAge }) => showPageAge(origin), ignore);
}

async function registerAndFollow(origin: Promise<PageOrigin>, modules: Modules): Promise<void> {
  const { registerOfflineWorker } = await modules.registerWorker();
  await registerOfflineWorker();
  if (!(await mayHaveEdition())) return;
  const { followEdition } = await modules.followEdition();
  await followEdition(origin);
}

/** Most readers download no edition, and nothing more is loaded for them. Some browsers cannot list databases. */
async function mayHaveEdition(): Promise<boolean> {
  const databases = await indexedDB.databases?.();
  const own = editionStoreName(publicationRoot.href);
  return databases?.some(({ name }) => name === own) ?? true;
}

function afterReading(run: () => void): void {
  setTimeout(() => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(run, { timeout: TIMEOUT_MS });
    else run();
  }, READING_MS);
}

/** The page works without what could not be loaded, and the next page tries again. */
function ignore(): void {}

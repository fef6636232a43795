import type { OfflineMode, SearchAnswer } from "../../formats/search/search-answer.ts";
import type { SearchManifest } from "../../formats/search/search-manifest.ts";
import type { SearchRequest } from "../../formats/search/search-request.ts";
import { lazy } from "../../lib/promise-cache.ts";
import { SEARCH_INDEX } from "../../model/urls.ts";
import { publicationRoot } from "../publication-root.ts";
import { searchWorkerAddress } from "../worker-policy.ts";
import { fetchArchive, offlineMode, type ReachableArchive, withOfflineMode } from "./reachable-archive.ts";
import type { FromWorker, ToWorker } from "./search-messages.ts";

export interface SearchListener {
  /** Called until an answer is complete. */
  readonly onAnswer: (answer: SearchAnswer) => void;
  /** Whether to count facets (true). */
  readonly counts?: boolean;
  /** The search could not be loaded or run: no connection, or no WebAssembly. */
  readonly onFailure: (offline: OfflineMode | undefined) => void;
}

let latestId = 0;
let listener: SearchListener | undefined;
let running: Promise<Worker> | undefined;
/** The archive that the running worker searches. */
let archive: ReachableArchive | undefined;
let loadArchive = archiveLoader();
let isBackOnline = false;

addEventListener("online", () => {
  isBackOnline = true;
});

/**
 * Searches the archive in a worker. A new search cancels the one before.
 *
 * @param shown how many stories to show of those found
 */
export function search(request: SearchRequest, shown: number, on: SearchListener): void {
  if (isBackOnline) retryWholeArchive();
  latestId += 1;
  const searchId = latestId;
  listener = on;
  running ??= start();
  running.then(
    (worker) => post(worker, { kind: "search", searchId, request, shown, counts: on.counts ?? true }),
    () => {
      running = undefined;
      if (searchId === latestId) on.onFailure(offlineMode(archive));
    },
  );
}

/** Cancels the running search, if any. */
export function cancelSearch(): void {
  latestId += 1;
  listener = undefined;
  const searchId = latestId;
  running?.then(
    (worker) => post(worker, { kind: "cancel", searchId }),
    () => {}, // Reported by `search`.
  );
}

/** Makes the next search try the network again, if the last one had only what is stored on the device. */
export function retryWholeArchive(): void {
  isBackOnline = false;
  if (!archive?.isStored) return;
  running?.then(
    (worker) => worker.terminate(),
    () => {},
  );
  running = undefined;
  archive = undefined;
  loadArchive = archiveLoader();
}

export async function searchManifest(): Promise<SearchManifest> {
  return (await loadArchive()).manifest;
}

function archiveLoader(): () => Promise<ReachableArchive> {
  return lazy(async () => {
    archive = await fetchArchive();
    return archive;
  });
}

async function start(): Promise<Worker> {
  const searched = await loadArchive();
  const worker = new Worker(searchWorkerAddress(), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
    if (data.searchId !== latestId) return;
    if (data.kind === "answer") listener?.onAnswer(withOfflineMode(data.answer, searched));
    else fail();
  });
  // Its script failed to load, or threw unexpectedly.
  worker.addEventListener("error", fail);
  post(worker, {
    kind: "open",
    index: new URL(`.${SEARCH_INDEX}`, publicationRoot).href,
    manifest: searched.manifest,
  });
  return worker;

  function fail(): void {
    worker.terminate();
    running = undefined;
    listener?.onFailure(offlineMode(searched));
  }
}

function post(worker: Worker, message: ToWorker): void {
  worker.postMessage(message);
}

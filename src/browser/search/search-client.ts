import type { Offline, SearchAnswer } from "../../formats/search/search-answer.ts";
import type { SearchManifest } from "../../formats/search/search-manifest.ts";
import type { SearchRequest } from "../../formats/search/search-request.ts";
import { SEARCH_INDEX } from "../../model/urls.ts";
import { publicationRoot } from "../publication-root.ts";
import { searchWorkerAddress } from "../worker-policy.ts";
import { type ArchiveAtHand, answerAtHand, fetchArchive, offlineNow } from "./archive-at-hand.ts";
import type { FromWorker, ToWorker } from "./search-messages.ts";

/** What a search tells as it goes on. */
export interface SearchListener {
  /** Called again and again until an answer is complete. */
  readonly onAnswer: (answer: SearchAnswer) => void;
  /** Whether answers count what each choice of a filter would leave. They do where nothing is said. */
  readonly counts?: boolean;
  /** The search itself could not be loaded or run: no connection, or no WebAssembly. */
  readonly onFailure: (offline: Offline | undefined) => void;
}

let latest = 0;
let listening: SearchListener | undefined;
let running: Promise<Worker> | undefined;
let fetching: Promise<ArchiveAtHand> | undefined;
/** The one that is searched. */
let archive: ArchiveAtHand | undefined;
let isLineBack = false;

addEventListener("online", () => {
  isLineBack = true;
});

/**
 * Searches the archive in a worker. A new search overtakes the one before, which then says nothing more.
 *
 * @param shown how many stories to show of those found
 */
export function search(request: SearchRequest, shown: number, listener: SearchListener): void {
  if (isLineBack) searchAnew();
  latest += 1;
  const turn = latest;
  listening = listener;
  running ??= start();
  running.then(
    (worker) => tell(worker, { kind: "search", turn, request, shown, counts: listener.counts ?? true }),
    () => {
      running = undefined;
      if (turn === latest) listener.onFailure(offlineNow(archive));
    },
  );
}

/** Forgets the search under way, if there is one. */
export function cancelSearch(): void {
  latest += 1;
  listening = undefined;
  const turn = latest;
  // One that could not be started has nothing under way.
  running?.then(
    (worker) => tell(worker, { kind: "cancel", turn }),
    () => {},
  );
}

/** Has the next search reach for the whole archive again, where the last had only what the device keeps. */
export function searchAnew(): void {
  isLineBack = false;
  if (!archive?.isKept) return;
  running?.then(
    (worker) => worker.terminate(),
    () => {},
  );
  running = undefined;
  fetching = undefined;
  archive = undefined;
}

/** What the search knows without any volume. */
export async function searchManifest(): Promise<SearchManifest> {
  return (await archiveAtHand()).manifest;
}

/** A failure is not remembered, so that the next try is a new one. */
function archiveAtHand(): Promise<ArchiveAtHand> {
  fetching ??= fetchArchive().then(
    (fetched) => {
      archive = fetched;
      return fetched;
    },
    (error: unknown) => {
      fetching = undefined;
      throw error;
    },
  );
  return fetching;
}

async function start(): Promise<Worker> {
  const searched = await archiveAtHand();
  const worker = new Worker(searchWorkerAddress(), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
    if (data.turn !== latest) return;
    if (data.kind === "answer") listening?.onAnswer(answerAtHand(data.answer, searched));
    else giveUp();
  });
  // Its script could not be fetched, or failed where nobody expected it to.
  worker.addEventListener("error", giveUp);
  tell(worker, {
    kind: "open",
    index: new URL(`.${SEARCH_INDEX}`, publicationRoot).href,
    manifest: searched.manifest,
  });
  return worker;

  function giveUp(): void {
    worker.terminate();
    running = undefined;
    listening?.onFailure(offlineNow(searched));
  }
}

function tell(worker: Worker, message: ToWorker): void {
  worker.postMessage(message);
}

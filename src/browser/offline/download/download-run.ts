import { type DownloadFailure, type DownloadState, isActive } from "../../../formats/offline/download.ts";
import type { Selection } from "../../../formats/offline/scopes.ts";
import type { StoredEdition } from "../../../formats/offline/stored-edition.ts";
import { OFFLINE_WORKER } from "../../../model/urls.ts";
import { hashesOf } from "../store/stored-editions.ts";
import type { DownloadContext } from "./download-context.ts";
import { DownloadError, freeBytes, noRoom, storageFailure } from "./download-error.ts";
import { type DownloadPlan, planDownload } from "./download-plan.ts";
import { type EditionLists, fetchLists } from "./edition-lists.ts";
import { fetchFile, fetchFiles, mayBeOutdated } from "./fetch-files.ts";
import { FileBatch } from "./file-batch.ts";
import { Host, wait } from "./host.ts";
import { ProgressReporter } from "./progress-reporter.ts";

/** A host that serves another edition each time has a fault of its own. */
const MAX_EDITIONS = 5;
/** Delays before asking a worker again that has not answered. */
const RETRY_DELAYS_MS = [5000, 10_000, 20_000] as const;

/** One attempt at a download, from fetching the lists of an edition to making it the current one. */
export class DownloadRun {
  readonly selection: Selection;
  readonly #context: DownloadContext;
  readonly #abort = new AbortController();
  readonly #reporter: ProgressReporter;
  readonly #host: Host;
  readonly #batch: FileBatch;

  constructor(selection: Selection, context: DownloadContext, report: (state: DownloadState) => void) {
    this.selection = selection;
    this.#context = context;
    this.#reporter = new ProgressReporter(selection, report, context.nowMs);
    this.#batch = new FileBatch(context.store);
    this.#host = new Host(context, this.#abort.signal, (isOffline) => this.#networkChanged(isOffline));
  }

  /** Stops fetching and reporting. Files that have been fetched are still stored. Returns the last state. */
  stop(): DownloadState {
    this.#abort.abort();
    return this.#reporter.state;
  }

  /** Resolves when the edition is current or the run has been stopped, or with the failure that ended it. */
  async start(): Promise<DownloadFailure | undefined> {
    try {
      this.#reporter.start();
      await this.#download(await this.#lists(), MAX_EDITIONS);
      return undefined;
    } catch (error) {
      if (this.#abort.signal.aborted) return undefined;
      if (error instanceof DownloadError) return error.failure;
      return storageFailure(error, this.#reporter.progress ?? { bytes: 0, bytesInAll: 0 }, this.#context);
    }
  }

  #lists(): Promise<EditionLists> {
    return fetchLists(this.#host, this.#context, this.#abort.signal);
  }

  /** Where a file is missing because the host has been updated meanwhile, continues with the newer edition. */
  async #download(lists: EditionLists, editionsLeft: number): Promise<void> {
    const plan = await this.#plan(lists);
    try {
      await this.#fetch(plan);
    } catch (error) {
      if (!mayBeOutdated(error) || editionsLeft === 0) throw error;
      const now = await this.#lists();
      if (now.scopes.fingerprint === lists.scopes.fingerprint) throw error;
      return this.#download(now, editionsLeft - 1);
    }
    await this.#swap(plan.edition);
  }

  async #plan(lists: EditionLists): Promise<DownloadPlan> {
    const { store, nowMs } = this.#context;
    const [editions, hashes] = await Promise.all([store.editions(), store.hashes()]);
    const plan = planDownload(this.selection, lists, { hashes, ofEditions: hashesOf(editions) }, nowMs());
    if (!plan) throw new DownloadError({ kind: "no-such-part" });
    const { bytes, bytesInAll } = plan.progress;
    const free = await freeBytes(this.#context);
    if (free !== undefined && bytesInAll - bytes > free) throw new DownloadError(noRoom(plan.progress, free));
    return plan;
  }

  async #fetch({ missing, progress }: DownloadPlan): Promise<void> {
    this.#reporter.start(progress);
    try {
      await fetchFiles(missing, async (file) => {
        const fetched = await fetchFile(this.#host, file);
        this.#reporter.fetched(file);
        await this.#batch.add(fetched);
        // The tab may be closed before the network is back.
        if (this.#reporter.isOffline) await this.#batch.write();
      });
    } finally {
      await this.#batch.write();
    }
    this.#reporter.reportNow();
  }

  async #swap(edition: StoredEdition): Promise<void> {
    for (const delayMs of [...RETRY_DELAYS_MS, undefined]) {
      // Another page may have cancelled without this one being notified.
      if (!isActive(await this.#context.store.task(), this.selection)) this.stop();
      this.#abort.signal.throwIfAborted();
      const answer = await this.#context.sendToWorker({ kind: "swap-edition", edition });
      if (answer.done) return;
      if (answer.reason !== "TimeoutError") throw new DOMException("The edition could not be stored.", answer.reason);
      if (delayMs !== undefined) await wait(delayMs, this.#abort.signal);
    }
    throw new DownloadError({ kind: "unavailable", path: OFFLINE_WORKER.slice(1), status: 0 });
  }

  #networkChanged(isOffline: boolean): void {
    // A failed write is reported by the next `add` or `write`.
    if (isOffline) this.#batch.write().catch(() => {});
    this.#reporter.networkChanged(isOffline);
  }
}

import type { DownloadState, DownloadTask } from "../../../formats/offline/download.ts";
import type { EditionScopes, Selection } from "../../../formats/offline/scopes.ts";
import type { StoredEdition } from "../../../formats/offline/stored-edition.ts";
import { EDITION_SCOPES } from "../../../model/urls.ts";
import { cancelDownload } from "../store/stored-editions.ts";
import type { DownloadContext } from "./download-context.ts";
import { freeBytes, storageFailure } from "./download-error.ts";
import { DownloadQueue } from "./download-queue.ts";
import { DownloadStatus } from "./download-status.ts";
import { readScopes } from "./read-lists.ts";

/** Downloads editions for reading offline. All open pages of the publication share one download and its state. */
export class OfflineDownload {
  readonly #context: DownloadContext;
  readonly #status: DownloadStatus;
  readonly #queue: DownloadQueue;

  constructor(context: DownloadContext) {
    this.#context = context;
    this.#status = new DownloadStatus(context, (task) => this.#queue.follow(task));
    this.#queue = new DownloadQueue(context, this.#status);
  }

  /** The edition on the device; undefined also where the browser refuses storage. */
  async storedEdition(): Promise<StoredEdition | undefined> {
    const editions = await this.#context.store.editions().catch(() => undefined);
    return editions?.kept;
  }

  async task(): Promise<DownloadTask | undefined> {
    return this.#context.store.task().catch(() => undefined);
  }

  /**
   * Starts a download or an update, which fetches only what is not on the device. Resolves when it has started; subscribers learn
   * of its progress and of failures.
   */
  async start(selection: Selection): Promise<void> {
    // Awaits neither: the first may ask the reader, and without a worker the edition can still be stored.
    void this.#context.storage?.persist?.().catch(() => false);
    void this.#context.registerWorker();
    await this.#enqueue(selection);
  }

  async pause(): Promise<void> {
    await this.#context.store.updateTask((task) => task && { ...task, isPaused: true });
    await this.#status.notifyChanged();
  }

  /** Resumes a download that was paused or has failed. */
  async resume(): Promise<void> {
    const task = await this.task();
    const { state } = this.#status;
    const selection = task?.selection ?? (state?.phase === "stopped" ? state.selection : undefined);
    if (selection) await this.#enqueue(selection);
  }

  /** Cancels the download. Resolves when its files are deleted; the stored edition stays. */
  async cancel(): Promise<void> {
    try {
      await cancelDownload(this.#context.store);
    } catch (error) {
      // Without storage there is only the state to reset.
      const { state } = this.#status;
      if (state?.phase !== "stopped" || state.fault.kind !== "no-storage") throw error;
      return this.#status.publish({ phase: "idle" });
    }
    await this.#status.notifyChanged();
    await this.#queue.clearUp();
  }

  /** Cancels the download, and deletes the stored edition. Rejects where it cannot be deleted. */
  async delete(): Promise<void> {
    await this.cancel();
    const answer = await this.#context.sendToWorker({ kind: "delete-edition" });
    if (!answer.done) throw new DOMException("The edition could not be deleted.", answer.reason);
    await this.#status.notifyChanged();
  }

  /** Continues an unfinished download, as soon as no other page runs it. */
  async continue(): Promise<void> {
    this.#status.listen();
    await this.#status.refresh();
  }

  /** Calls the listener with the state now and whenever it or the stored edition changes. Returns the function that unsubscribes. */
  subscribe(listener: (state: DownloadState) => void): () => void {
    return this.#status.subscribe(listener);
  }

  /** Fetches what the host offers for download. Rejects where it cannot be reached. */
  async scopes(): Promise<EditionScopes> {
    const response = await this.#context.fetch(new URL(`.${EDITION_SCOPES}`, this.#context.root), { cache: "no-cache" });
    const scopes = response.ok ? readScopes(await response.arrayBuffer(), this.#context.publication) : undefined;
    if (!scopes) throw new Error(`${response.status} for ${EDITION_SCOPES}`);
    return scopes;
  }

  /** What the host offers, if that is another edition than the stored one and still has its scope. */
  async newerEdition(): Promise<EditionScopes | undefined> {
    const stored = await this.storedEdition();
    const scopes = stored && (await this.scopes().catch(() => undefined));
    const hasScope = scopes?.parts.some(({ id }) => id === stored?.selection.part);
    return hasScope && scopes?.fingerprint !== stored?.fingerprint ? scopes : undefined;
  }

  /** How much more the browser lets the site store; undefined where it does not say. */
  freeBytes(): Promise<number | undefined> {
    return freeBytes(this.#context);
  }

  async #enqueue(selection: Selection): Promise<void> {
    const { store, locks } = this.#context;
    this.#status.listen();
    try {
      if (!locks) throw new DOMException("Without locks, two pages could run the same download.", "NotSupportedError");
      await store.updateTask(() => ({ selection, isPaused: false }));
      await this.#status.notifyChanged();
    } catch (error) {
      const failure = await storageFailure(error, await this.#sizeOf(selection), this.#context);
      this.#status.publish({ phase: "stopped", selection, fault: failure });
    }
  }

  /** The full size, since nothing is known yet of what is on the device. */
  async #sizeOf({ part, pictures }: Selection): Promise<{ readonly bytes: 0; readonly bytesInAll: number }> {
    const scopes = await this.scopes().catch(() => undefined);
    const scope = scopes?.parts.find(({ id }) => id === part);
    return { bytes: 0, bytesInAll: scope ? scope.bytes + (pictures ? scope.pictureBytes : 0) : 0 };
  }
}

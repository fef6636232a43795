import { type DownloadFailure, type DownloadState, type DownloadTask, isActive } from "../../../formats/offline/download.ts";
import type { Selection } from "../../../formats/offline/scopes.ts";
import { cancelDownload, deleteLeftovers, failDownload } from "../store/stored-editions.ts";
import type { DownloadContext } from "./download-context.ts";
import { DownloadRun } from "./download-run.ts";
import type { DownloadStatus } from "./download-status.ts";

/** Runs downloads one at a time across all open pages: a lock passes the task on when the page that runs it is closed. */
export class DownloadQueue {
  readonly #context: DownloadContext;
  readonly #status: DownloadStatus;
  #isQueued = false;
  #run: DownloadRun | undefined;

  constructor(context: DownloadContext, status: DownloadStatus) {
    this.#context = context;
    this.#status = status;
  }

  /** Starts or stops as the task says. Returns the last state of a download that it stops. */
  follow(task: DownloadTask | undefined): DownloadState | undefined {
    if (isActive(task) && !this.#isQueued) void this.#queue();
    return this.#run && !isActive(task, this.#run.selection) ? this.#run.stop() : undefined;
  }

  /** Waits until no page is downloading, and deletes the files of a cancelled download. */
  async clearUp(): Promise<void> {
    await this.#withLock(() => deleteLeftovers(this.#context.store));
  }

  async #queue(): Promise<void> {
    this.#isQueued = true;
    await this.#withLock(async () => {
      this.#isQueued = false;
      await this.#work();
    });
  }

  async #withLock(run: () => Promise<void>): Promise<void> {
    await this.#context.locks?.request(`${this.#context.root.href} edition`, run);
  }

  async #work(): Promise<void> {
    const { store } = this.#context;
    for (let task = await store.task(); isActive(task); task = await store.task()) {
      this.#run = new DownloadRun(task.selection, this.#context, (state) => this.#status.publish(state));
      const failure = await this.#run.start();
      this.#run = undefined;
      if (failure) return this.#fail(task.selection, failure);
      await this.#status.notifyChanged();
    }
    await deleteLeftovers(store);
  }

  async #fail(selection: Selection, failure: DownloadFailure): Promise<void> {
    const { store } = this.#context;
    try {
      await failDownload(store, selection, failure).catch(async () => {
        // Recording the failure needs space too.
        await cancelDownload(store, selection);
        await store.updateTask((task) => task ?? { selection, isPaused: false, fault: failure });
      });
      await this.#status.notifyChanged();
    } catch {
      this.#status.publish({ phase: "stopped", selection, fault: failure });
    }
  }
}

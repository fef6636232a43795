import type { DownloadState, DownloadTask } from "../../../formats/offline/download.ts";
import { isSameSelection } from "../../../formats/offline/scopes.ts";
import type { Channel, DownloadContext } from "./download-context.ts";

/** A message between open pages, which may be of two versions: none of these names may change. */
type Message =
  /** The state of the sender's download. */
  | { readonly kind: "state"; readonly state: DownloadState }
  /** The task or the stored edition has changed. */
  | { readonly kind: "changed" }
  /** A page has been opened, and asks for the state. */
  | { readonly kind: "asked" };

/** The state of the download, shared by all open pages, whichever of them runs it. */
export class DownloadStatus {
  readonly #context: DownloadContext;
  readonly #onTask: (task: DownloadTask | undefined) => DownloadState | undefined;
  readonly #listeners = new Set<(state: DownloadState) => void>();
  #channel: Channel | undefined;
  #state: DownloadState | undefined;
  /** Whether the state is that of a download in this page. */
  #isOwn = false;

  /**
   * @param onTask called with the task when any page may have changed it. Returns the last state of a download that it stops in
   *   this page
   */
  constructor(context: DownloadContext, onTask: (task: DownloadTask | undefined) => DownloadState | undefined) {
    this.#context = context;
    this.#onTask = onTask;
  }

  /** Undefined until it is known. */
  get state(): DownloadState | undefined {
    return this.#state;
  }

  listen(): void {
    if (this.#channel) return;
    const name = `${this.#context.root.href} edition`;
    this.#channel = this.#context.openChannel(name, (message) => this.#receive(message as Message));
    this.#post({ kind: "asked" });
  }

  subscribe(listener: (state: DownloadState) => void): () => void {
    this.#listeners.add(listener);
    this.listen();
    if (this.#state) listener(this.#state);
    else void this.refresh();
    return () => void this.#listeners.delete(listener);
  }

  /** Sends the state of this page's download to everyone. */
  publish(state: DownloadState): void {
    this.#isOwn = true;
    this.#setState(state);
    this.#post({ kind: "state", state });
  }

  /** Notifies everyone that the task or the stored edition has changed. */
  async notifyChanged(): Promise<void> {
    this.#post({ kind: "changed" });
    await this.refresh();
  }

  /** Reads the state from the stored task. A browser that refuses storage has none. */
  async refresh(): Promise<void> {
    const task = await this.#context.store.task().catch(() => undefined);
    const last = this.#onTask(task);
    if (last) this.publish(stateOf(task, last));
    else this.#setState(stateOf(task, this.#state));
  }

  #receive(message: Message): void {
    if (message.kind === "changed") void this.refresh();
    else if (message.kind === "asked") this.#answer();
    else {
      this.#isOwn = false;
      this.#setState(message.state);
    }
  }

  #answer(): void {
    if (this.#isOwn && this.#state) this.#post({ kind: "state", state: this.#state });
  }

  #setState(state: DownloadState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }

  #post(message: Message): void {
    this.#channel?.postMessage(message);
  }
}

/** The state that a task implies. The task has no progress: it is carried over from the state before. */
function stateOf(task: DownloadTask | undefined, before: DownloadState | undefined): DownloadState {
  if (!task) return { phase: "idle" };
  const { selection, fault, isPaused } = task;
  if (fault) return { phase: "stopped", selection, fault };
  const known = before && before.phase !== "idle" && isSameSelection(before.selection, selection) ? before : undefined;
  const progress = known && "progress" in known ? known.progress : undefined;
  if (isPaused) return { phase: "paused", selection, progress };
  const isRunning = known?.phase === "saving" || known?.phase === "waiting";
  return isRunning ? known : { phase: "preparing", selection };
}

import type { SaveState, SaveTask } from "../../../formats/offline/download.ts";
import { isSameSelection } from "../../../formats/offline/scopes.ts";
import type { Channel, Surroundings } from "./download-context.ts";

/** What the open pages of a publication tell each other. */
type Told =
  /** How far the save of the teller is. */
  | { readonly kind: "state"; readonly state: SaveState }
  /** The task, or what is kept, is another now. */
  | { readonly kind: "changed" }
  /** A page has been opened. */
  | { readonly kind: "asked" };

/** Where all open pages see what is being saved, whichever of them does it. */
export class SaveBoard {
  readonly #page: Surroundings;
  readonly #taskChanged: (task: SaveTask | undefined) => SaveState | undefined;
  readonly #listeners = new Set<(state: SaveState) => void>();
  #channel: Channel | undefined;
  #state: SaveState | undefined;
  /** Whether the state is one that this page has told the others. */
  #isOwn = false;

  /**
   * @param taskChanged is told of the task when it may have changed, in whatever page. It gives the last state of a save that
   *   this page has left off because of it
   */
  constructor(page: Surroundings, taskChanged: (task: SaveTask | undefined) => SaveState | undefined) {
    this.#page = page;
    this.#taskChanged = taskChanged;
  }

  /** Undefined until something is known of it. */
  get state(): SaveState | undefined {
    return this.#state;
  }

  listen(): void {
    if (this.#channel) return;
    this.#channel = this.#page.openChannel(`${this.#page.root.href} edition`, (told) => this.#hear(told as Told));
    this.#post({ kind: "asked" });
  }

  follow(listener: (state: SaveState) => void): () => void {
    this.#listeners.add(listener);
    this.listen();
    if (this.#state) listener(this.#state);
    else void this.look();
    return () => void this.#listeners.delete(listener);
  }

  /** Tells everyone how far the save of this page is. */
  tell(state: SaveState): void {
    this.#isOwn = true;
    this.#show(state);
    this.#post({ kind: "state", state });
  }

  /** Tells everyone that the task, or what is kept, is another. */
  async changed(): Promise<void> {
    this.#post({ kind: "changed" });
    await this.look();
  }

  /** Takes the state from the task. A browser that gives no storage has none. */
  async look(): Promise<void> {
    const task = await this.#page.store.task().catch(() => undefined);
    const last = this.#taskChanged(task);
    if (last) this.tell(stateOf(task, last));
    else this.#show(stateOf(task, this.#state));
  }

  #hear(told: Told): void {
    if (told.kind === "changed") void this.look();
    else if (told.kind === "asked") this.#answer();
    else {
      this.#isOwn = false;
      this.#show(told.state);
    }
  }

  #answer(): void {
    if (this.#isOwn && this.#state) this.#post({ kind: "state", state: this.#state });
  }

  #show(state: SaveState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }

  #post(told: Told): void {
    this.#channel?.postMessage(told);
  }
}

/** What a task says of the state; how far a save is, is known from the state before only. */
function stateOf(task: SaveTask | undefined, before: SaveState | undefined): SaveState {
  if (!task) return { phase: "idle" };
  const { selection, fault, isPaused } = task;
  if (fault) return { phase: "stopped", selection, fault };
  const known = before && before.phase !== "idle" && isSameSelection(before.selection, selection) ? before : undefined;
  const progress = known && "progress" in known ? known.progress : undefined;
  if (isPaused) return { phase: "paused", selection, progress };
  const isUnderWay = known?.phase === "saving" || known?.phase === "waiting";
  return isUnderWay ? known : { phase: "preparing", selection };
}

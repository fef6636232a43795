import { goesOn, type SaveFault, type SaveState, type SaveTask } from "../../../formats/offline/download.ts";
import type { Selection } from "../../../formats/offline/scopes.ts";
import { cancelSave, dropLeftovers, stopSave } from "../store/stored-editions.ts";
import type { Surroundings } from "./download-context.ts";
import { SaveRun } from "./download-run.ts";
import type { SaveBoard } from "./download-status.ts";

/** Saves when it is the turn of this page: of all that are open one does at a time, and when it is closed the next. */
export class SaveTurns {
  readonly #page: Surroundings;
  readonly #board: SaveBoard;
  #isQueued = false;
  #run: SaveRun | undefined;

  constructor(page: Surroundings, board: SaveBoard) {
    this.#page = page;
    this.#board = board;
  }

  /** Begins, or leaves off, as the task says. Gives the last state of what has been left off. */
  follow(task: SaveTask | undefined): SaveState | undefined {
    if (goesOn(task) && !this.#isQueued) void this.#queue();
    return this.#run && !goesOn(task, this.#run.selection) ? this.#run.leaveOff() : undefined;
  }

  /** Resolves when no page saves any more, and nothing is left of a save that was cancelled. */
  async clearUp(): Promise<void> {
    await this.#inTurn(() => dropLeftovers(this.#page.store));
  }

  async #queue(): Promise<void> {
    this.#isQueued = true;
    await this.#inTurn(async () => {
      this.#isQueued = false;
      await this.#work();
    });
  }

  async #inTurn(act: () => Promise<void>): Promise<void> {
    await this.#page.locks?.request(`${this.#page.root.href} edition`, act);
  }

  async #work(): Promise<void> {
    const { store } = this.#page;
    for (let task = await store.task(); goesOn(task); task = await store.task()) {
      this.#run = new SaveRun(task.selection, this.#page, (state) => this.#board.tell(state));
      const fault = await this.#run.end();
      this.#run = undefined;
      if (fault) return this.#stop(task.selection, fault);
      await this.#board.changed();
    }
    await dropLeftovers(store);
  }

  async #stop(selection: Selection, fault: SaveFault): Promise<void> {
    const { store } = this.#page;
    try {
      await stopSave(store, selection, fault).catch(async () => {
        // Even the fault needs some room.
        await cancelSave(store, selection);
        await store.changeTask((task) => task ?? { selection, isPaused: false, fault });
      });
      await this.#board.changed();
    } catch {
      this.#board.tell({ phase: "stopped", selection, fault });
    }
  }
}

import type { SaveState, SaveTask } from "../../../formats/offline/download.ts";
import type { EditionParts, Selection } from "../../../formats/offline/scopes.ts";
import type { KeptEdition } from "../../../formats/offline/stored-edition.ts";
import { EDITION_PARTS } from "../../../model/urls.ts";
import { cancelSave } from "../store/stored-editions.ts";
import type { Surroundings } from "./download-context.ts";
import { SaveTurns } from "./download-queue.ts";
import { SaveBoard } from "./download-status.ts";
import { readParts } from "./list-schemas.ts";
import { freeBytes, storageFault } from "./storage-error.ts";

/**
 * Takes an edition along, and does what readers want of it, from any open page of the publication: what one page is asked to
 * do is seen in all of them.
 */
export class EditionKeeper {
  readonly #page: Surroundings;
  readonly #board: SaveBoard;
  readonly #turns: SaveTurns;

  constructor(page: Surroundings) {
    this.#page = page;
    this.#board = new SaveBoard(page, (task) => this.#turns.follow(task));
    this.#turns = new SaveTurns(page, this.#board);
  }

  /** The edition that the device holds. A browser that gives no storage holds none. */
  async kept(): Promise<KeptEdition | undefined> {
    const held = await this.#page.store.held().catch(() => undefined);
    return held?.kept;
  }

  async task(): Promise<SaveTask | undefined> {
    return this.#page.store.task().catch(() => undefined);
  }

  /**
   * Takes a part along, or brings it up to date: what the device holds already is not fetched again. Resolves when that is
   * under way; how it goes on, and why it cannot, is for those who follow.
   */
  async save(selection: Selection): Promise<void> {
    // Neither is waited for: the first may ask the reader, and without the second the edition is there for later.
    void this.#page.storage?.persist?.().catch(() => false);
    void this.#page.registerWorker();
    await this.#begin(selection);
  }

  async pause(): Promise<void> {
    await this.#page.store.changeTask((task) => task && { ...task, isPaused: true });
    await this.#board.changed();
  }

  /** Goes on with a save that was paused, or that a fault has stopped. */
  async resume(): Promise<void> {
    const task = await this.task();
    const { state } = this.#board;
    const selection = task?.selection ?? (state?.phase === "stopped" ? state.selection : undefined);
    if (selection) await this.#begin(selection);
  }

  /** Gives up what is being saved. Resolves when nothing of it is left; what was kept before is kept. */
  async cancel(): Promise<void> {
    try {
      await cancelSave(this.#page.store);
    } catch (error) {
      // Where nothing can be stored, there is nothing to give up but the wish.
      const { state } = this.#board;
      if (state?.phase !== "stopped" || state.fault.kind !== "no-storage") throw error;
      return this.#board.tell({ phase: "idle" });
    }
    await this.#board.changed();
    await this.#turns.clearUp();
  }

  /** Ends what is being saved, and deletes what is kept. Rejects where that cannot be done. */
  async delete(): Promise<void> {
    await this.cancel();
    const answer = await this.#page.askWorker({ kind: "delete-edition" });
    if (!answer.done) throw new DOMException("The edition could not be deleted.", answer.reason);
    await this.#board.changed();
  }

  /** Goes on with what is unfinished, as soon as no other page does. */
  async goOn(): Promise<void> {
    this.#board.listen();
    await this.#board.look();
  }

  /** Tells the state now, and whenever it or what is kept has changed, until the function that it gives is called. */
  follow(listener: (state: SaveState) => void): () => void {
    return this.#board.follow(listener);
  }

  /** What the host has to take along. Rejects where that cannot be had. */
  async parts(): Promise<EditionParts> {
    const response = await this.#page.fetch(new URL(`.${EDITION_PARTS}`, this.#page.root), { cache: "no-cache" });
    const parts = response.ok ? readParts(await response.arrayBuffer()) : undefined;
    if (!parts) throw new Error(`${response.status} for ${EDITION_PARTS}`);
    return parts;
  }

  /** What the host has, where that is another edition than the kept one and still has the part. */
  async newerEdition(): Promise<EditionParts | undefined> {
    const kept = await this.kept();
    const parts = kept && (await this.parts().catch(() => undefined));
    const isOffered = parts?.parts.some(({ id }) => id === kept?.selection.part);
    return isOffered && parts?.fingerprint !== kept?.fingerprint ? parts : undefined;
  }

  /** How much more the browser gives room for; undefined where it does not say. */
  freeBytes(): Promise<number | undefined> {
    return freeBytes(this.#page);
  }

  async #begin(selection: Selection): Promise<void> {
    const { store, locks } = this.#page;
    this.#board.listen();
    try {
      if (!locks) throw new DOMException("This browser cannot keep pages from saving the same.", "NotSupportedError");
      await store.changeTask(() => ({ selection, isPaused: false }));
      await this.#board.changed();
    } catch (error) {
      this.#board.tell({
        phase: "stopped",
        selection,
        fault: await storageFault(error, await this.#needOf(selection), this.#page),
      });
    }
  }

  /** All of a part has to be fetched, as far as is known before. */
  async #needOf({ part, pictures }: Selection): Promise<{ readonly bytes: 0; readonly bytesInAll: number }> {
    const parts = await this.parts().catch(() => undefined);
    const needed = parts?.parts.find(({ id }) => id === part);
    return { bytes: 0, bytesInAll: needed ? needed.bytes + (pictures ? needed.pictureBytes : 0) : 0 };
  }
}

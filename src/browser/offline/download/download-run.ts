import type { SaveFault, SaveState } from "../../../formats/offline/download.ts";
import { goesOn } from "../../../formats/offline/download.ts";
import type { Selection } from "../../../formats/offline/scopes.ts";
import type { KeptEdition } from "../../../formats/offline/stored-edition.ts";
import { OFFLINE_WORKER } from "../../../model/urls.ts";
import { heldHashes } from "../store/stored-editions.ts";
import type { Surroundings } from "./download-context.ts";
import { SaveError } from "./download-error.ts";
import { ProgressTeller } from "./download-progress.ts";
import { type EditionLists, fetchLists } from "./edition-lists.ts";
import { fetchFile, isOfThisFile } from "./fetch-file.ts";
import { fetchMissing } from "./fetch-missing.ts";
import { FileBatch } from "./file-batch.ts";
import { Host } from "./host.ts";
import { type WantedFiles, wantedFiles } from "./required-files.ts";
import { freeBytes, noRoom, storageFault } from "./storage-error.ts";
import { wait } from "./wait.ts";

/** A host that has still other editions after so many is not in one piece. */
const MOST_EDITIONS = 5;
/** How long a worker that has not answered is left alone, each time. */
const RESTS_MS = [5000, 10_000, 20_000] as const;

/** One go at taking a part along, from the lists of an edition to the edition kept. */
export class SaveRun {
  readonly selection: Selection;
  readonly #page: Surroundings;
  readonly #leavingOff = new AbortController();
  readonly #teller: ProgressTeller;
  readonly #host: Host;
  readonly #batch: FileBatch;

  constructor(selection: Selection, page: Surroundings, tell: (state: SaveState) => void) {
    this.selection = selection;
    this.#page = page;
    this.#teller = new ProgressTeller(selection, tell, page.nowMs);
    this.#batch = new FileBatch(page.store);
    this.#host = new Host(page, this.#leavingOff.signal, (isLost) => this.#lineChanged(isLost));
  }

  /** What has been fetched is stored, and nothing more asked for or told. Gives how far it has come. */
  leaveOff(): SaveState {
    this.#leavingOff.abort();
    return this.#teller.state;
  }

  /** Resolves when the edition is kept, the run has been left off, or a fault has ended it, which it then gives. */
  async end(): Promise<SaveFault | undefined> {
    try {
      this.#teller.begin();
      await this.#save(await this.#lists(), MOST_EDITIONS);
      return undefined;
    } catch (error) {
      if (this.#leavingOff.signal.aborted) return undefined;
      if (error instanceof SaveError) return error.fault;
      return storageFault(error, this.#teller.progress ?? { bytes: 0, bytesInAll: 0 }, this.#page);
    }
  }

  #lists(): Promise<EditionLists> {
    return fetchLists(this.#host, this.#page.store, this.#leavingOff.signal);
  }

  /** A file that cannot be had may be one of an edition that the host has no longer: then the save goes on with the newer. */
  async #save(lists: EditionLists, editionsLeft: number): Promise<void> {
    const wanted = await this.#wanted(lists);
    try {
      await this.#fetch(wanted);
    } catch (error) {
      if (!isOfThisFile(error) || editionsLeft === 0) throw error;
      const now = await this.#lists();
      if (now.parts.fingerprint === lists.parts.fingerprint) throw error;
      return this.#save(now, editionsLeft - 1);
    }
    await this.#keep(wanted.edition);
  }

  async #wanted(lists: EditionLists): Promise<WantedFiles> {
    const { store, nowMs } = this.#page;
    const [held, hashes] = await Promise.all([store.held(), store.hashes()]);
    const wanted = wantedFiles(this.selection, lists, { hashes, held: heldHashes(held) }, nowMs());
    if (!wanted) throw new SaveError({ kind: "no-such-part" });
    const { bytes, bytesInAll } = wanted.progress;
    const free = await freeBytes(this.#page);
    if (free !== undefined && bytesInAll - bytes > free) throw new SaveError(noRoom(wanted.progress, free));
    return wanted;
  }

  async #fetch({ missing, progress }: WantedFiles): Promise<void> {
    this.#teller.begin(progress);
    try {
      await fetchMissing(missing, async (file) => {
        const fetched = await fetchFile(this.#host, file);
        this.#teller.fetched(file);
        await this.#batch.add(fetched);
        // Who knows what becomes of the tab until the line is there again?
        if (this.#teller.isLineLost) await this.#batch.write();
      });
    } finally {
      await this.#batch.write();
    }
    this.#teller.tellNow();
  }

  async #keep(edition: KeptEdition): Promise<void> {
    for (const restMs of [...RESTS_MS, undefined]) {
      // The reader may have thought better of it in a page that could not be heard.
      if (!goesOn(await this.#page.store.task(), this.selection)) this.leaveOff();
      this.#leavingOff.signal.throwIfAborted();
      const answer = await this.#page.askWorker({ kind: "swap-edition", edition });
      if (answer.done) return;
      if (answer.reason !== "TimeoutError") throw new DOMException("The edition could not be kept.", answer.reason);
      if (restMs !== undefined) await wait(restMs, this.#leavingOff.signal);
    }
    throw new SaveError({ kind: "unavailable", path: OFFLINE_WORKER.slice(1), status: 0 });
  }

  #lineChanged(isLost: boolean): void {
    // Whoever adds to the batch, or ends it, is told where this fails.
    if (isLost) this.#batch.write().catch(() => {});
    this.#teller.lineChanged(isLost);
  }
}

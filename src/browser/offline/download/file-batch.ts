import type { EditionStore, StoredFile } from "../store/edition-store.ts";

/** Every write waits for the disk: large batches are faster, but what is not yet written is lost when the tab is closed. */
const MAX_FILES = 16;
const MAX_BYTES = 2 ** 20;

/** Writes files to the store in batches. After a failed write, all later ones fail with the same error. */
export class FileBatch {
  readonly #store: EditionStore;
  #files: StoredFile[] = [];
  #bytes = 0;
  #written: Promise<void> = Promise.resolve();

  constructor(store: EditionStore) {
    this.#store = store;
  }

  /** Adds a file, and writes the batch if it is full. */
  async add(file: StoredFile): Promise<void> {
    this.#files.push(file);
    this.#bytes += file.bytes.byteLength;
    if (this.#files.length >= MAX_FILES || this.#bytes >= MAX_BYTES) await this.write();
  }

  /** Writes what has been added so far. */
  write(): Promise<void> {
    const files = this.#files;
    this.#files = [];
    this.#bytes = 0;
    if (files.length > 0) this.#written = this.#written.then(() => this.#store.addFiles(files));
    return this.#written;
  }
}

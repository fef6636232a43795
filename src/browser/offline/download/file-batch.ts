import type { EditionStore, StoredFile } from "../store/edition-store.ts";

/** A write waits for the disk: few large ones are quicker, and what is not yet written is lost with the tab. */
const MOST_FILES = 16;
const MOST_BYTES = 2 ** 20;

/** Writes files into the store, several at a time. After a write that failed, every further one fails likewise. */
export class FileBatch {
  readonly #store: EditionStore;
  #files: StoredFile[] = [];
  #bytes = 0;
  #written: Promise<void> = Promise.resolve();

  constructor(store: EditionStore) {
    this.#store = store;
  }

  /** Resolves at once, or when the batch that is full with the file has been written. */
  async add(file: StoredFile): Promise<void> {
    this.#files.push(file);
    this.#bytes += file.bytes.byteLength;
    if (this.#files.length >= MOST_FILES || this.#bytes >= MOST_BYTES) await this.write();
  }

  /** Writes what has been added. */
  write(): Promise<void> {
    const files = this.#files;
    this.#files = [];
    this.#bytes = 0;
    if (files.length > 0) this.#written = this.#written.then(() => this.#store.addFiles(files));
    return this.#written;
  }
}

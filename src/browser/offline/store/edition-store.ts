import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from "idb";
import type { DownloadTask } from "../../../formats/offline/download.ts";
import { editionStoreName } from "../../../formats/offline/storage-names.ts";
import type { StoredEditions } from "../../../formats/offline/stored-edition.ts";

/** A file of an edition, as its host sent it. */
export interface StoredFile {
  readonly sha256: string;
  /** The media type, as in the header `Content-Type`. */
  readonly type: string;
  readonly bytes: ArrayBuffer;
}

/** Everything in the store, at one instant. */
export interface StoreSnapshot {
  readonly editions: StoredEditions;
  readonly task: DownloadTask | undefined;
  /** The SHA-256 of all stored files. */
  readonly hashes: ReadonlySet<string>;
}

/** The records to store, and the hashes of the files to delete. */
export interface StoreUpdate extends Pick<StoreSnapshot, "editions" | "task"> {
  readonly unused: Iterable<string>;
}

/** Version 1. The names of stores and keys, and the fields of records, have been on devices since then. */
interface Schema extends DBSchema {
  /** By SHA-256: editions share equal files. */
  readonly files: { readonly key: string; readonly value: StoredFile };
  readonly editions: { readonly key: "held"; readonly value: StoredEditions };
  readonly tasks: { readonly key: "save"; readonly value: DownloadTask };
}

type Database = IDBPDatabase<Schema>;
type Upgrade = IDBPTransaction<Schema, StoreNames<Schema>[], "versionchange">;

const NO_EDITIONS: StoredEditions = { kept: undefined, former: [] };

/** Writes are flushed to disk before they resolve, so that a browser that is killed has either all of one or nothing. */
const DURABLE = { durability: "strict" } as const;

/**
 * The IndexedDB database of downloaded editions. Every publication has its own, since all sites of an origin share one storage.
 * Writes are atomic.
 *
 * Every method rejects with a `DOMException` where the browser refuses storage; writes reject with a `QuotaExceededError` where
 * the storage is full.
 */
export class EditionStore {
  readonly #scope: string;
  #connection: Promise<Database | undefined> = Promise.resolve(undefined);

  /** @param scope the full URL of the publication's root, with its trailing slash */
  constructor(scope: string) {
    this.#scope = scope;
  }

  async editions(): Promise<StoredEditions> {
    return (await (await this.#connectToExisting())?.get("editions", "held")) ?? NO_EDITIONS;
  }

  /**
   * Changes what is stored depending on what is there, in one transaction: writes of other pages come before or after it.
   *
   * @param decide may throw; then nothing is changed
   */
  async update(decide: (now: StoreSnapshot) => StoreUpdate): Promise<void> {
    const transaction = (await this.#connect()).transaction(["editions", "files", "tasks"], "readwrite", DURABLE);
    const editionStore = transaction.objectStore("editions");
    const files = transaction.objectStore("files");
    const tasks = transaction.objectStore("tasks");
    const [editions = NO_EDITIONS, task, keys] = await Promise.all([
      editionStore.get("held"),
      tasks.get("save"),
      files.getAllKeys(),
    ]);
    const next = decide({ editions, task, hashes: new Set(keys) });
    // Unchanged records are not written: that needs space, and the disk may be full.
    const writes: Promise<unknown>[] = [...next.unused].map((sha256) => files.delete(sha256));
    if (next.editions !== editions) writes.push(editionStore.put(next.editions, "held"));
    if (next.task !== task) writes.push(next.task ? tasks.put(next.task, "save") : tasks.delete("save"));
    await Promise.all([...writes, transaction.done]);
  }

  async task(): Promise<DownloadTask | undefined> {
    return (await this.#connectToExisting())?.get("tasks", "save");
  }

  /** Changes the task in one transaction, and returns the new one. */
  async updateTask(change: (task: DownloadTask | undefined) => DownloadTask | undefined): Promise<DownloadTask | undefined> {
    const transaction = (await this.#connect()).transaction("tasks", "readwrite", DURABLE);
    const task = change(await transaction.store.get("save"));
    const write = task ? transaction.store.put(task, "save") : transaction.store.delete("save");
    await Promise.all([write, transaction.done]);
    return task;
  }

  async file(sha256: string): Promise<StoredFile | undefined> {
    return (await this.#connectToExisting())?.get("files", sha256);
  }

  /** The SHA-256 of all stored files. */
  async hashes(): Promise<ReadonlySet<string>> {
    return new Set(await (await this.#connectToExisting())?.getAllKeys("files"));
  }

  async addFiles(files: readonly StoredFile[]): Promise<void> {
    const transaction = (await this.#connect()).transaction("files", "readwrite", DURABLE);
    await Promise.all([...files.map((file) => transaction.store.put(file)), transaction.done]);
  }

  /** Undefined where nothing has ever been stored: reading creates no database. */
  #connectToExisting(): Promise<Database | undefined> {
    return this.#reuseConnection(async () => {
      try {
        return await this.#open((upgrade) => {
          upgrade.abort();
          upgrade.done.catch(() => {});
        });
      } catch (error) {
        if (error instanceof DOMException && error.name === "AbortError") return undefined;
        throw error;
      }
    });
  }

  #connect(): Promise<Database> {
    return this.#reuseConnection(() =>
      this.#open(({ db }) => {
        db.createObjectStore("files", { keyPath: "sha256" });
        db.createObjectStore("editions");
        db.createObjectStore("tasks");
      }),
    );
  }

  /** Opens one connection at a time, and shares it until it closes. */
  #reuseConnection<T extends Database | undefined>(open: () => Promise<T>): Promise<Database | T> {
    const connection = this.#connection.then(async (database): Promise<Database | T> => database ?? open());
    this.#connection = connection.catch(() => undefined);
    return connection;
  }

  /** @param create called where there is no database yet */
  async #open(create: (upgrade: Upgrade) => void): Promise<Database> {
    const forget = () => {
      this.#connection = Promise.resolve(undefined);
    };
    const database = await openDB<Schema>(editionStoreName(this.#scope), 1, {
      upgrade: (_database, _oldVersion, _newVersion, upgrade) => create(upgrade),
      // Closes, so that other pages can delete the database.
      blocking: () => {
        forget();
        database.close();
      },
      terminated: forget,
    });
    return database;
  }
}

/** Deletes the database of a publication, if there is one. */
export async function deleteEditionStore(scope: string): Promise<void> {
  await deleteDB(editionStoreName(scope));
}

import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from "idb";
import type { SaveTask } from "../../../formats/offline/download.ts";
import { editionStoreName } from "../../../formats/offline/storage-names.ts";
import type { KeptEdition } from "../../../formats/offline/stored-edition.ts";

/** A file of an edition, as its host sent it. */
export interface StoredFile {
  readonly sha256: string;
  /** The media type, as in the field `Content-Type`. */
  readonly type: string;
  readonly bytes: ArrayBuffer;
}

/** An edition that was kept before, and the open pages that are made from it. */
export interface FormerEdition {
  readonly edition: KeptEdition;
  /** Their ids as clients of the worker. */
  readonly clients: readonly string[];
}

/** The editions that a device holds. */
export interface HeldEditions {
  readonly kept: KeptEdition | undefined;
  readonly former: readonly FormerEdition[];
}

/** All that a device holds, at one instant. */
export interface StoreState {
  readonly held: HeldEditions;
  readonly task: SaveTask | undefined;
  /** The SHA-256 of all files that are there. */
  readonly hashes: ReadonlySet<string>;
}

/** What is to be held and done from now on, and the files that can go. */
export interface Revision extends Pick<StoreState, "held" | "task"> {
  readonly unused: Iterable<string>;
}

interface Schema extends DBSchema {
  /** By SHA-256: what two editions have in common is there once. */
  readonly files: { readonly key: string; readonly value: StoredFile };
  readonly editions: { readonly key: "held"; readonly value: HeldEditions };
  readonly tasks: { readonly key: "save"; readonly value: SaveTask };
}

type Database = IDBPDatabase<Schema>;
type Upgrade = IDBPTransaction<Schema, StoreNames<Schema>[], "versionchange">;

const NOTHING: HeldEditions = { kept: undefined, former: [] };

/** What a write is waited for: until it is on the disk, so that a browser that is killed has either all of it or nothing. */
const WRITTEN = { durability: "strict" } as const;

/**
 * Where the browser holds what is taken along. A database of its own for every publication, since all sites of a host share
 * them: its name begins with the scope and a space, as those of the caches do. What is written is there as a whole or not at all.
 *
 * Every method rejects with a `DOMException` where the browser refuses storage, and the writing ones with a
 * `QuotaExceededError` where there is no room.
 */
export class EditionStore {
  readonly #scope: string;
  #opened: Promise<Database | undefined> = Promise.resolve(undefined);

  /** @param scope the whole address of the publication's root, which ends in a slash */
  constructor(scope: string) {
    this.#scope = scope;
  }

  async held(): Promise<HeldEditions> {
    return (await (await this.#existing())?.get("editions", "held")) ?? NOTHING;
  }

  /**
   * Changes what is held by what is there, in one transaction: whatever another page writes comes before or after it.
   *
   * @param decide may throw, and then nothing is changed
   */
  async revise(decide: (now: StoreState) => Revision): Promise<void> {
    const transaction = (await this.#open()).transaction(["editions", "files", "tasks"], "readwrite", WRITTEN);
    const editions = transaction.objectStore("editions");
    const files = transaction.objectStore("files");
    const tasks = transaction.objectStore("tasks");
    const [held = NOTHING, task, keys] = await Promise.all([editions.get("held"), tasks.get("save"), files.getAllKeys()]);
    const revision = decide({ held, task, hashes: new Set(keys) });
    // What is no other than before takes no room, and a full device gives none.
    const writes: Promise<unknown>[] = [...revision.unused].map((sha256) => files.delete(sha256));
    if (revision.held !== held) writes.push(editions.put(revision.held, "held"));
    if (revision.task !== task) writes.push(revision.task ? tasks.put(revision.task, "save") : tasks.delete("save"));
    await Promise.all([...writes, transaction.done]);
  }

  async task(): Promise<SaveTask | undefined> {
    return (await this.#existing())?.get("tasks", "save");
  }

  /** Changes the task by what it is, in one transaction. Gives what it is afterwards. */
  async changeTask(change: (task: SaveTask | undefined) => SaveTask | undefined): Promise<SaveTask | undefined> {
    const transaction = (await this.#open()).transaction("tasks", "readwrite", WRITTEN);
    const task = change(await transaction.store.get("save"));
    const written = task ? transaction.store.put(task, "save") : transaction.store.delete("save");
    await Promise.all([written, transaction.done]);
    return task;
  }

  async file(sha256: string): Promise<StoredFile | undefined> {
    return (await this.#existing())?.get("files", sha256);
  }

  /** The SHA-256 of all files that are there. */
  async hashes(): Promise<ReadonlySet<string>> {
    return new Set(await (await this.#existing())?.getAllKeys("files"));
  }

  async addFiles(files: readonly StoredFile[]): Promise<void> {
    const transaction = (await this.#open()).transaction("files", "readwrite", WRITTEN);
    await Promise.all([...files.map((file) => transaction.store.put(file)), transaction.done]);
  }

  /** Undefined where nothing has ever been stored: nothing is made by looking. */
  #existing(): Promise<Database | undefined> {
    return this.#reach(async () => {
      try {
        return await this.#openAnew((upgrade) => {
          upgrade.abort();
          upgrade.done.catch(() => {});
        });
      } catch (error) {
        if (error instanceof DOMException && error.name === "AbortError") return undefined;
        throw error;
      }
    });
  }

  #open(): Promise<Database> {
    return this.#reach(() =>
      this.#openAnew(({ db }) => {
        db.createObjectStore("files", { keyPath: "sha256" });
        db.createObjectStore("editions");
        db.createObjectStore("tasks");
      }),
    );
  }

  /** One connection serves all, one after the other, until it is given up. */
  #reach<T extends Database | undefined>(open: () => Promise<T>): Promise<Database | T> {
    const reached = this.#opened.then(async (database): Promise<Database | T> => database ?? open());
    this.#opened = reached.catch(() => undefined);
    return reached;
  }

  /** @param make what is done where there is no store yet */
  async #openAnew(make: (upgrade: Upgrade) => void): Promise<Database> {
    const forget = () => {
      this.#opened = Promise.resolve(undefined);
    };
    const database = await openDB<Schema>(editionStoreName(this.#scope), 1, {
      upgrade: (_database, _before, _now, upgrade) => make(upgrade),
      // Whoever deletes it does not wait for the pages that have it open.
      blocking: () => {
        forget();
        database.close();
      },
      terminated: forget,
    });
    return database;
  }
}

/** Deletes the store of a publication; where there is none, nothing happens. */
export async function deleteEditionStore(scope: string): Promise<void> {
  await deleteDB(editionStoreName(scope));
}

import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { vi } from "vitest";
import type { DownloadContext, EditionCommand, Locks } from "../../src/browser/offline/download/download-context.ts";
import { OfflineDownload } from "../../src/browser/offline/download/offline-download.ts";
import { EditionStore, type StoredFile } from "../../src/browser/offline/store/edition-store.ts";
import { deleteEdition, deleteUnused, outcomeOf, swapEdition } from "../../src/browser/offline/store/stored-editions.ts";
import type { DownloadState, DownloadTask } from "../../src/formats/offline/download.ts";
import type { Selection } from "../../src/formats/offline/scopes.ts";
import type { StoredEdition } from "../../src/formats/offline/stored-edition.ts";
import type { Done } from "../../src/formats/offline/worker-messages.ts";
import { EditionHost, PUBLICATION, ROOT } from "./fake-host.ts";

export const EVERYTHING: Selection = { part: "everything", pictures: true };

const TIMEOUT_MS = 20_000;
/** Fake time that passes while waiting for something else than timers. */
const TICK_MS = 20;

/** What a closed tab awaits. */
const never = () => new Promise<never>(() => {});

/** A browser with several tabs of the publication. */
export class Device {
  readonly host: EditionHost;
  readonly network = new EventTarget();
  readonly locks = new FakeLocks();
  readonly store: EditionStore;
  /** The storage estimate of the browser. */
  quota: { quota?: number; usage?: number } = {};
  persistRequests = 0;
  tabs: Tab[] = [];

  constructor(host: EditionHost) {
    this.host = host;
    globalThis.indexedDB = new IDBFactory();
    this.store = new EditionStore(ROOT.href);
  }

  open(changes: Partial<DownloadContext> = {}): Tab {
    const tab = new Tab(this, changes);
    this.tabs.push(tab);
    return tab;
  }

  async storedEdition(): Promise<StoredEdition | undefined> {
    return (await this.store.editions()).kept;
  }

  /** What the worker does when a page is opened. */
  async reopened(): Promise<void> {
    await deleteUnused(this.store, this.openClients());
  }

  /** The ids of open tabs, as the worker knows them. */
  openClients(): readonly string[] {
    return this.tabs.flatMap((tab, index) => (tab.isClosed ? [] : [`tab ${index}`]));
  }

  /** The text of every file of the stored edition, by path. */
  async read(): Promise<Readonly<Record<string, string | undefined>>> {
    const files = Object.entries((await this.storedEdition())?.files ?? {});
    const texts = files.map(async ([path, sha256]) => [path, await this.#text(sha256)] as const);
    return Object.fromEntries(await Promise.all(texts));
  }

  async #text(sha256: string): Promise<string | undefined> {
    const file = await this.store.file(sha256);
    return file && new TextDecoder().decode(file.bytes);
  }
}

/** A page with its download, which can be closed at any step. */
export class Tab {
  readonly download: OfflineDownload;
  readonly states: DownloadState[] = [];
  readonly device: Device;
  readonly store: TabStore;
  /** The number of steps before it is closed: a step is a request or an answer of the network, the store or the worker. */
  stepsLeft = Number.POSITIVE_INFINITY;
  isClosed = false;
  /** The number of pending operations. */
  pendingCount = 0;
  onMessage: ((message: unknown) => void) | undefined;

  constructor(device: Device, changes: Partial<DownloadContext>) {
    this.device = device;
    this.store = new TabStore(this);
    this.download = new OfflineDownload({ ...this.#context(), ...changes });
    this.download.subscribe((state) => this.states.push(state));
  }

  get state(): DownloadState | undefined {
    return this.states.at(-1);
  }

  close(): void {
    this.isClosed = true;
    this.device.locks.close(this);
  }

  async step(): Promise<void> {
    if (this.stepsLeft === 0) this.close();
    this.stepsLeft -= 1;
    if (this.isClosed) await never();
  }

  async stepped<T>(run: () => Promise<T>): Promise<T> {
    await this.step();
    this.pendingCount += 1;
    try {
      const result = await run();
      await this.step();
      return result;
    } finally {
      this.pendingCount -= 1;
    }
  }

  /** Downloads until it is done, paused or stopped. */
  async finish(selection: Selection): Promise<DownloadState | undefined> {
    await this.download.start(selection);
    return this.settled();
  }

  /** Resolves when the download is done, paused or stopped, or the tab is closed. */
  async settled(): Promise<DownloadState | undefined> {
    const isRunning = () => this.state === undefined || ["preparing", "saving", "waiting"].includes(this.state.phase);
    await until(() => this.isClosed || !isRunning());
    return this.state;
  }

  #context(): DownloadContext {
    const { device } = this;
    return {
      root: ROOT,
      publication: PUBLICATION,
      store: this.store,
      locks: device.locks.of(this),
      network: device.network,
      storage: {
        estimate: async () => device.quota,
        persist: async () => {
          device.persistRequests += 1;
          return true;
        },
      },
      fetch: (address, request) =>
        orAborted(
          this.stepped(() => device.host.answer(address, request)),
          request.signal,
        ),
      openChannel: (_name, onMessage) => {
        this.onMessage = onMessage;
        return { postMessage: (message) => this.#post(message) };
      },
      registerWorker: async () => {},
      sendToWorker: (message) => this.stepped(() => this.#sendToWorker(message)),
      nowMs: Date.now,
    };
  }

  #post(message: unknown): void {
    if (this.isClosed) return;
    const copy = structuredClone(message);
    const others = this.device.tabs.filter((tab) => tab !== this && !tab.isClosed);
    setImmediate(() => {
      for (const tab of others) tab.onMessage?.(copy);
    });
  }

  #sendToWorker(message: EditionCommand): Promise<Done> {
    const { store } = this.device;
    const open = this.device.openClients();
    if (message.kind === "swap-edition") return outcomeOf(() => swapEdition(store, message.edition, open));
    if (message.kind === "delete-edition") return outcomeOf(() => deleteEdition(store));
    return outcomeOf(() => deleteUnused(store, open));
  }
}

/** The store as a tab uses it: the tab may be closed before a write starts, or before it learns that the write is done. */
export class TabStore extends EditionStore {
  /** Throws to make a write fail. */
  refuse: (write: "addFiles" | "updateTask" | "update") => void = () => {};
  readonly #tab: Tab;

  constructor(tab: Tab) {
    super(ROOT.href);
    this.#tab = tab;
  }

  override addFiles(files: readonly StoredFile[]): Promise<void> {
    return this.#write("addFiles", () => super.addFiles(files));
  }

  override updateTask(change: (task: DownloadTask | undefined) => DownloadTask | undefined): Promise<DownloadTask | undefined> {
    return this.#write("updateTask", () => super.updateTask(change));
  }

  override update(decide: Parameters<EditionStore["update"]>[0]): Promise<void> {
    return this.#write("update", () => super.update(decide));
  }

  #write<T>(kind: Parameters<TabStore["refuse"]>[0], run: () => Promise<T>): Promise<T> {
    return this.#tab.stepped(async () => {
      this.refuse(kind);
      return run();
    });
  }
}

interface LockRequest {
  readonly tab: Tab;
  readonly run: () => Promise<void>;
  readonly end: () => void;
}

/** Web Locks with a single name, granted in order. */
class FakeLocks {
  #queue: LockRequest[] = [];
  #current: LockRequest | undefined;

  of(tab: Tab): Locks {
    return { request: (_name, run) => (tab.isClosed ? never() : new Promise<void>((end) => this.#add({ tab, run, end }))) };
  }

  close(closed: Tab): void {
    this.#queue = this.#queue.filter(({ tab }) => tab !== closed);
    if (this.#current?.tab === closed) this.#next();
  }

  #add(request: LockRequest): void {
    this.#queue.push(request);
    if (!this.#current) this.#next();
  }

  #next(): void {
    const request = this.#queue.shift();
    this.#current = request;
    void request?.run().finally(() => {
      if (this.#current === request) this.#next();
      request.end();
    });
  }
}

/** Rejects when the signal is aborted, as `fetch` does. */
function orAborted<T>(answer: Promise<T>, signal: AbortSignal | null | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason));
    answer.then(resolve, reject);
  });
}

/** Waits for a condition, and advances fake timers meanwhile. */
export async function until(condition: () => boolean): Promise<void> {
  const startMs = performance.now();
  while (!condition()) {
    if (performance.now() - startMs > TIMEOUT_MS) throw new Error("The condition was never met.");
    await new Promise((resolve) => setImmediate(resolve));
    if (vi.isFakeTimers()) await vi.advanceTimersByTimeAsync(TICK_MS);
  }
}

/** A device that has downloaded a selection. */
export async function deviceWith(selection: Selection, host = new EditionHost()) {
  const device = new Device(host);
  const tab = device.open();
  await tab.finish(selection);
  return { device, host, tab };
}

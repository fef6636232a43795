import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { vi } from "vitest";
import type { Locks, Surroundings, ToKeptEdition } from "../../src/browser/offline/download/download-context.ts";
import { EditionKeeper } from "../../src/browser/offline/download/offline-download.ts";
import { EditionStore, type StoredFile } from "../../src/browser/offline/store/edition-store.ts";
import { deleteEdition, doneBy, dropUnused, swapEdition } from "../../src/browser/offline/store/stored-editions.ts";
import type { SaveState, SaveTask } from "../../src/formats/offline/download.ts";
import type { Selection } from "../../src/formats/offline/scopes.ts";
import type { KeptEdition } from "../../src/formats/offline/stored-edition.ts";
import type { Done } from "../../src/formats/offline/worker-messages.ts";
import { EditionHost, ROOT } from "./edition-host.ts";

export const EVERYTHING: Selection = { part: "everything", pictures: true };

const PATIENCE_MS = 20_000;
/** So far the clock of a test goes on while something that is no timer may happen. */
const TICK_MS = 20;

/** What never comes: whoever waits for it is gone. */
const never = () => new Promise<never>(() => {});

/** A device with a browser, in which the publication is open in several tabs. */
export class Device {
  readonly host: EditionHost;
  readonly line = new EventTarget();
  readonly locks = new FakeLocks();
  readonly store: EditionStore;
  /** What the browser says of its storage. */
  quota: { quota?: number; usage?: number } = {};
  persistAsked = 0;
  tabs: Tab[] = [];

  constructor(host: EditionHost) {
    this.host = host;
    globalThis.indexedDB = new IDBFactory();
    this.store = new EditionStore(ROOT.href);
  }

  open(changes: Partial<Surroundings> = {}): Tab {
    const tab = new Tab(this, changes);
    this.tabs.push(tab);
    return tab;
  }

  async kept(): Promise<KeptEdition | undefined> {
    return (await this.store.held()).kept;
  }

  /** What the worker does when a page is opened while there are former editions. */
  async reopened(): Promise<void> {
    await dropUnused(this.store, this.openClients());
  }

  /** The ids of what is open, as the worker knows it. */
  openClients(): readonly string[] {
    return this.tabs.flatMap((tab, index) => (tab.isClosed ? [] : [`tab ${index}`]));
  }

  /** What is read of the kept edition: the text of every file, by path. */
  async read(): Promise<Readonly<Record<string, string | undefined>>> {
    const files = Object.entries((await this.kept())?.files ?? {});
    const texts = files.map(async ([path, sha256]) => [path, await this.#text(sha256)] as const);
    return Object.fromEntries(await Promise.all(texts));
  }

  async #text(sha256: string): Promise<string | undefined> {
    const file = await this.store.file(sha256);
    return file && new TextDecoder().decode(file.bytes);
  }
}

/** A page of the publication, with its keeper, which can be closed in the middle of anything. */
export class Tab {
  readonly keeper: EditionKeeper;
  readonly states: SaveState[] = [];
  readonly device: Device;
  readonly store: TabStore;
  /** How many steps it takes before it is closed: a step is a request or an answer of the network, the store or the worker. */
  stepsLeft = Number.POSITIVE_INFINITY;
  isClosed = false;
  /** How much it is waiting for. */
  underWay = 0;
  hear: ((told: unknown) => void) | undefined;

  constructor(device: Device, changes: Partial<Surroundings>) {
    this.device = device;
    this.store = new TabStore(this);
    this.keeper = new EditionKeeper({ ...this.#surroundings(), ...changes });
    this.keeper.follow((state) => this.states.push(state));
  }

  get state(): SaveState | undefined {
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

  async stepped<T>(act: () => Promise<T>): Promise<T> {
    await this.step();
    this.underWay += 1;
    try {
      const result = await act();
      await this.step();
      return result;
    } finally {
      this.underWay -= 1;
    }
  }

  /** Saves until nothing goes on any more. */
  async save(selection: Selection): Promise<SaveState | undefined> {
    await this.keeper.save(selection);
    return this.settled();
  }

  /** Resolves when nothing goes on any more, or the tab is closed. */
  async settled(): Promise<SaveState | undefined> {
    const goesOn = () => this.state === undefined || ["preparing", "saving", "waiting"].includes(this.state.phase);
    await until(() => this.isClosed || !goesOn());
    return this.state;
  }

  #surroundings(): Surroundings {
    const { device } = this;
    return {
      root: ROOT,
      store: this.store,
      locks: device.locks.of(this),
      line: device.line,
      storage: {
        estimate: async () => device.quota,
        persist: async () => {
          device.persistAsked += 1;
          return true;
        },
      },
      fetch: (address, request) =>
        orAborted(
          this.stepped(() => device.host.answer(address, request)),
          request.signal,
        ),
      openChannel: (_name, hear) => {
        this.hear = hear;
        return { postMessage: (told) => this.#tellOthers(told) };
      },
      registerWorker: async () => {},
      askWorker: (message) => this.stepped(() => this.#askWorker(message)),
      nowMs: Date.now,
    };
  }

  #tellOthers(told: unknown): void {
    if (this.isClosed) return;
    const copy = structuredClone(told);
    const others = this.device.tabs.filter((tab) => tab !== this && !tab.isClosed);
    setImmediate(() => {
      for (const tab of others) tab.hear?.(copy);
    });
  }

  #askWorker(message: ToKeptEdition): Promise<Done> {
    const { store } = this.device;
    const open = this.device.openClients();
    if (message.kind === "swap-edition") return doneBy(() => swapEdition(store, message.edition, open));
    if (message.kind === "delete-edition") return doneBy(() => deleteEdition(store));
    return doneBy(() => dropUnused(store, open));
  }
}

/** The store as a tab uses it: a write may be cut off before it is begun, or before it is heard that it is done. */
export class TabStore extends EditionStore {
  /** What stands in the way of a write; it throws. */
  refuse: (write: "addFiles" | "changeTask" | "revise") => void = () => {};
  readonly #tab: Tab;

  constructor(tab: Tab) {
    super(ROOT.href);
    this.#tab = tab;
  }

  override addFiles(files: readonly StoredFile[]): Promise<void> {
    return this.#write("addFiles", () => super.addFiles(files));
  }

  override changeTask(change: (task: SaveTask | undefined) => SaveTask | undefined): Promise<SaveTask | undefined> {
    return this.#write("changeTask", () => super.changeTask(change));
  }

  override revise(decide: Parameters<EditionStore["revise"]>[0]): Promise<void> {
    return this.#write("revise", () => super.revise(decide));
  }

  #write<T>(kind: Parameters<TabStore["refuse"]>[0], act: () => Promise<T>): Promise<T> {
    return this.#tab.stepped(async () => {
      this.refuse(kind);
      return act();
    });
  }
}

interface Turn {
  readonly tab: Tab;
  readonly act: () => Promise<void>;
  readonly end: () => void;
}

/** The locks of a browser, of which there is one name here: what waits for it is given it in order. */
class FakeLocks {
  #turns: Turn[] = [];
  #current: Turn | undefined;

  of(tab: Tab): Locks {
    return { request: (_name, act) => (tab.isClosed ? never() : new Promise<void>((end) => this.#queue({ tab, act, end }))) };
  }

  close(closed: Tab): void {
    this.#turns = this.#turns.filter(({ tab }) => tab !== closed);
    if (this.#current?.tab === closed) this.#next();
  }

  #queue(turn: Turn): void {
    this.#turns.push(turn);
    if (!this.#current) this.#next();
  }

  #next(): void {
    const turn = this.#turns.shift();
    this.#current = turn;
    void turn?.act().finally(() => {
      if (this.#current === turn) this.#next();
      turn.end();
    });
  }
}

/** What `fetch` does with a signal. */
function orAborted<T>(answer: Promise<T>, signal: AbortSignal | null | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason));
    answer.then(resolve, reject);
  });
}

/** Lets everything go on until something is so. Where the clock is one of the test, it goes on too. */
export async function until(isSo: () => boolean): Promise<void> {
  const beginMs = performance.now();
  while (!isSo()) {
    if (performance.now() - beginMs > PATIENCE_MS) throw new Error("That never comes.");
    await new Promise((resolve) => setImmediate(resolve));
    if (vi.isFakeTimers()) await vi.advanceTimersByTimeAsync(TICK_MS);
  }
}

/** A device that has saved a part of what a host has. */
export async function deviceWith(selection: Selection, host = new EditionHost()) {
  const device = new Device(host);
  const tab = device.open();
  await tab.save(selection);
  return { device, host, tab };
}

import type { Done, ToOfflineWorker } from "../../../formats/offline/worker-messages.ts";
import { publicationRoot } from "../../publication-root.ts";
import { EditionStore } from "../store/edition-store.ts";
import { askWorker } from "./post-to-worker.ts";

/** A message to the offline worker that it answers with a `Done`. */
export type ToKeptEdition = Exclude<ToOfflineWorker, { readonly kind: "how-was-this-page-made" }>;

/** Tells the other pages of the publication. */
export type Channel = Pick<BroadcastChannel, "postMessage">;

/** Of what asks for the same name, in all open pages of an origin, one acts at a time. */
export interface Locks {
  request(name: string, act: () => Promise<void>): Promise<unknown>;
}

/** What a page that keeps editions needs of its browser. */
export interface Surroundings {
  /** The publication's root, which ends in a slash. */
  readonly root: URL;
  readonly store: EditionStore;
  /** Undefined where the browser has none. */
  readonly locks: Locks | undefined;
  readonly storage: Partial<Pick<StorageManager, "estimate" | "persist">> | undefined;
  /** Tells `online`. */
  readonly line: EventTarget;
  fetch(address: URL, request: RequestInit): Promise<Response>;
  /** @param hear is given what other pages tell */
  openChannel(name: string, hear: (told: unknown) => void): Channel | undefined;
  registerWorker(): Promise<void>;
  askWorker(message: ToKeptEdition): Promise<Done>;
  nowMs(): number;
}

/** Those of the page that the script runs in. */
export function thisPage(registerWorker: Surroundings["registerWorker"]): Surroundings {
  const root = publicationRoot;
  const store = new EditionStore(root.href);
  return {
    root,
    store,
    locks: globalThis.navigator?.locks,
    storage: globalThis.navigator?.storage,
    line: globalThis,
    fetch: (address, request) => fetch(address, request),
    openChannel: (name, hear) => {
      if (!("BroadcastChannel" in globalThis)) return undefined;
      const channel = new BroadcastChannel(name);
      channel.onmessage = ({ data }) => hear(data);
      return channel;
    },
    registerWorker,
    askWorker: (message) => askWorker(message, root.href, store),
    nowMs: Date.now,
  };
}

import type { Done, ToOfflineWorker } from "../../../formats/offline/worker-messages.ts";
import { fileMark } from "../../../formats/publication-mark.ts";
import { publicationRoot } from "../../publication-root.ts";
import { EditionStore } from "../store/edition-store.ts";
import { sendToWorker } from "./post-to-worker.ts";

/** A message to the offline worker that it answers with a `Done`. */
export type EditionCommand = Exclude<ToOfflineWorker, { readonly kind: "how-was-this-page-made" }>;

/** Sends messages to the other pages of the publication. */
export type Channel = Pick<BroadcastChannel, "postMessage">;

/** The Web Locks API, as far as it is used: across all pages of an origin, one holder of a name at a time. */
export interface Locks {
  request(name: string, run: () => Promise<void>): Promise<unknown>;
}

/** What a download needs of the page that it runs in. */
export interface DownloadContext {
  /** The publication's root, with its trailing slash. */
  readonly root: URL;
  /** The publication's mark, as in the list of scopes. */
  readonly publication: string;
  readonly store: EditionStore;
  /** Undefined where the browser has none. */
  readonly locks: Locks | undefined;
  readonly storage: Partial<Pick<StorageManager, "estimate" | "persist">> | undefined;
  /** Dispatches `online`. */
  readonly network: EventTarget;
  fetch(address: URL, request: RequestInit): Promise<Response>;
  /** @param onMessage called with messages of other pages */
  openChannel(name: string, onMessage: (message: unknown) => void): Channel | undefined;
  registerWorker(): Promise<void>;
  sendToWorker(message: EditionCommand): Promise<Done>;
  nowMs(): number;
}

/** The context of the page that the script runs in. */
export function thisPage(registerWorker: DownloadContext["registerWorker"]): DownloadContext {
  const root = publicationRoot;
  const store = new EditionStore(root.href);
  return {
    root,
    publication: fileMark(document.documentElement.dataset.site ?? ""),
    store,
    locks: globalThis.navigator?.locks,
    storage: globalThis.navigator?.storage,
    network: globalThis,
    fetch: (address, request) => fetch(address, request),
    openChannel: (name, onMessage) => {
      if (!("BroadcastChannel" in globalThis)) return undefined;
      const channel = new BroadcastChannel(name);
      channel.onmessage = ({ data }) => onMessage(data);
      return channel;
    },
    registerWorker,
    sendToWorker: (message) => sendToWorker(message, root.href, store),
    nowMs: Date.now,
  };
}

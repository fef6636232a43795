import { isSameSelection, type Selection } from "./scopes.ts";

/** The progress of a download. Bytes and stories count what has to be fetched: for an update, only the difference. */
export interface DownloadProgress {
  readonly bytes: number;
  readonly bytesInAll: number;
  readonly stories: number;
  readonly storiesInAll: number;
}

/** The state of the download, as every open page of the publication shows it. Pages of two versions send it to each other. */
export type DownloadState =
  | { readonly phase: "idle" }
  /** Fetching the lists of files. */
  | { readonly phase: "preparing"; readonly selection: Selection }
  | { readonly phase: "saving"; readonly selection: Selection; readonly progress: DownloadProgress }
  /** The network is down: the download resumes by itself. */
  | { readonly phase: "waiting"; readonly selection: Selection; readonly progress: DownloadProgress | undefined }
  | { readonly phase: "paused"; readonly selection: Selection; readonly progress: DownloadProgress | undefined }
  | { readonly phase: "stopped"; readonly selection: Selection; readonly fault: DownloadFailure };

/** A download that was started and has not finished. It is stored, so that it outlasts the tab. */
export interface DownloadTask {
  readonly selection: Selection;
  readonly isPaused: boolean;
  /** Why it cannot resume by itself. Stored under this name. */
  readonly fault?: DownloadFailure | undefined;
}

/** Why a download ended before it was complete. Paths lead from the root. */
export type DownloadFailure =
  /** The disk, or the browser's quota, is full. */
  | { readonly kind: "no-room"; readonly neededBytes: number; readonly freeBytes: number | undefined }
  /** The browser refuses storage. */
  | { readonly kind: "no-storage" }
  /** The host twice sent a file with another hash than the edition lists. */
  | { readonly kind: "damaged"; readonly path: string }
  /** The host answers with an error; status 0 where it never answers. */
  | { readonly kind: "unavailable"; readonly path: string; readonly status: number }
  /** The edition no longer has the scope. */
  | { readonly kind: "no-such-part" };

/** Whether a download should run now: that of `selection`, or any where it is left out. */
export function isActive(task: DownloadTask | undefined, selection = task?.selection): task is DownloadTask {
  return (
    task !== undefined && !task.isPaused && !task.fault && selection !== undefined && isSameSelection(task.selection, selection)
  );
}

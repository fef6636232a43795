import { isSameSelection, type Selection } from "./scopes.ts";

/** How far a save has come. Bytes and stories are those that had to be fetched: of an update the difference only. */
export interface SaveProgress {
  readonly bytes: number;
  readonly bytesInAll: number;
  readonly stories: number;
  readonly storiesInAll: number;
}

/** What is going on with the edition on the device, as every open page of the publication sees it. */
export type SaveState =
  | { readonly phase: "idle" }
  /** The lists of what is to be fetched are on their way. */
  | { readonly phase: "preparing"; readonly selection: Selection }
  | { readonly phase: "saving"; readonly selection: Selection; readonly progress: SaveProgress }
  /** The line is lost: it goes on by itself. */
  | { readonly phase: "waiting"; readonly selection: Selection; readonly progress: SaveProgress | undefined }
  | { readonly phase: "paused"; readonly selection: Selection; readonly progress: SaveProgress | undefined }
  | { readonly phase: "stopped"; readonly selection: Selection; readonly fault: SaveFault };

/** What a reader has asked to be kept, until it is: it outlasts the tab. */
export interface SaveTask {
  readonly selection: Selection;
  readonly isPaused: boolean;
  /** Why it cannot go on by itself. */
  readonly fault?: SaveFault | undefined;
}

/** What can end a save before it is whole. Paths lead from the root. */
export type SaveFault =
  /** The device, or the browser, has no more room for it. */
  | { readonly kind: "no-room"; readonly neededBytes: number; readonly freeBytes: number | undefined }
  /** The browser gives no storage at all. */
  | { readonly kind: "no-storage" }
  /** What the host sends is not what the edition has, asked for twice. */
  | { readonly kind: "damaged"; readonly path: string }
  /** The host answers with an error. */
  | { readonly kind: "unavailable"; readonly path: string; readonly status: number }
  /** The part is not in the edition any more. */
  | { readonly kind: "no-such-part" };

/** Whether there is something to be saved now: `selection`, or any where none is given. */
export function goesOn(task: SaveTask | undefined, selection = task?.selection): task is SaveTask {
  return (
    task !== undefined && !task.isPaused && !task.fault && selection !== undefined && isSameSelection(task.selection, selection)
  );
}

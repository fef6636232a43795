import type { Selection } from "./edition-parts.ts";
import type { SaveFault } from "./save-task.ts";

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

import type { SaveTask } from "../../../formats/offline/download.ts";
import { isSameSelection } from "../../../formats/offline/scopes.ts";

/** Whether there is something to be saved now: `selection`, or any where none is given. */
export function goesOn(task: SaveTask | undefined, selection = task?.selection): task is SaveTask {
  return (
    task !== undefined && !task.isPaused && !task.fault && selection !== undefined && isSameSelection(task.selection, selection)
  );
}

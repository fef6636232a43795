import { isSameSelection } from "../../../newsroom/offline/edition-parts.ts";
import type { SaveTask } from "../../../newsroom/offline/save-task.ts";

/** Whether there is something to be saved now: `selection`, or any where none is given. */
export function goesOn(task: SaveTask | undefined, selection = task?.selection): task is SaveTask {
  return (
    task !== undefined && !task.isPaused && !task.fault && selection !== undefined && isSameSelection(task.selection, selection)
  );
}

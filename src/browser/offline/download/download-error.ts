import type { SaveFault } from "../../../formats/offline/download.ts";

/** Ends a save that cannot go on by itself. */
export class SaveError extends Error {
  readonly fault: SaveFault;

  constructor(fault: SaveFault) {
    super(`The save has ended: ${fault.kind}.`);
    this.fault = fault;
  }
}

import type { SaveFault, SaveProgress } from "../../../formats/offline/download.ts";
import type { Surroundings } from "./download-context.ts";

/** How much more the browser gives room for; undefined where it does not say. */
export async function freeBytes({ storage }: Pick<Surroundings, "storage">): Promise<number | undefined> {
  const { quota, usage } = (await storage?.estimate?.().catch(() => undefined)) ?? {};
  return quota === undefined || usage === undefined ? undefined : Math.max(0, quota - usage);
}

type Need = Pick<SaveProgress, "bytes" | "bytesInAll">;

/** What it means for a save that the browser has refused to store something. */
export async function storageFault(error: unknown, need: Need, page: Pick<Surroundings, "storage">): Promise<SaveFault> {
  const isFull = error instanceof Error && error.name === "QuotaExceededError";
  return isFull ? noRoom(need, await freeBytes(page)) : { kind: "no-storage" };
}

/**
 * The fault of a save that finds no room. What it has fetched will be deleted: so much more is free then, and needed.
 *
 * @param free as the browser says. Of a disk that is full it knows nothing, and then it is not told
 */
export function noRoom({ bytes, bytesInAll }: Need, free: number | undefined): SaveFault {
  const freeThen = free === undefined ? undefined : free + bytes;
  return {
    kind: "no-room",
    neededBytes: bytesInAll,
    freeBytes: freeThen !== undefined && freeThen < bytesInAll ? freeThen : undefined,
  };
}

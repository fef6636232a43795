import { faultWords, megabytes } from "../../../../_includes/components/offline/edition-words.ts";
import type { SaveState } from "../../../formats/offline/download.ts";

const QUARTERS = ["", "A quarter is", "Half is", "Three quarters are"] as const;

/**
 * Puts into words, for those who do not see it, what has happened to a save: that it has begun, every quarter of it, and
 * whatever holds it up. Ticks in between say nothing.
 *
 * @returns undefined where there is nothing to say
 */
export function saveWords(before: SaveState | undefined, now: SaveState, language: string): string | undefined {
  if (now.phase === "saving" && before?.phase === "saving") {
    const quarter = quarterOf(now);
    return quarter > quarterOf(before) ? `${QUARTERS[quarter]} on this device.` : undefined;
  }
  if (now.phase === before?.phase) return undefined;
  if (now.phase === "saving") {
    const { bytesInAll } = now.progress;
    return bytesInAll > 0 ? `${megabytes(bytesInAll, language)} to be fetched.` : undefined;
  }
  if (now.phase === "waiting") return "The line is lost. It goes on by itself.";
  if (now.phase === "paused") return "Paused.";
  if (now.phase === "stopped") return `Stopped. ${faultWords(now.fault, language).what}`;
  return undefined;
}

/** How many quarters are there, but for the last: that the save is whole is said otherwise. */
function quarterOf({ progress }: Extract<SaveState, { phase: "saving" }>): number {
  const { bytes, bytesInAll } = progress;
  return bytesInAll > 0 ? Math.min(3, Math.floor((4 * bytes) / bytesInAll)) : 0;
}

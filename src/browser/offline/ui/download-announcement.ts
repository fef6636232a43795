import { describeFailure, formatMegabytes } from "../../../../_includes/components/offline/edition-text.ts";
import type { DownloadState } from "../../../formats/offline/download.ts";

const QUARTERS = ["", "25%", "50%", "75%"] as const;

/**
 * The announcement of a changed state for screen readers: the start, every quarter, and whatever interrupts the download.
 *
 * @returns undefined where there is nothing to announce
 */
export function downloadAnnouncement(
  before: DownloadState | undefined,
  now: DownloadState,
  language: string,
): string | undefined {
  if (now.phase === "saving" && before?.phase === "saving") {
    const quarter = quarterOf(now);
    return quarter > quarterOf(before) ? `${QUARTERS[quarter]} downloaded.` : undefined;
  }
  if (now.phase === before?.phase) return undefined;
  if (now.phase === "saving") {
    const { bytesInAll } = now.progress;
    return bytesInAll > 0 ? `${formatMegabytes(bytesInAll, language)} to download.` : undefined;
  }
  if (now.phase === "waiting") return "You’re offline. Download resumes when you reconnect.";
  if (now.phase === "paused") return "Paused.";
  if (now.phase === "stopped") return `Download failed. ${describeFailure(now.fault, language).reason}`;
  return undefined;
}

/** From 0 to 3: completion has an announcement of its own. */
function quarterOf({ progress }: Extract<DownloadState, { phase: "saving" }>): number {
  const { bytes, bytesInAll } = progress;
  return bytesInAll > 0 ? Math.min(3, Math.floor((4 * bytes) / bytesInAll)) : 0;
}

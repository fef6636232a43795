import { describe, expect, it } from "vitest";
import {
  describeFailure,
  formatEditionDay,
  formatMegabytes,
  formatProgress,
  formatSelection,
} from "../../_includes/components/offline/edition-text.ts";
import { downloadAnnouncement } from "../../src/browser/offline/ui/download-announcement.ts";
import type { DownloadState } from "../../src/formats/offline/download.ts";
import type { Selection } from "../../src/formats/offline/scopes.ts";

const selection: Selection = { part: "everything", pictures: true };

const saving = (bytes: number, bytesInAll = 1000): DownloadState => ({
  phase: "saving",
  selection,
  progress: { bytes, bytesInAll, stories: 0, storiesInAll: 0 },
});

/** The announcements for a sequence of states. */
function announcements(states: readonly DownloadState[]): readonly string[] {
  const words = states.map((state, index) => downloadAnnouncement(states[index - 1], state, "en"));
  return words.filter((each) => each !== undefined);
}

describe("the announcements of a download", () => {
  it("are its start and every quarter, not every tick", () => {
    const ticks = Array.from({ length: 101 }, (_, percent) => saving(percent * 456_000, 45_600_000));
    expect(announcements([{ phase: "preparing", selection }, ...ticks, { phase: "idle" }])).toEqual([
      "45.6 MB to download.",
      "25% downloaded.",
      "50% downloaded.",
      "75% downloaded.",
    ]);
  });

  it("report every interruption once", () => {
    const waiting: DownloadState = { phase: "waiting", selection, progress: undefined };
    const stopped: DownloadState = { phase: "stopped", selection, fault: { kind: "no-such-part" } };
    const paused: DownloadState = { phase: "paused", selection, progress: undefined };
    expect(announcements([saving(0), waiting, waiting, paused, paused, stopped, stopped])).toEqual([
      "0.1 MB to download.",
      "You’re offline. Download resumes when you reconnect.",
      "Paused.",
      "Download failed. The new edition does not have this section or year any more.",
    ]);
  });

  it("are none where there is nothing to fetch", () => {
    expect(announcements([saving(0, 0), saving(0, 0)])).toEqual([]);
  });
});

describe("the text about an edition", () => {
  it("gives sizes in megabytes, never zero", () => {
    expect([0, 149_999, 182_430_000].map((bytes) => formatMegabytes(bytes, "en"))).toEqual(["0.1 MB", "0.1 MB", "182.4 MB"]);
  });

  it("counts with a fixed number of digits", () => {
    const progress = { bytes: 12_000_000, bytesInAll: 45_600_000, stories: 1200, storiesInAll: 10_240 };
    expect(formatProgress(progress, "en")).toBe("12.0 of 45.6 MB, 1,200 of 10,240 stories");
    expect(formatProgress({ ...progress, storiesInAll: 0 }, "en")).toBe("12.0 of 45.6 MB");
  });

  it("has its day in the publication's time zone", () => {
    expect(formatEditionDay("2026-11-19T23:30:00-05:00", "en-GB")).toBe("19 November 2026");
    expect(formatEditionDay("2026-11-19T00:30:00+14:00", "en-GB")).toBe("19 November 2026");
  });

  it("names the selection even without a connection", () => {
    expect(formatSelection(selection, "Everything")).toBe("Everything, with pictures");
    expect(formatSelection({ part: "year:2025", pictures: false }, undefined)).toBe("2025, without pictures");
    expect(formatSelection({ part: "section:politics", pictures: false }, undefined)).toBe("Your edition, without pictures");
  });

  it("explains failures, and what the reader can do", () => {
    expect(describeFailure({ kind: "no-room", neededBytes: 182_400_000, freeBytes: 96_000_000 }, "en")).toEqual({
      reason: "Not enough storage: 182.4 MB needed, 96 MB available.",
      advice: "Free up space and try again, or discard this download and choose less, or leave out pictures.",
    });
    expect(describeFailure({ kind: "no-room", neededBytes: 1e6, freeBytes: undefined }, "en").reason).toContain(
      "the browser allows less",
    );
    expect(describeFailure({ kind: "no-storage" }, "en").reason).toContain("private");
    expect(describeFailure({ kind: "damaged", path: "a/index.html" }, "en").reason).toContain("a/index.html");
    expect(describeFailure({ kind: "unavailable", path: "a/index.html", status: 503 }, "en").reason).toContain("(status 503)");
    expect(describeFailure({ kind: "unavailable", path: "a/index.html", status: 200 }, "en").reason).not.toContain("status");
  });

  it("distinguishes a blocked file from one that the host refuses", () => {
    const { reason, advice } = describeFailure({ kind: "unavailable", path: "a/index.html", status: 0 }, "en");
    expect(reason).toBe("a/index.html is being blocked.");
    expect(advice).toContain("A content blocker or a network filter");
  });

  it("explains a worker that does not respond", () => {
    const { reason, advice } = describeFailure({ kind: "unavailable", path: "offline-worker.js", status: 0 }, "en");
    expect(reason).toBe("The offline service is not responding.");
    expect(advice).toContain("Close all tabs of this site and try again");
    expect(describeFailure({ kind: "unavailable", path: "offline-worker.js", status: 404 }, "en").reason).toContain(
      "(status 404)",
    );
  });

  it("does not mention the needed space where it is unknown", () => {
    const reasonFor = (freeBytes: number | undefined) =>
      describeFailure({ kind: "no-room", neededBytes: 0, freeBytes }, "en").reason;
    expect(reasonFor(undefined)).toBe("Not enough storage: the browser allows no more.");
    expect(reasonFor(96_000_000)).toBe("Not enough storage: 96 MB available.");
  });
});

import { describe, expect, it } from "vitest";
import {
  editionDay,
  faultWords,
  megabytes,
  progressWords,
  selectionInWords,
} from "../../_includes/components/offline/edition-words.ts";
import { saveWords } from "../../src/browser/offline/ui/download-words.ts";
import type { SaveState } from "../../src/formats/offline/download.ts";
import type { Selection } from "../../src/formats/offline/scopes.ts";

const selection: Selection = { part: "everything", pictures: true };

const saving = (bytes: number, bytesInAll = 1000): SaveState => ({
  phase: "saving",
  selection,
  progress: { bytes, bytesInAll, stories: 0, storiesInAll: 0 },
});

/** All that is said aloud while the states follow one another. */
function said(states: readonly SaveState[]): readonly string[] {
  const words = states.map((state, index) => saveWords(states[index - 1], state, "en"));
  return words.filter((each) => each !== undefined);
}

describe("what is said aloud of a save", () => {
  it("is its beginning and every quarter, not every tick", () => {
    const ticks = Array.from({ length: 101 }, (_, percent) => saving(percent * 456_000, 45_600_000));
    expect(said([{ phase: "preparing", selection }, ...ticks, { phase: "idle" }])).toEqual([
      "45.6 MB to be fetched.",
      "A quarter is on this device.",
      "Half is on this device.",
      "Three quarters are on this device.",
    ]);
  });

  it("is whatever holds it up, once", () => {
    const waiting: SaveState = { phase: "waiting", selection, progress: undefined };
    const stopped: SaveState = { phase: "stopped", selection, fault: { kind: "no-such-part" } };
    const paused: SaveState = { phase: "paused", selection, progress: undefined };
    expect(said([saving(0), waiting, waiting, paused, paused, stopped, stopped])).toEqual([
      "0.1 MB to be fetched.",
      "The line is lost. It goes on by itself.",
      "Paused.",
      "Stopped. The newest edition has no such part any more.",
    ]);
  });

  it("is nothing where there is nothing to fetch", () => {
    expect(said([saving(0, 0), saving(0, 0)])).toEqual([]);
  });
});

describe("the words about an edition", () => {
  it("give sizes in megabytes, never none", () => {
    expect([0, 149_999, 182_430_000].map((bytes) => megabytes(bytes, "en"))).toEqual(["0.1 MB", "0.1 MB", "182.4 MB"]);
  });

  it("count with as many digits all the way", () => {
    const progress = { bytes: 12_000_000, bytesInAll: 45_600_000, stories: 1200, storiesInAll: 10_240 };
    expect(progressWords(progress, "en")).toBe("12.0 of 45.6 MB, 1,200 of 10,240 stories");
    expect(progressWords({ ...progress, storiesInAll: 0 }, "en")).toBe("12.0 of 45.6 MB");
  });

  it("have its day as its publication has it, whatever the reader's clock says", () => {
    expect(editionDay("2026-11-19T23:30:00-05:00", "en-GB")).toBe("19 November 2026");
    expect(editionDay("2026-11-19T00:30:00+14:00", "en-GB")).toBe("19 November 2026");
  });

  it("name what is taken along even where only the device can be asked", () => {
    expect(selectionInWords(selection, "Everything")).toBe("Everything, with pictures");
    expect(selectionInWords({ part: "year:2025", pictures: false }, undefined)).toBe("2025, without pictures");
    expect(selectionInWords({ part: "section:politics", pictures: false }, undefined)).toBe("Your edition, without pictures");
  });

  it("say what is wrong, and what can be done", () => {
    expect(faultWords({ kind: "no-room", neededBytes: 182_400_000, freeBytes: 96_000_000 }, "en")).toEqual({
      what: "There is not enough room: 182.4 MB are needed, 96 MB are free.",
      remedy: "Free some space and try again, or discard this and choose less, or no pictures.",
    });
    expect(faultWords({ kind: "no-room", neededBytes: 1e6, freeBytes: undefined }, "en").what).toContain(
      "the browser gives less",
    );
    expect(faultWords({ kind: "no-storage" }, "en").what).toContain("private");
    expect(faultWords({ kind: "damaged", path: "a/index.html" }, "en").what).toContain("a/index.html");
    expect(faultWords({ kind: "unavailable", path: "a/index.html", status: 503 }, "en").what).toContain("(status 503)");
    expect(faultWords({ kind: "unavailable", path: "a/index.html", status: 200 }, "en").what).not.toContain("status");
  });

  it("tell a file that something blocks from one that the host does not give", () => {
    const { what, remedy } = faultWords({ kind: "unavailable", path: "a/index.html", status: 0 }, "en");
    expect(what).toBe("a/index.html does not come over a line that other files come over: something blocks it.");
    expect(remedy).toContain("a filter or a blocker");
  });

  it("tell of a worker that does not answer, and how to have it answer", () => {
    const { what, remedy } = faultWords({ kind: "unavailable", path: "offline-worker.js", status: 0 }, "en");
    expect(what).toContain("worker");
    expect(what).toContain("does not answer");
    expect(remedy).toContain("Close all tabs of this site and try again");
    expect(faultWords({ kind: "unavailable", path: "offline-worker.js", status: 404 }, "en").what).toContain("(status 404)");
  });

  it("do not say how much room is needed where that is not known", () => {
    const wordsOf = (freeBytes: number | undefined) => faultWords({ kind: "no-room", neededBytes: 0, freeBytes }, "en").what;
    expect(wordsOf(undefined)).toBe("There is not enough room: the browser gives no more.");
    expect(wordsOf(96_000_000)).toBe("There is not enough room: 96 MB are free.");
  });
});

import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { createConsole } from "../../src/node/pipeline/console.ts";

/** A stream that records what is written to it. */
function output(isTTY: boolean) {
  let text = "";
  const stream = new Writable({
    decodeStrings: false,
    write: (chunk: string, _, done) => {
      text += chunk;
      done();
    },
  });
  return { stream: Object.assign(stream, { isTTY, columns: 80 }), written: () => text };
}

const REPORT = { name: "compose pages", ms: 1234, count: 10_261, peakRssBytes: 1 };

/** Runs a step halfway to `total`, then ends it. */
function halfway(isWatched: boolean, total: number): string {
  const { stream, written } = output(isWatched);
  const progress = createConsole(stream, isWatched).progress("compose pages");
  progress.expect(total);
  progress.update(total / 2);
  progress.done();
  return written();
}

describe("without a terminal", () => {
  it("prints one line per step with its count and time", () => {
    const { stream, written } = output(false);
    const console = createConsole(stream, false);
    console.step(REPORT);
    console.step({ ...REPORT, name: "read content", ms: 34, count: 0 });
    expect(written()).toBe("compose pages        10,261      1.2 s\nread content                     34 ms\n");
  });

  it("shows no bar", () => {
    expect(halfway(false, 1000)).toBe("");
  });

  it("prints a summary: articles, pages, size and time", () => {
    const { stream, written } = output(false);
    createConsole(stream, false).finished({ edition: "a", articles: 1036, pages: 2260, bytes: 8_340_000 }, 61_000);
    expect(written()).toBe("\n1,036 articles, 2,260 pages, 8.3 MB in 61.0 s\n");
  });

  it("prints a notice as it is", () => {
    const { stream, written } = output(false);
    createConsole(stream, false).notice("No site address.");
    expect(written()).toBe("No site address.\n");
  });
});

describe("on a terminal", () => {
  it("shows a bar with name and total for a long step", () => {
    expect(halfway(true, 1000)).toMatch(/compose pages .*of 1000/);
  });

  it("clears the bar and shows the cursor again, however far the step got", () => {
    const written = halfway(true, 1000);
    expect(written.lastIndexOf("\u001B[?25h")).toBeGreaterThan(written.lastIndexOf("\u001B[?25l"));
    expect(written.lastIndexOf("\u001B[2K")).toBeGreaterThan(written.lastIndexOf("compose pages"));
  });

  it("shows no bar for a short step", () => {
    expect(halfway(true, 19)).toBe("");
  });
});

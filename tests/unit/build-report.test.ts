import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BuildReport, type StepReport } from "../../src/node/pipeline/build-report.ts";
import type { Console } from "../../src/node/pipeline/console.ts";
import { temporaryFolder } from "../temporary-folder.ts";

/** A console that records its calls. */
function listening() {
  const told: string[] = [];
  const steps: StepReport[] = [];
  const console: Console = {
    progress: (name) => ({
      expect: (total) => void told.push(`${name} expects ${total}`),
      update: (count) => void told.push(`${name} at ${count}`),
      done: () => void told.push(`${name} done`),
    }),
    step: (report) => {
      steps.push(report);
      told.push(`line of ${report.name}`);
    },
    notice: (text) => void told.push(text),
    finished: ({ pages }) => void told.push(`finished ${pages}`),
  };
  return { console, told, steps };
}

const SUMMARY = { edition: "abc", articles: 3, pages: 9, bytes: 1000 };

describe("a step", () => {
  it("shows its progress, and is printed when it has succeeded", async () => {
    const { console, told, steps } = listening();
    const result = await new BuildReport(console).step("read", async (step) => {
      step.expect(5);
      step.advance();
      step.advance(3);
      return "read";
    });
    expect(result).toBe("read");
    expect(told).toEqual(["read expects 5", "read at 1", "read at 4", "read done", "line of read"]);
    expect(steps[0]).toMatchObject({ name: "read", count: 4 });
    expect(steps[0]?.ms).toBeGreaterThanOrEqual(0);
    expect(steps[0]?.peakRssBytes).toBeGreaterThan(10_000_000);
  });

  it("that fails removes its bar, prints no line, and rethrows the error", async () => {
    const { console, told } = listening();
    const error = new Error("no disk");
    const failing = new BuildReport(console).step("write", () => Promise.reject(error));
    await expect(failing).rejects.toBe(error);
    expect(told).toEqual(["write done"]);
  });
});

describe("the report file", () => {
  it("has the edition, its size, and every step in order", async () => {
    const { console, told, steps } = listening();
    const report = new BuildReport(console);
    const open = report.open("compose");
    open.advance(2);
    await report.step("read", async () => {});
    open.succeed();
    const file = join(temporaryFolder(), "cache/build-report.json");
    await report.finish(file, SUMMARY);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({ ...SUMMARY, steps });
    expect(steps.map(({ name }) => name)).toEqual(["read", "compose"]);
    expect(told.at(-1)).toBe("finished 9");
  });

  it("has no failed steps", async () => {
    const report = new BuildReport(listening().console);
    await report.step("a", () => Promise.reject(new Error())).catch(() => {});
    const file = join(temporaryFolder(), "build-report.json");
    await report.finish(file, SUMMARY);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({ ...SUMMARY, steps: [] });
  });
});

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { OperationError } from "../../src/lib/format-error.ts";
import { lockOutput } from "../../src/node/publish/output/output-lock.ts";
import { temporaryFolder } from "../temporary-folder.ts";

let file: string;
beforeEach(() => {
  file = join(temporaryFolder(), ".dist.lock");
});

const SINCE = "2026-11-30T20:15:32.123Z";

/** Writes a lock as another process would. */
function left(holder: object, ageMinutes = 0): void {
  writeFileSync(file, JSON.stringify({ since: SINCE, ...holder }));
  const then = new Date(Date.now() - ageMinutes * 60_000);
  utimesSync(file, then, then);
}

const deadProcess = () => spawnSync(process.execPath, ["-e", ""]).pid;
const isTaken = () => expect(() => lockOutput(file, "dist")).toThrow(OperationError);

describe("a lock", () => {
  it("names its process, and lets no other in until it is released", () => {
    const release = lockOutput(file, "dist");
    const text = readFileSync(file, "utf8");
    expect(JSON.parse(text)).toMatchObject({ pid: process.pid, host: hostname() });
    expect(() => lockOutput(file, "dist")).toThrow(`Another build is writing dist: process ${process.pid}, since 20`);
    expect(readFileSync(file, "utf8")).toBe(text);
    release();
    expect(existsSync(file)).toBe(false);
    lockOutput(file, "dist")();
  });

  it("of a running process says since when, and which file to delete if that is no build", () => {
    left({ pid: process.ppid, host: hostname() }, 600);
    expect(() => lockOutput(file, "dist")).toThrow(
      `Another build is writing dist: process ${process.ppid}, since 2026-11-30 20:15:32 UTC. Wait until it has ended. If there is no such process, delete ${file}.`,
    );
  });

  it.each<[string, () => void]>([
    ["of a killed process", () => left({ pid: deadProcess(), host: hostname() })],
    [
      "of a killed process whose id another one has now",
      () => left({ pid: process.ppid, host: hostname(), process: "another boot:1" }),
    ],
    ["of another host that was not refreshed for long", () => left({ pid: process.ppid, host: "elsewhere" }, 16)],
    [
      "that was never completed",
      () => {
        writeFileSync(file, "");
        utimesSync(file, 0, 0);
      },
    ],
  ])("%s is taken over", (_, leave) => {
    leave();
    const release = lockOutput(file, "dist");
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ pid: process.pid });
    isTaken();
    release();
    expect(existsSync(file)).toBe(false);
  });

  it.each<[string, () => void, string]>([
    [
      "of another host",
      () => left({ pid: 4711, host: "elsewhere" }, 14),
      "process 4711 on elsewhere, since 2026-11-30 20:15:32 UTC",
    ],
    ["that is being written", () => writeFileSync(file, ""), "Another build is writing dist. Wait"],
  ])("%s is respected", (_, leave, message) => {
    leave();
    const text = readFileSync(file, "utf8");
    expect(() => lockOutput(file, "dist")).toThrow(message);
    expect(readFileSync(file, "utf8")).toBe(text);
  });

  it("that another build has taken meanwhile is not released", () => {
    const release = lockOutput(file, "dist");
    left({ pid: process.ppid, host: hostname() });
    release();
    expect(existsSync(file)).toBe(true);
  });
});

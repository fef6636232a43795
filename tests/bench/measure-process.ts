import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { ROOT } from "./units.ts";

/** What a command took. */
export interface MeasuredProcess {
  readonly ms: number;
  /** Resident memory of the process and those that it started, each at its own peak; undefined where /proc is not. */
  readonly peakBytes: number | undefined;
  readonly output: string;
}

const SAMPLE_EVERY_MS = 50;

/**
 * Runs a command in the project's folder.
 *
 * @throws with all that it wrote, where it does not end well
 */
export async function measureProcess(command: string, args: readonly string[]): Promise<MeasuredProcess> {
  const startedMs = performance.now();
  const child = spawn(command, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
  const peaks = new Map<number, number>();
  const timer = setInterval(() => notePeaks(child.pid, peaks), SAMPLE_EVERY_MS);
  try {
    const [[code], ...written] = await Promise.all([once(child, "exit"), text(child.stdout), text(child.stderr)]);
    const ms = performance.now() - startedMs;
    const output = written.join("");
    if (code !== 0) throw new Error(`${[command, ...args].join(" ")} failed:\n${output}`);
    const peakBytes = peaks.size > 0 ? [...peaks.values()].reduce((sum, bytes) => sum + bytes, 0) : undefined;
    return { ms, peakBytes, output };
  } finally {
    clearInterval(timer);
  }
}

/** Linux keeps the all-time peak of every process (proc(5), `VmHWM`), so that samples miss only its last moments. */
function notePeaks(pid: number | undefined, peaks: Map<number, number>): void {
  if (pid === undefined) return;
  try {
    const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    if (kibibytes !== undefined) peaks.set(pid, Number(kibibytes) * 1024);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
    for (const child of children.split(" ").filter(Boolean)) notePeaks(Number(child), peaks);
  } catch {
    // The process has ended meanwhile, or this system has no /proc.
  }
}

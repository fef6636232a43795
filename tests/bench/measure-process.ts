import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { ROOT } from "./units.ts";

/** Time, memory and output of a command. */
export interface MeasuredProcess {
  readonly ms: number;
  /**
   * Resident memory of the process and those that it started: the sum over those running at one time, each counted at its own
   * peak. Undefined on systems without /proc.
   */
  readonly peakBytes: number | undefined;
  readonly output: string;
}

/** A command that was ended because it took too long. */
export class TimeLimitError extends Error {
  constructor(command: string, limitMs: number) {
    super(`${command} took longer than ${limitMs} ms`);
    this.name = "TimeLimitError";
  }
}

const SAMPLE_EVERY_MS = 50;

/**
 * Runs a command in the project's folder.
 *
 * @param limitMs how long it may take, 0 for any time
 * @throws TimeLimitError, or an error with all that it wrote, where it does not end well
 */
export async function measureProcess(command: string, args: readonly string[], limitMs = 0): Promise<MeasuredProcess> {
  const startedMs = performance.now();
  const child = spawn(command, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"], timeout: limitMs, killSignal: "SIGKILL" });
  let peakBytes: number | undefined;
  const sample = (): void => {
    const bytes = peakOf(child.pid);
    if (bytes > (peakBytes ?? 0)) peakBytes = bytes;
  };
  const timer = setInterval(sample, SAMPLE_EVERY_MS);
  try {
    const [[code], ...written] = await Promise.all([once(child, "exit"), text(child.stdout), text(child.stderr)]);
    const ms = performance.now() - startedMs;
    const output = written.join("");
    if (child.killed) throw new TimeLimitError(command, limitMs);
    if (code !== 0) throw new Error(`${[command, ...args].join(" ")} failed:\n${output}`);
    return { ms, peakBytes, output };
  } finally {
    clearInterval(timer);
  }
}

/** Linux keeps the all-time peak of every process (proc(5), `VmHWM`), so that samples miss only its last moments. */
function peakOf(pid: number | undefined): number {
  if (pid === undefined) return 0;
  try {
    const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
    return children.reduce((sum, child) => sum + peakOf(Number(child)), Number(kibibytes) * 1024);
  } catch {
    // The process has ended meanwhile, or this system has no /proc.
    return 0;
  }
}

import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import * as z from "zod";
import { OperationError } from "../../../lib/format-error.ts";
import { isRunning } from "../../files/file-cache.ts";

/** Who holds a lock. */
const holderSchema = z.object({
  pid: z.int(),
  host: z.string(),
  /** When the process started, as the system counts; the same id may belong to another process later. */
  process: z.string().optional(),
  since: z.string(),
});
type Holder = z.infer<typeof holderSchema>;

const REFRESH_MS = 30_000;
/** On another host the process cannot be checked: its lock counts until it was not refreshed for so long. */
const MAX_AGE_MS = 15 * 60_000;
/** A lock without content is being written, unless it is older. */
const MAX_WRITING_MS = 10_000;

/**
 * Takes a lock file. One that a killed process left is taken over.
 *
 * @param output the output folder, for the message
 * @returns a function that releases the lock
 * @throws OperationError if another process holds the lock
 */
export function lockOutput(file: string, output: string): () => void {
  const holder: Holder = {
    pid: process.pid,
    host: hostname(),
    process: startOf(process.pid),
    since: new Date().toISOString(),
  };
  const own = `${JSON.stringify(holder)}\n`;
  if (!create(file, own)) {
    const left = read(file);
    if (isHeld(file, left)) throw atWork(file, output, left);
    removeUnchanged(file, left);
    if (!create(file, own)) throw atWork(file, output, read(file));
  }
  const refreshing = setInterval(() => refresh(file), REFRESH_MS).unref();
  return () => {
    clearInterval(refreshing);
    if (read(file) === own) rmSync(file, { force: true });
  };
}

/** Creates the lock file unless it exists. */
function create(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** Of several builds that find the same lock, only one removes it: the others would catch that one's new lock. */
function removeUnchanged(file: string, text: string | undefined): void {
  const removed = `${file}-${process.pid}`;
  rename(file, removed);
  if (read(removed) !== text) rename(removed, file);
  rmSync(removed, { force: true });
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function parseHolder(text: string | undefined): Holder | undefined {
  try {
    return holderSchema.parse(JSON.parse(text ?? ""));
  } catch {
    return undefined;
  }
}

function isHeld(file: string, text: string | undefined): boolean {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) return false;
  const ageMs = Date.now() - stats.mtimeMs;
  const holder = parseHolder(text);
  if (!holder) return ageMs < MAX_WRITING_MS;
  if (holder.host !== hostname()) return ageMs < MAX_AGE_MS;
  return isRunning(holder.pid) && (holder.process === undefined || holder.process === startOf(holder.pid));
}

/** When a process started: Linux counts ticks since the boot. Undefined where the system does not say. */
function startOf(pid: number): string | undefined {
  const boot = read("/proc/sys/kernel/random/boot_id")?.trim();
  // The name of the program is in parentheses, and may have any characters.
  const start = read(`/proc/${pid}/stat`)?.split(") ").at(-1)?.split(" ")[19];
  return boot === undefined || start === undefined ? undefined : `${boot}:${start}`;
}

function atWork(file: string, output: string, text: string | undefined): OperationError {
  const holder = parseHolder(text);
  const host = holder && holder.host !== hostname() ? ` on ${holder.host}` : "";
  const since = holder?.since.replace(/T(.*)\.\d+Z$/, " $1 UTC");
  const who = holder ? `: process ${holder.pid}${host}, since ${since}` : "";
  return new OperationError(
    `Another build is writing ${output}${who}. Wait until it has ended. If there is no such process, delete ${file}.`,
  );
}

function rename(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
}

function refresh(file: string): void {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {
    // Without its lock the build goes on: nothing else is as safe.
  }
}

import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

/** The project. */
export const ROOT = resolve(import.meta.dirname, "../..");

/** How a command ended, and what it printed. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface BuildContext {
  /** The project that is built, where it is not this one. */
  readonly root?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What is run, where it is not a build. */
  readonly command?: "dev";
  /** Called with what the build has printed so far, at first nothing, and with a function that kills it. */
  readonly watch?: (stdout: string, kill: () => void) => void;
}

/** Runs `npm run build -- FLAGS` in a process of its own. */
export function buildSite(flags: readonly string[], context: BuildContext = {}): Promise<Outcome> {
  const { root = ROOT, env = {}, command = "build", watch } = context;
  const child = spawn(process.execPath, ["--import", "tsx", `src/node/commands/${command}.ts`, ...flags], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  const watched = (): void => watch?.(output.stdout, () => child.kill("SIGKILL"));
  child.stdout.setEncoding("utf8").on("data", (text) => {
    output.stdout += text;
    watched();
  });
  child.stderr.setEncoding("utf8").on("data", (text) => (output.stderr += text));
  watched();
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, ...output }));
  });
}

/** Every file below a folder, by its path from there with forward slashes, in order of path. */
export function readTree(folder: string): ReadonlyMap<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.sort().map((file) => [relative(folder, file).replaceAll("\\", "/"), readFileSync(file)]));
}

/** The paths of files that are not the same in both trees, or in one of them only. */
export function differences(a: ReadonlyMap<string, Buffer>, b: ReadonlyMap<string, Buffer>): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((path) => !b.get(path)?.equals(a.get(path) ?? Buffer.of(0))).sort();
}

/** Writes files below a folder, and the folders that they need. */
export function writeTree(folder: string, files: Iterable<readonly [string, string | Uint8Array]>): void {
  for (const [path, content] of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

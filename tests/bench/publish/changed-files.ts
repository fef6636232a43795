import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";

/** A file that is not in both folders, or not the same in both. */
export interface ChangedFile {
  readonly path: string;
  readonly change: "new" | "changed" | "gone";
}

const CONCURRENCY = 64;

/** What differs between two built sites, in order of path. Files are compared a few at a time: an archive does not fit the memory. */
export async function changedFiles(before: string, after: string): Promise<readonly ChangedFile[]> {
  const [were, are] = [await filesOf(before), await filesOf(after)];
  const both = [...were].filter((path) => are.has(path));
  const differing: string[] = [];
  for (let start = 0; start < both.length; start += CONCURRENCY) {
    const batch = both.slice(start, start + CONCURRENCY);
    const same = await Promise.all(batch.map((path) => isSame(join(before, path), join(after, path))));
    differing.push(...batch.filter((_, at) => !same[at]));
  }
  const changes: readonly ChangedFile[] = [
    ...[...are].filter((path) => !were.has(path)).map((path) => ({ path, change: "new" }) as const),
    ...differing.map((path) => ({ path, change: "changed" }) as const),
    ...[...were].filter((path) => !are.has(path)).map((path) => ({ path, change: "gone" }) as const),
  ];
  return changes.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

async function filesOf(folder: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Set(files.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll("\\", "/")));
}

async function isSame(a: string, b: string): Promise<boolean> {
  const [{ size: one }, { size: other }] = await Promise.all([stat(a), stat(b)]);
  if (one !== other) return false;
  const [bytes, others] = await Promise.all([readFile(a), readFile(b)]);
  return bytes.equals(others);
}

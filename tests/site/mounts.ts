import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { expect } from "vitest";

const run = (command: string, args: readonly string[]): boolean => spawnSync(command, args).status === 0;

/** What is mounted: a file system in memory, or another folder. */
type Mounted = { readonly bytes: number } | { readonly folder: string };

/**
 * Mounts something on a new folder while `use` runs.
 *
 * @param skip skips the test where mounting is not permitted
 */
export async function withMount(
  folder: string,
  mounted: Mounted,
  skip: (condition: boolean, reason: string) => void,
  use: () => void | Promise<void>,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const isMounted =
    "bytes" in mounted
      ? run("mount", ["-t", "tmpfs", "-o", `size=${mounted.bytes}`, "tmpfs", folder])
      : run("mount", ["--bind", mounted.folder, folder]);
  skip(!isMounted, "Only root may mount, and not in every container.");
  try {
    await use();
  } finally {
    expect(run("umount", [folder])).toBe(true);
  }
}

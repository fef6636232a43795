import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../temporary-folder.ts";
import { ROOT, writeTree } from "./build-site.ts";

const PARTS = [".eleventy.ts", "_data", "_includes", "src", "package.json", "tsconfig.json", "LICENSE"];

/** Copies the project without its content into a folder, adds files, and returns the folder. Only cached fonts are shared. */
export function copyProject(files: Iterable<readonly [string, string]>): string {
  const root = join(temporaryFolder(), "project");
  for (const part of PARTS) {
    cpSync(join(ROOT, part), join(root, part), { recursive: true, filter: (path) => path !== join(ROOT, "src/content") });
  }
  for (const folder of [join(ROOT, ".cache/fonts"), join(root, ".cache")]) mkdirSync(folder, { recursive: true });
  for (const part of ["node_modules", ".cache/fonts"]) symlinkSync(join(ROOT, part), join(root, part));
  writeTree(root, files);
  return root;
}

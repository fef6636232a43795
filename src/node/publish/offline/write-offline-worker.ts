import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { isLoadedByPages } from "../../../formats/offline/scope-files.ts";
import { FRONT, OFFLINE, OFFLINE_WORKER, SEARCH, type SitePath } from "../../../model/urls.ts";

/**
 * Bundles the worker that answers for the publication in the reader's browser: one classic script, since it lies at the
 * root by itself.
 *
 * @param shell undefined for the one that removes itself
 */
export async function bundleWorker(root: string, shell: Shell | undefined): Promise<Uint8Array> {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [`src/browser/offline/worker/${shell ? "worker" : "retiring-worker"}.ts`],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: ["chrome123", "firefox120", "safari17.5"],
    legalComments: "none",
    preserveSymlinks: true,
    logLevel: "silent",
    define: { SHELL: JSON.stringify(shell ?? null), "process.env.NODE_ENV": '"production"' },
  });
  const [file] = outputFiles;
  if (!file) throw new Error("The bundler wrote no offline worker.");
  return file.contents;
}

/**
 * Writes the worker of an edition into the folder of its output.
 *
 * @param keeps whether it keeps anything, or takes the place of one that did and removes itself
 */
export async function writeOfflineWorker(
  root: string,
  files: readonly SitePath[],
  folder: string,
  keeps: boolean,
): Promise<void> {
  await writeFile(join(folder, OFFLINE_WORKER), await bundleWorker(root, keeps ? shellOf(files) : undefined));
}

/** What a reader needs to find around without a connection. */
export interface Shell {
  readonly files: readonly SitePath[];
  readonly pages: readonly SitePath[];
}

/** The shell of an edition. It names its files, so that the worker changes when one of them does. */
export function shellOf(files: readonly SitePath[]): Shell {
  return { files: files.filter((path) => isLoadedByPages(path.slice(1))).sort(), pages: [FRONT, SEARCH, OFFLINE] };
}

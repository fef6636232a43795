import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { isLoadedByPages } from "../../../formats/offline/scope-files.ts";
import { HOME, OFFLINE, SEARCH } from "../../../model/fixed-pages.ts";
import { OFFLINE_WORKER, type SitePath } from "../../../model/urls.ts";
import { type PackageUse, packagesOf } from "../../files/package-uses.ts";

interface BundledWorker {
  readonly bytes: Uint8Array;
  /** The packages that it contains. */
  readonly packages: readonly PackageUse[];
}

/**
 * Bundles the service worker: one classic script, since it lies at the root by itself.
 *
 * @param shell undefined for the worker that removes itself
 */
export async function bundleWorker(root: string, shell: Shell | undefined): Promise<BundledWorker> {
  const { outputFiles, metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [`src/browser/offline/worker/${shell ? "worker" : "retiring-worker"}.ts`],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "iife",
    target: ["chrome123", "firefox120", "safari17.5"],
    legalComments: "none",
    preserveSymlinks: true,
    logLevel: "silent",
    define: { SHELL: JSON.stringify(shell ?? null), "process.env.NODE_ENV": '"production"' },
  });
  const [file] = outputFiles;
  if (!file) throw new Error("The bundler wrote no offline worker.");
  return { bytes: file.contents, packages: packagesOf(metafile, root, () => OFFLINE_WORKER.slice(1)) };
}

/**
 * Writes the service worker of an edition into its output folder. Returns the packages that it contains.
 *
 * @param shell undefined replaces the worker of an earlier edition by one that deletes what is stored and removes itself
 */
export async function writeOfflineWorker(root: string, shell: Shell | undefined, folder: string): Promise<readonly PackageUse[]> {
  const { bytes, packages } = await bundleWorker(root, shell);
  await writeFile(join(folder, OFFLINE_WORKER), bytes);
  return packages;
}

/** The app shell: what the worker caches when it is installed. */
export interface Shell {
  /** The publication's mark. */
  readonly mark: string;
  readonly files: readonly SitePath[];
  readonly pages: readonly SitePath[];
}

/** The shell of an edition. Its files have hashed names, so that the worker changes whenever one of them does. */
export function shellOf(files: readonly SitePath[], mark: string): Shell {
  return { mark, files: files.filter((path) => isLoadedByPages(path.slice(1))).sort(), pages: [HOME, SEARCH, OFFLINE] };
}

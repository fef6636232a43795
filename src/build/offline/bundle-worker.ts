import * as esbuild from "esbuild";
import type { Shell } from "./shell.ts";

/**
 * Bundles the worker that answers for the publication in the reader's browser: one classic script, since it lies at the
 * root by itself.
 *
 * @param shell undefined for the one that removes itself
 */
export async function bundleWorker(root: string, shell: Shell | undefined): Promise<Uint8Array> {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [`src/browser/worker/${shell ? "worker" : "retiring-worker"}.ts`],
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

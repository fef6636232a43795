import { basename, join } from "node:path";
import * as esbuild from "esbuild";

/** Scripts as published: every file by name, and the names of the two that pages load. */
export interface BundledScripts {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly entries: { readonly site: string; readonly scheme: string };
}

/**
 * Bundles what runs in the reader's browser: one small module for every page, and parts that it loads on demand.
 *
 * @param keepsOffline whether pages have the browser keep them for reading offline
 */
export async function bundleScripts(root: string, keepsOffline: boolean): Promise<BundledScripts> {
  const common: esbuild.BuildOptions = {
    absWorkingDir: root,
    bundle: true,
    minify: true,
    write: false,
    outdir: join(root, "assets"),
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    target: ["chrome123", "firefox120", "safari17.5"],
    legalComments: "none",
    // Names of files depend on paths from the project, which must not lead out of it where the packages are linked in.
    preserveSymlinks: true,
    logLevel: "silent",
  };
  const worker = await esbuild.build({
    ...common,
    entryPoints: { "search-worker": "src/browser/search/search-worker.ts" },
    format: "esm",
  });
  const [workerFile] = worker.outputFiles ?? [];
  // The scheme script must run before the first paint, so it is a classic script: modules always wait.
  const [modules, classic] = await Promise.all([
    esbuild.build({
      ...common,
      entryPoints: { site: "src/browser/site.ts" },
      format: "esm",
      splitting: true,
      jsx: "automatic",
      jsxImportSource: "preact",
      define: {
        SEARCH_WORKER: JSON.stringify(`./${basename(workerFile?.path ?? "")}`),
        KEEPS_OFFLINE: String(keepsOffline),
      },
    }),
    esbuild.build({ ...common, entryPoints: { scheme: "src/browser/scheme.ts" }, format: "iife" }),
  ]);
  const outputs = [...(worker.outputFiles ?? []), ...(modules.outputFiles ?? []), ...(classic.outputFiles ?? [])];
  const files = new Map(outputs.map(({ path, contents }) => [basename(path), contents]));
  return { files, entries: { site: named(files, "site"), scheme: named(files, "scheme") } };
}

function named(files: ReadonlyMap<string, unknown>, entry: string): string {
  const file = [...files.keys()].find((name) => name.startsWith(`${entry}-`));
  if (file === undefined) throw new Error(`The bundler wrote no ${entry} script.`);
  return file;
}

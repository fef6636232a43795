import { basename, join } from "node:path";
import * as esbuild from "esbuild";
import { ASSETS } from "../../../model/urls.ts";
import { type PackageUse, packagesOf } from "../../files/package-uses.ts";

/** The script files by name, and the names of the two that pages load. */
export interface BundledScripts {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The packages that they contain. */
  readonly packages: readonly PackageUse[];
  readonly entries: { readonly site: string; readonly scheme: string };
}

/**
 * Bundles the scripts of the browser: a small module for every page, and chunks that it imports on demand.
 *
 * @param banner the start of every script
 * @param isOfflineEnabled whether the scripts install the service worker
 */
export async function bundleScripts(root: string, banner: string, isOfflineEnabled: boolean): Promise<BundledScripts> {
  const common: esbuild.BuildOptions = {
    absWorkingDir: root,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    outdir: join(root, "assets"),
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    target: ["chrome123", "firefox120", "safari17.5"],
    legalComments: "none",
    banner: { js: banner },
    // Hashes depend on module paths, so these must not leave the project if its packages are linked.
    preserveSymlinks: true,
    logLevel: "silent",
  };
  const worker = await esbuild.build({
    ...common,
    entryPoints: { "search-worker": "src/browser/search/search-worker.ts" },
    format: "esm",
  });
  const [workerFile] = worker.outputFiles ?? [];
  // The scheme script must run before the first paint, so it is a classic script: modules are deferred.
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
        OFFLINE_ENABLED: String(isOfflineEnabled),
      },
    }),
    esbuild.build({ ...common, entryPoints: { scheme: "src/browser/scheme.ts" }, format: "iife" }),
  ]);
  const bundles = [worker, modules, classic];
  const outputs = bundles.flatMap(({ outputFiles }) => outputFiles ?? []);
  const files = new Map(outputs.map(({ path, contents }) => [basename(path), contents]));
  const packages = bundles.flatMap(({ metafile }) =>
    metafile ? packagesOf(metafile, root, (output) => `${ASSETS.slice(1)}${basename(output)}`) : [],
  );
  return { files, packages, entries: { site: findEntry(files, "site"), scheme: findEntry(files, "scheme") } };
}

function findEntry(files: ReadonlyMap<string, unknown>, entry: string): string {
  const file = [...files.keys()].find((name) => name.startsWith(`${entry}-`));
  if (file === undefined) throw new Error(`The bundler wrote no ${entry} script.`);
  return file;
}

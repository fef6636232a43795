import { join } from "node:path";
import type { Metafile } from "esbuild";

/** A file of the output, and the folder of a package that it contains something of. */
export interface PackageUse {
  /** The full path. */
  readonly folder: string;
  /** From the publication's root. */
  readonly file: string;
}

const PACKAGE = /^.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;

/** The folder of the package that a file belongs to; `root` for the project's own. */
export function packageFolder(file: string, root: string): string {
  return PACKAGE.exec(file)?.[0] ?? root;
}

/**
 * The packages that a bundle contains, the project itself included.
 *
 * @param fileOf the path of an output of the bundler from the publication's root
 */
export function packagesOf(
  { outputs }: Pick<Metafile, "outputs">,
  root: string,
  fileOf: (output: string) => string,
): readonly PackageUse[] {
  return Object.entries(outputs).flatMap(([output, { inputs }]) => {
    const included = Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
    const folders = new Set(included.map(([input]) => packageFolder(join(root, input), root)));
    // A file that only passes on the exports of others contains nothing of its own.
    return (folders.size > 0 ? [...folders] : [root]).map((folder) => ({ folder, file: fileOf(output) }));
  });
}

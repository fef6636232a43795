import type { EditionManifest, ManifestFile } from "../../../formats/edition-manifest.ts";
import { CONFIGURATION_FILES } from "../hosts/configuration-files.ts";

/** What hosts read and keep to themselves. */
const HOST_FILES: readonly string[] = CONFIGURATION_FILES;

const PRECOMPRESSED = /\.(?:br|gz)$/;

/** The files of an edition as readers can fetch them. */
interface ServedFiles {
  readonly served: readonly (readonly [path: string, file: ManifestFile])[];
  /** What is not fetched, and why: a sentence each. */
  readonly remarks: readonly string[];
}

/** Sorts out what a host answers with: neither its own configuration, nor the packed copies, which arrive unpacked. */
export function servedFiles({ files }: EditionManifest): ServedFiles {
  const all = Object.entries(files);
  const isHostFile = (path: string): boolean => HOST_FILES.includes(path);
  const isPacked = (path: string): boolean => PRECOMPRESSED.test(path) && Object.hasOwn(files, path.replace(PRECOMPRESSED, ""));
  const hostFiles = all.filter(([path]) => isHostFile(path)).map(([path]) => path);
  const packed = all.filter(([path]) => isPacked(path)).length;
  return {
    served: all.filter(([path]) => !isHostFile(path) && !isPacked(path)),
    remarks: [
      ...(hostFiles.length > 0 ? [`Not looked at: ${hostFiles.join(", ")}, which hosts read and do not serve.`] : []),
      ...(packed > 0 ? [`Not looked at: ${packed} precompressed files, which arrive unpacked as the files that were.`] : []),
      "Files too many cannot be seen from outside: verify the folder for those.",
    ],
  };
}

/** Where a file is served, from the address of the root, which ends in a slash. */
export function servedAddress(root: URL, path: string): URL {
  const asked = path.replace(/(^|\/)index\.html$/, "$1");
  return new URL(asked.split("/").map(encodeURIComponent).join("/"), root);
}

import { accessSync, constants, existsSync, lstatSync, mkdirSync, readdirSync, readlinkSync, statSync } from "node:fs";
import { basename, dirname, join, parse, sep } from "node:path";
import { UsageError } from "../../../lib/format-error.ts";

/** Where an output folder really is, and where a build may put its own files. */
export interface OutputFolder {
  /** The output, as it was named. */
  readonly name: string;
  /** The output, without symbolic links. */
  readonly folder: string;
  /** On the file system of the output: its parent or, if that is another file system or read-only, the output itself. */
  readonly workFolder: string;
  /** Starts the names of a build's own files in `workFolder`. */
  readonly prefix: string;
  /** Whether an entry of the output is no part of an edition: a build's own file, or the system's. */
  isKept(name: string): boolean;
}

/** The folder for recovered files at the root of an ext file system. */
const LOST_AND_FOUND = "lost+found";

const MAX_LINKS = 40;

/**
 * Resolves an output folder. It need not exist, nor what a symbolic link to it leads to; its parents are created.
 *
 * @throws UsageError if it is a file, or has files that are no build output
 */
export function openOutputFolder(name: string): OutputFolder {
  const folder = realFolder(name);
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (stats && !stats.isDirectory()) throw new UsageError(`${name} is a file, and a build would replace it: choose a folder.`);
  const prefix = `.${basename(folder)}.`;
  const isKept = (entry: string): boolean => entry === LOST_AND_FOUND || entry.startsWith(prefix);
  if (stats && isNoBuild(folder, isKept)) {
    throw new UsageError(`${name} has files that are not from a build, and a build would replace them: choose an empty folder.`);
  }
  const parent = dirname(folder);
  mkdirSync(parent, { recursive: true });
  const isOwnFileSystem = stats !== undefined && stats.dev !== statSync(parent).dev;
  return { name, folder, workFolder: stats && (isOwnFileSystem || !isWritable(parent)) ? folder : parent, prefix, isKept };
}

/** Follows symbolic links as the system does, also those to what does not exist. */
function realFolder(path: string): string {
  let folder = parse(path).root;
  let links = 0;
  const names = path.slice(folder.length).split(sep);
  for (let name = names.shift(); name !== undefined; name = names.shift()) {
    const entry = join(folder, name);
    if (!lstatSync(entry, { throwIfNoEntry: false })?.isSymbolicLink()) {
      folder = entry;
      continue;
    }
    links += 1;
    if (links > MAX_LINKS) throw new UsageError(`${path} is a symbolic link that leads back to itself: choose a folder.`);
    const target = readlinkSync(entry);
    const { root } = parse(target);
    if (root !== "") folder = root;
    names.unshift(...target.slice(root.length).split(sep));
  }
  return folder;
}

/** Whether the folder has files, but is not a built site: every site has a `404.html`. */
function isNoBuild(folder: string, isKept: (name: string) => boolean): boolean {
  return !existsSync(join(folder, "404.html")) && readdirSync(folder).some((name) => !isKept(name));
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { EDITION_MANIFEST, OFFLINE_WORKER, SEARCH_INDEX } from "../../../model/urls.ts";
import { PATH_CLASSES } from "../hosts/path-classes.ts";

/** What changes the output; tests watch it, or let it fail. */
export interface FileOperations {
  rename(from: string, to: string): void;
  copy(from: string, to: string): void;
  /** With everything below it. */
  remove(path: string): void;
}

export const FILE_OPERATIONS: FileOperations = {
  rename: renameSync,
  copy: copyFileSync,
  remove: (path) => rmSync(path, { recursive: true, force: true }),
};

/** The entries below a folder, by their paths from there with forward slashes. */
interface Listing {
  readonly files: Set<string>;
  readonly folders: Set<string>;
  /** Symbolic links and the like, which are not followed. */
  readonly others: Set<string>;
}

/**
 * Makes `to` equal to `from`, one file after the other, so that no page that visitors can reach ever refers to a missing
 * file: new files first, what others refer to before what refers to it, then changed files, and last the removal of what
 * is gone. Each file is replaced by a rename. If it is interrupted, the next update completes it.
 *
 * @param from the next edition; its files are moved
 * @param isKept whether an entry of `to` stays although `from` does not have it
 */
export function updateInPlace(
  from: string,
  to: string,
  isKept: (name: string) => boolean = () => false,
  operations: FileOperations = FILE_OPERATIONS,
): void {
  const [next, previous] = [list(from, () => false), list(to, isKept)];
  for (const path of inTheWay(next, previous)) operations.remove(join(to, path));
  const ordered = [...next.files].sort(byRank);
  const added = ordered.filter((path) => !previous.files.has(path));
  const changed = ordered.filter((path) => previous.files.has(path) && !areEqual(join(from, path), join(to, path)));
  for (const path of [...added, ...changed]) place(join(from, path), join(to, path), operations);
  const isGone = (path: string): boolean => !next.files.has(path) && !next.folders.has(path);
  const gone = [...previous.files, ...previous.others].filter(isGone).sort(byRank);
  const goneFolders = [...previous.folders].filter(isGone).sort();
  for (const path of [...gone.reverse(), ...goneFolders.reverse()]) operations.remove(join(to, path));
}

function list(folder: string, isKept: (name: string) => boolean): Listing {
  const listing: Listing = { files: new Set(), folders: new Set(), others: new Set() };
  const add = (below: string): void => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      if (below === "" && isKept(entry.name)) continue;
      const path = below + entry.name;
      if (entry.isDirectory()) {
        listing.folders.add(path);
        add(`${path}/`);
      } else (entry.isFile() ? listing.files : listing.others).add(path);
    }
  };
  add("");
  return listing;
}

/** What is a file in one edition and a folder in the other. */
function inTheWay(next: Listing, previous: Listing): readonly string[] {
  return [
    ...[...next.folders].filter((path) => previous.files.has(path) || previous.others.has(path)),
    ...[...next.files].filter((path) => previous.folders.has(path)),
  ];
}

/** Kinds of files, each before what refers to it. The worker saves the files of a whole edition. */
const ORDER = ["hashed", "other", "page", "list", "manifest", "worker"] as const;

const HASHED = new RegExp(`^(?:${PATH_CLASSES.hashed.pattern})$`);
/** Lists of other files, which browsers read before they load those. */
const LIST = new RegExp(String.raw`^(?:${SEARCH_INDEX}|/offline/).*\.json$`);

function kindOf(path: string): (typeof ORDER)[number] {
  if (path === OFFLINE_WORKER) return "worker";
  if (path === EDITION_MANIFEST) return "manifest";
  if (HASHED.test(path)) return "hashed";
  if (LIST.test(path)) return "list";
  return path.endsWith(".html") ? "page" : "other";
}

/** A precompressed file comes right after the file itself. */
function byRank(a: string, b: string): number {
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

function rank(file: string): number {
  return ORDER.indexOf(kindOf(`/${file.replace(/\.(?:br|gz)$/, "")}`));
}

/** Unchanged files keep their dates, by which browsers recognize them. */
function areEqual(a: string, b: string): boolean {
  return statSync(a).size === statSync(b).size && readFileSync(a).equals(readFileSync(b));
}

function place(from: string, to: string, { rename, copy }: FileOperations): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    rename(from, to);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EXDEV")) throw error;
    const copied = join(dirname(to), `.${basename(to)}.next`);
    copy(from, copied);
    rename(copied, to);
  }
}

import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { FILE_OPERATIONS, type FileOperations, updateInPlace } from "../../src/node/publish/output/update-in-place.ts";
import { differences, readTree, writeTree } from "../site/build-site.ts";
import { temporaryFolder } from "../temporary-folder.ts";

/** A file whose text is the paths of the files that it loads or links to. */
type Edition = Readonly<Record<string, readonly string[]>>;

const COMMON: Edition = {
  "404.html": ["assets/site-1.css"],
  "about/index.html": ["assets/site-1.css", "index.html"],
};

const PREVIOUS: Edition = {
  ...COMMON,
  "index.html": ["assets/site-1.css", "2026/first/index.html", "2026/gone/index.html", "feed.xml"],
  "index.html.br": ["assets/site-1.css", "2026/first/index.html", "2026/gone/index.html", "feed.xml"],
  "2026/first/index.html": ["assets/site-1.css", "assets/page-1.js", "pictures/map-1.avif", "index.html"],
  "2026/first/index.html.gz": ["assets/site-1.css", "assets/page-1.js", "pictures/map-1.avif", "index.html"],
  "2026/gone/index.html": ["assets/site-1.css", "pictures/gone-1.avif", "2026/first/index.html"],
  "topics/oil": [],
  "feeds/index.html": ["feed.xml"],
  "feed.xml": ["2026/first/index.html", "2026/gone/index.html"],
  "assets/site-1.css": [],
  "assets/site-1.css.br": [],
  "assets/page-1.js": ["pagefind/manifest.json"],
  "pictures/map-1.avif": [],
  "pictures/gone-1.avif": [],
  "pagefind/manifest.json": ["pagefind/2026/entry.json"],
  "pagefind/2026/entry.json": ["pagefind/2026/index/en_1.pf_index"],
  "pagefind/2026/index/en_1.pf_index": [],
  "offline/parts.json": ["2026/first/index.html", "2026/gone/index.html"],
  "edition.json": ["index.html", "2026/first/index.html", "2026/gone/index.html"],
  "offline-worker.js": ["edition.json", "offline/parts.json", "assets/site-1.css"],
};

const NEXT: Edition = {
  "404.html": ["assets/site-2.css"],
  "about/index.html": ["assets/site-2.css", "index.html"],
  "index.html": ["assets/site-2.css", "2026/first/index.html", "2027/second/index.html", "topics/oil/index.html", "feed.xml"],
  "2026/first/index.html": [
    "assets/site-2.css",
    "assets/page-2.js",
    "pictures/map-1.avif",
    "topics/oil/index.html",
    "index.html",
  ],
  "2026/first/index.html.gz": [
    "assets/site-2.css",
    "assets/page-2.js",
    "pictures/map-1.avif",
    "topics/oil/index.html",
    "index.html",
  ],
  "2027/second/index.html": ["assets/site-2.css", "pictures/new-1.avif", "data/oil.csv", "topics/oil/index.html"],
  "topics/oil/index.html": ["assets/site-2.css", "topics/oil/feed.xml", "2027/second/index.html"],
  "topics/oil/feed.xml": ["2027/second/index.html"],
  feeds: ["feed.xml"],
  "feed.xml": ["2026/first/index.html", "2027/second/index.html"],
  "data/oil.csv": [],
  "assets/site-2.css": [],
  "assets/page-2.js": ["pagefind/manifest.json"],
  "pictures/map-1.avif": [],
  "pictures/new-1.avif": [],
  "pagefind/manifest.json": ["pagefind/2026/entry.json", "pagefind/2027/entry.json"],
  "pagefind/2026/entry.json": ["pagefind/2026/index/en_2.pf_index"],
  "pagefind/2026/index/en_2.pf_index": [],
  "pagefind/2027/entry.json": ["pagefind/2027/index/en_3.pf_index"],
  "pagefind/2027/index/en_3.pf_index": [],
  "offline/parts.json": ["2026/first/index.html", "2027/second/index.html"],
  "edition.json": ["index.html", "2026/first/index.html", "2027/second/index.html"],
  "offline-worker.js": ["edition.json", "offline/parts.json", "assets/site-2.css"],
};

const write = (folder: string, edition: Edition): void =>
  writeTree(
    folder,
    Object.entries(edition).map(([path, refersTo]) => [path, refersTo.join("\n")] as const),
  );

/** What visitors know: pages that both editions have, what browsers ask for by itself, and all that those lead to. */
const KNOWN = ["index.html", "404.html", "about/index.html", "2026/first/index.html", "offline-worker.js"];

/** Follows all references from what visitors know, and returns those to missing files. */
function missing(folder: string): readonly string[] {
  const [found, lacking] = [new Set(KNOWN), new Set<string>()];
  for (const path of found) {
    const variants = [path, `${path}.br`, `${path}.gz`].map((name) => join(folder, name));
    if (!statSync(join(folder, path), { throwIfNoEntry: false })?.isFile()) lacking.add(path);
    for (const file of variants.filter((each) => statSync(each, { throwIfNoEntry: false })?.isFile())) {
      for (const reference of readFileSync(file, "utf8").split("\n")) if (reference !== "") found.add(reference);
    }
  }
  return [...lacking];
}

let next: string;
let out: string;
beforeEach(() => {
  const parent = temporaryFolder();
  [next, out] = [join(parent, "next"), join(parent, "out")];
  write(next, NEXT);
  write(out, PREVIOUS);
});

/** Calls `before` before each operation, with its number. */
function watched(before: (count: number) => void, operations = FILE_OPERATIONS): FileOperations {
  let count = 0;
  const step = (): void => before(count++);
  return {
    rename: (from, to) => {
      step();
      operations.rename(from, to);
    },
    copy: (from, to) => {
      step();
      operations.copy(from, to);
    },
    remove: (path) => {
      step();
      operations.remove(path);
    },
  };
}

/** As between two mounts. */
const acrossMounts: FileOperations = {
  ...FILE_OPERATIONS,
  rename: (from, to) => {
    if (dirname(from) !== dirname(to)) throw Object.assign(new Error("EXDEV"), { code: "EXDEV", syscall: "rename" });
    FILE_OPERATIONS.rename(from, to);
  },
};

const expected = (): ReadonlyMap<string, Buffer> => {
  const folder = temporaryFolder();
  write(folder, NEXT);
  return readTree(folder);
};

describe.each([
  ["on one file system", FILE_OPERATIONS],
  ["across mounts", acrossMounts],
])("an update in place %s", (_, operations) => {
  it("ends in the next edition, without empty folders", () => {
    updateInPlace(next, out, undefined, operations);
    expect(differences(expected(), readTree(out))).toEqual([]);
    const folders = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(
      folders.map(({ parentPath, name }) => join(parentPath, name)).filter((each) => readdirSync(each).length === 0),
    ).toEqual([]);
  });

  it("never has a page that visitors know refer to a missing file", () => {
    const lacking: string[] = [];
    let steps = 0;
    const check = (count: number): void => {
      steps = count;
      lacking.push(...missing(out).map((path) => `${count}: ${path}`));
    };
    updateInPlace(next, out, undefined, watched(check, operations));
    expect(missing(out)).toEqual([]);
    expect(lacking).toEqual([]);
    expect(steps).toBeGreaterThan(30);
  });

  it("can be killed before any step, and is completed by the next one", () => {
    for (let last = 0, isDone = false; !isDone; last += 1) {
      const parent = temporaryFolder();
      const [from, to] = [join(parent, "next"), join(parent, "out")];
      write(from, NEXT);
      write(to, PREVIOUS);
      const kill = (count: number): void => {
        if (count === last) throw new Error("killed");
      };
      try {
        updateInPlace(from, to, undefined, watched(kill, operations));
        isDone = true;
      } catch (error) {
        expect(error).toHaveProperty("message", "killed");
      }
      expect(missing(to), `killed before step ${last}`).toEqual([]);
      write(from, NEXT);
      updateInPlace(from, to, undefined, operations);
      expect(differences(expected(), readTree(to)), `killed before step ${last}`).toEqual([]);
    }
  });

  it("replaces the worker after everything else, and then removes", () => {
    const steps: string[] = [];
    const named = (kind: string, path: string) => steps.push(`${kind} ${posix.relative(out, path)}`);
    updateInPlace(next, out, undefined, {
      rename: (from, to) => {
        operations.rename(from, to);
        named("place", to);
      },
      copy: operations.copy,
      remove: (path) => {
        named("remove", path);
        operations.remove(path);
      },
    });
    const worker = steps.indexOf("place offline-worker.js");
    expect(steps[worker - 1]).toBe("place edition.json");
    expect(steps.slice(worker + 1).every((step) => step.startsWith("remove "))).toBe(true);
    expect(steps.slice(worker + 1)).toContain("remove assets/site-1.css");
  });
});

it("files that are the same stay as they are, dates included", () => {
  utimesSync(join(out, "pictures/map-1.avif"), 1000, 1000);
  writeFileSync(join(out, "feed.xml"), NEXT["feed.xml"]?.join("\n").replace("second", "former") ?? "");
  utimesSync(join(out, "feed.xml"), 1000, 1000);
  updateInPlace(next, out);
  expect(statSync(join(out, "pictures/map-1.avif")).mtimeMs).toBe(1_000_000);
  expect(statSync(join(out, "feed.xml")).mtimeMs).not.toBe(1_000_000);
});

it("symbolic links are removed, and nothing is written or removed behind them", () => {
  const elsewhere = temporaryFolder();
  writeFileSync(join(elsewhere, "mine.txt"), "mine");
  symlinkSync(elsewhere, join(out, "2027"));
  symlinkSync(elsewhere, join(out, "latest"));
  symlinkSync(join(elsewhere, "mine.txt"), join(out, "data"));
  updateInPlace(next, out);
  expect(readdirSync(elsewhere)).toEqual(["mine.txt"]);
  expect(readFileSync(join(elsewhere, "mine.txt"), "utf8")).toBe("mine");
  expect(existsSync(join(out, "latest"))).toBe(false);
  expect(differences(expected(), readTree(out))).toEqual([]);
});

it("kept entries stay, at the root only", () => {
  mkdirSync(join(out, "lost+found"));
  mkdirSync(join(out, "2026/lost+found"));
  updateInPlace(next, out, (name) => name === "lost+found");
  expect(existsSync(join(out, "lost+found"))).toBe(true);
  expect(existsSync(join(out, "2026/lost+found"))).toBe(false);
});

it("an empty folder gets a whole edition", () => {
  const empty = temporaryFolder();
  updateInPlace(next, empty);
  expect(differences(expected(), readTree(empty))).toEqual([]);
});

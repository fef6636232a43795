import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { OperationError } from "../../src/lib/format-error.ts";
import { measureFolder, stageOutput } from "../../src/node/publish/output/staged-output.ts";
import { FILE_OPERATIONS, type FileOperations } from "../../src/node/publish/output/update-in-place.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { front, putSite } from "./small-output.ts";

/** The id of a process that has ended. */
const deadProcess = () => spawnSync(process.execPath, ["-e", ""]).pid;

describe("a build that succeeds", () => {
  it("replaces the previous output, and leaves nothing beside it", () => {
    const parent = temporaryFolder();
    const out = putSite(parent, "dist", "old");
    writeFileSync(join(out, "gone.html"), "gone");
    const staged = stageOutput(out);
    putSite(staged.folder, ".", "new");
    staged.swapIn();
    expect(front(out)).toBe("new");
    expect(existsSync(join(out, "gone.html"))).toBe(false);
    expect(readdirSync(parent)).toEqual(["dist"]);
  });

  it("creates the folder and its parents if they do not exist", () => {
    const out = join(temporaryFolder(), "a/b/dist");
    const staged = stageOutput(out);
    putSite(staged.folder, ".", "new");
    staged.swapIn();
    expect(front(out)).toBe("new");
  });
});

describe("a build that fails", () => {
  it("leaves the previous output untouched, and nothing beside it", () => {
    const parent = temporaryFolder();
    const out = putSite(parent, "dist", "old");
    const staged = stageOutput(out);
    putSite(staged.folder, ".", "half");
    staged.discard();
    expect(front(out)).toBe("old");
    expect(readdirSync(parent)).toEqual(["dist"]);
  });

  it("restores the previous output if the new one cannot replace it", () => {
    const parent = temporaryFolder();
    const out = putSite(parent, "dist", "old");
    const staged = stageOutput(out);
    rmSync(staged.folder, { recursive: true });
    expect(() => staged.swapIn()).toThrow("ENOENT");
    staged.discard();
    expect(front(out)).toBe("old");
    expect(readdirSync(parent)).toEqual(["dist"]);
  });

  it("leaves no folder if there was none", () => {
    const parent = temporaryFolder();
    stageOutput(join(parent, "dist")).discard();
    expect(readdirSync(parent)).toEqual([]);
  });
});

describe("after a build that was killed", () => {
  it("between the two renames, the previous output is restored", () => {
    const parent = temporaryFolder();
    putSite(parent, ".dist.former", "old");
    const staged = stageOutput(join(parent, "dist"));
    expect(front(join(parent, "dist"))).toBe("old");
    staged.discard();
    expect(readdirSync(parent)).toEqual(["dist"]);
  });

  it("after the two renames, the previous output is removed and the new one stays", () => {
    const parent = temporaryFolder();
    putSite(parent, ".dist.former", "old");
    const out = putSite(parent, "dist", "new");
    stageOutput(out).discard();
    expect(front(out)).toBe("new");
    expect(readdirSync(parent)).toEqual(["dist"]);
  });

  it("its folders are removed, but not those of a running build, nor any other folder", () => {
    const parent = temporaryFolder();
    putSite(parent, `.dist.next-${deadProcess()}`, "dead");
    putSite(parent, `.dist.next-${process.ppid}`, "running");
    putSite(parent, `.other.next-${deadProcess()}`, "of another site");
    stageOutput(join(parent, "dist")).discard();
    expect(readdirSync(parent).toSorted()).toEqual([`.dist.next-${process.ppid}`, expect.stringMatching(/^\.other\.next-/)]);
  });
});

describe("an output that cannot be renamed", () => {
  /** As for a mount point. */
  const fixed = (out: string, code: string): FileOperations => ({
    ...FILE_OPERATIONS,
    rename: (from, to) => {
      if (from === out) throw Object.assign(new Error(`${code}: rename`), { code, syscall: "rename" });
      FILE_OPERATIONS.rename(from, to);
    },
  });

  it.each(["EBUSY", "EXDEV", "EACCES", "EPERM", "EROFS"])("because of %s is updated file by file, and said to be", (code) => {
    const parent = temporaryFolder();
    const out = putSite(parent, "dist", "old");
    writeFileSync(join(out, "gone.html"), "gone");
    const { ino } = statSync(out);
    const staged = stageOutput(out, fixed(out, code));
    putSite(staged.folder, ".", "new");
    expect(staged.swapIn()).toMatch(/dist cannot be replaced at once, .*one by one/);
    expect(front(out)).toBe("new");
    expect(readdirSync(out).toSorted()).toEqual(["404.html", "index.html"]);
    expect(statSync(out).ino).toBe(ino);
    expect(readdirSync(parent)).toEqual(["dist"]);
  });

  it("and then a file that cannot be replaced is named, and the next build completes the update", () => {
    const parent = temporaryFolder();
    const out = putSite(parent, "dist", "old");
    const full: FileOperations = {
      ...fixed(out, "EBUSY"),
      rename: (from, to) => {
        if (to === join(out, "index.html")) {
          throw Object.assign(new Error("ENOSPC: no space left on device, rename"), { code: "ENOSPC", syscall: "rename" });
        }
        fixed(out, "EBUSY").rename(from, to);
      },
    };
    const staged = stageOutput(out, full);
    putSite(staged.folder, ".", "new");
    expect(() => staged.swapIn()).toThrow(OperationError);
    staged.discard();
    expect(front(out)).toBe("old");
    expect(readdirSync(parent)).toEqual(["dist"]);
    const again = stageOutput(out, fixed(out, "EBUSY"));
    putSite(again.folder, ".", "new");
    again.swapIn();
    expect(front(out)).toBe("new");
  });

  it("because of any other error stays as it is", () => {
    const out = putSite(temporaryFolder(), "dist", "old");
    const staged = stageOutput(out, fixed(out, "EIO"));
    putSite(staged.folder, ".", "new");
    expect(() => staged.swapIn()).toThrow("EIO");
    staged.discard();
    expect(front(out)).toBe("old");
  });
});

it("a folder is measured by its pages and the bytes of all its files", async () => {
  const folder = putSite(temporaryFolder(), "dist", "front");
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "assets/site.css"), "12345678");
  expect(await measureFolder(folder)).toMatchObject({ pages: 2, bytes: "front".length + "Not found".length + 8 });
});

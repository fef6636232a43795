import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { UsageError } from "../../src/lib/format-error.ts";
import { measureFolder, stageOutput } from "../../src/node/publish/staged-output.ts";
import { temporaryFolder } from "../temporary-folder.ts";

/** A folder `name` that looks like a site, with its own home page. */
function putSite(parent: string, name: string, front: string): string {
  const folder = join(parent, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "index.html"), front);
  writeFileSync(join(folder, "404.html"), "Not found");
  return folder;
}

const front = (folder: string) => readFileSync(join(folder, "index.html"), "utf8");
/** The id of a process that has ended. */
const deadProcess = () => spawnSync(process.execPath, ["-e", ""]).pid;

describe("a build that succeeds", () => {
  it("replaces the previous output, and leaves nothing beside it", async () => {
    const parent = temporaryFolder();
    const out = putSite(parent, "dist", "old");
    writeFileSync(join(out, "gone.html"), "gone");
    const staged = await stageOutput(out);
    putSite(staged.folder, ".", "new");
    staged.swapIn();
    expect(front(out)).toBe("new");
    expect(existsSync(join(out, "gone.html"))).toBe(false);
    expect(readdirSync(parent)).toEqual(["dist"]);
  });

  it("creates the folder and its parents if they do not exist", async () => {
    const out = join(temporaryFolder(), "a/b/dist");
    const staged = await stageOutput(out);
    putSite(staged.folder, ".", "new");
    staged.swapIn();
    expect(front(out)).toBe("new");
  });
});

describe("a build that fails", () => {
  it("leaves the previous output untouched, and nothing beside it", async () => {
    const parent = temporaryFolder();
    const out = putSite(parent, "dist", "old");
    const staged = await stageOutput(out);
    putSite(staged.folder, ".", "half");
    staged.discard();
    expect(front(out)).toBe("old");
    expect(readdirSync(parent)).toEqual(["dist"]);
  });

  it("restores the previous output if the new one cannot replace it", async () => {
    const parent = temporaryFolder();
    const out = putSite(parent, "dist", "old");
    const staged = await stageOutput(out);
    rmSync(staged.folder, { recursive: true });
    expect(() => staged.swapIn()).toThrow("ENOENT");
    expect(front(out)).toBe("old");
    expect(readdirSync(parent)).toEqual(["dist"]);
  });

  it("leaves no folder if there was none", async () => {
    const parent = temporaryFolder();
    (await stageOutput(join(parent, "dist"))).discard();
    expect(readdirSync(parent)).toEqual([]);
  });
});

describe("after a build that was killed", () => {
  it("between the two renames, the previous output is restored", async () => {
    const parent = temporaryFolder();
    putSite(parent, ".dist.former", "old");
    const staged = await stageOutput(join(parent, "dist"));
    expect(front(join(parent, "dist"))).toBe("old");
    staged.discard();
    expect(readdirSync(parent)).toEqual(["dist"]);
  });

  it("after the two renames, the previous output is removed and the new one stays", async () => {
    const parent = temporaryFolder();
    putSite(parent, ".dist.former", "old");
    const out = putSite(parent, "dist", "new");
    (await stageOutput(out)).discard();
    expect(front(out)).toBe("new");
    expect(readdirSync(parent)).toEqual(["dist"]);
  });

  it("its folders are removed, but not those of a running build, nor any other folder", async () => {
    const parent = temporaryFolder();
    putSite(parent, `.dist.next-${deadProcess()}`, "dead");
    putSite(parent, `.dist.next-${process.ppid}`, "running");
    putSite(parent, `.other.next-${deadProcess()}`, "of another site");
    (await stageOutput(join(parent, "dist"))).discard();
    expect(readdirSync(parent).toSorted()).toEqual([`.dist.next-${process.ppid}`, expect.stringMatching(/^\.other\.next-/)]);
  });
});

describe("a folder that is not build output", () => {
  it("is not replaced, and not touched", async () => {
    const out = join(temporaryFolder(), "photos");
    mkdirSync(out);
    writeFileSync(join(out, "index.html"), "mine");
    await expect(stageOutput(out)).rejects.toThrow(UsageError);
    await expect(stageOutput(out)).rejects.toThrow("photos has files that are not from a build");
    expect(readdirSync(out)).toEqual(["index.html"]);
  });

  it("may be replaced if it is empty", async () => {
    const parent = temporaryFolder();
    mkdirSync(join(parent, "dist"));
    (await stageOutput(join(parent, "dist"))).discard();
    expect(readdirSync(parent)).toEqual(["dist"]);
  });
});

it("a folder is measured by its pages and the bytes of all its files", async () => {
  const folder = putSite(temporaryFolder(), "dist", "front");
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "assets/site.css"), "12345678");
  expect(await measureFolder(folder)).toMatchObject({ pages: 2, bytes: "front".length + "Not found".length + 8 });
});

import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { OperationError, UsageError } from "../../src/lib/format-error.ts";
import { stageOutput } from "../../src/node/publish/output/staged-output.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { front, putSite } from "./small-output.ts";

describe("a symbolic link", () => {
  /** Publishes a new edition at `out`, and returns what is there. */
  function publish(out: string): string {
    const staged = stageOutput(out);
    putSite(staged.folder, ".", "new");
    expect(staged.swapIn()).toBeUndefined();
    return front(out);
  }

  it.each<[string, (parent: string) => void, string[]]>([
    ["to a folder", (parent) => symlinkSync("real", join(parent, "dist")), ["dist", "real"]],
    ["with an absolute target", (parent) => symlinkSync(join(parent, "real"), join(parent, "dist")), ["dist", "real"]],
    [
      "to another link",
      (parent) => {
        symlinkSync("real", join(parent, "current"));
        symlinkSync("./current/", join(parent, "dist"));
      },
      ["current", "dist", "real"],
    ],
  ])("%s stays, and the folder is replaced", (_, link, left) => {
    const parent = temporaryFolder();
    putSite(parent, "real", "old");
    writeFileSync(join(parent, "real/gone.html"), "gone");
    link(parent);
    expect(publish(join(parent, "dist"))).toBe("new");
    expect(lstatSync(join(parent, "dist")).isSymbolicLink()).toBe(true);
    expect(readdirSync(join(parent, "real")).toSorted()).toEqual(["404.html", "index.html"]);
    expect(readdirSync(parent).toSorted()).toEqual(left);
  });

  it("to a folder that does not exist gets it", () => {
    const parent = temporaryFolder();
    symlinkSync("releases/now", join(parent, "dist"));
    expect(publish(join(parent, "dist"))).toBe("new");
    expect(lstatSync(join(parent, "dist")).isSymbolicLink()).toBe(true);
    expect(readdirSync(join(parent, "releases"))).toEqual(["now"]);
  });

  it("in a parent is followed, also where the link leads up", () => {
    const parent = temporaryFolder();
    putSite(parent, "disk/www/dist", "old");
    mkdirSync(join(parent, "project"));
    symlinkSync("../disk/www", join(parent, "project/www"));
    expect(publish(join(parent, "project/www/dist"))).toBe("new");
    expect(front(join(parent, "disk/www/dist"))).toBe("new");
    // The parent of what `www` leads to is `disk`.
    symlinkSync("www/../www/next", join(parent, "project/dist"));
    expect(publish(join(parent, "project/dist"))).toBe("new");
    expect(readdirSync(join(parent, "disk/www")).toSorted()).toEqual(["dist", "next"]);
    expect(readdirSync(join(parent, "project")).toSorted()).toEqual(["dist", "www"]);
  });

  it("leads to the same lock as the folder itself", () => {
    const parent = temporaryFolder();
    putSite(parent, "real", "old");
    symlinkSync("real", join(parent, "dist"));
    const staged = stageOutput(join(parent, "dist"));
    expect(() => stageOutput(join(parent, "real"))).toThrow("Another build is writing");
    staged.discard();
    stageOutput(join(parent, "real")).discard();
    expect(readdirSync(parent).toSorted()).toEqual(["dist", "real"]);
  });
});

describe("a folder that is not build output", () => {
  it("is not replaced, and not touched", () => {
    const out = join(temporaryFolder(), "photos");
    mkdirSync(out);
    writeFileSync(join(out, "index.html"), "mine");
    expect(() => stageOutput(out)).toThrow(UsageError);
    expect(() => stageOutput(out)).toThrow("photos has files that are not from a build");
    expect(readdirSync(out)).toEqual(["index.html"]);
  });

  it("is not replaced if it is a file, or a link that leads nowhere else", () => {
    const parent = temporaryFolder();
    writeFileSync(join(parent, "notes"), "mine");
    symlinkSync("dist", join(parent, "dist"));
    symlinkSync("notes", join(parent, "to-notes"));
    for (const name of ["notes", "to-notes"]) expect(() => stageOutput(join(parent, name))).toThrow(`${name} is a file`);
    expect(() => stageOutput(join(parent, "dist"))).toThrow(UsageError);
    expect(readdirSync(parent).toSorted()).toEqual(["dist", "notes", "to-notes"]);
    expect(readFileSync(join(parent, "notes"), "utf8")).toBe("mine");
  });

  it("may be replaced if it is empty", () => {
    const parent = temporaryFolder();
    mkdirSync(join(parent, "dist"));
    stageOutput(join(parent, "dist")).discard();
    expect(readdirSync(parent)).toEqual(["dist"]);
  });
});

it.each(["notes/dist", "notes/a/b/dist", "to-notes/dist", "/proc/dist"])(
  "nothing can be written to %s, and the message says why",
  (name) => {
    const parent = temporaryFolder();
    writeFileSync(join(parent, "notes"), "mine");
    symlinkSync("notes", join(parent, "to-notes"));
    const out = resolve(parent, name);
    expect(() => stageOutput(out)).toThrow(OperationError);
    expect(() => stageOutput(out)).toThrow(
      /^Nothing can be written to \S+dist: E[A-Z]+: .+\nCorrect this, or choose another folder with --out\.$/,
    );
    expect(readdirSync(parent).toSorted()).toEqual(["notes", "to-notes"]);
  },
);

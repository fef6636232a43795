import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { fetchBar } from "../../src/node/commands/markets/update-console.ts";
import { removeLeftovers, replaceFiles } from "../../src/node/ingest/markets/update/replace-files.ts";
import { temporaryFolder } from "../temporary-folder.ts";

function folderWith(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return {
    folder,
    path: (name: string) => join(folder, name),
    files: () => Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")])),
  };
}

describe("files that are replaced together", () => {
  it("are all replaced, without temporary files left", async () => {
    const { path, files } = folderWith({ "a.csv": "a", "b.csv": "b", "c.csv": "c" });
    await replaceFiles(
      new Map([
        [path("a.csv"), "new a"],
        [path("d.csv"), "new d"],
      ]),
    );
    expect(files()).toEqual({ "a.csv": "new a", "b.csv": "b", "c.csv": "c", "d.csv": "new d" });
  });

  it("all stay if one of them cannot be renamed", async () => {
    const { path, files } = folderWith({ "a.csv": "a", "c.csv": "c" });
    const places: string[] = [];
    const refused = replaceFiles(new Map(["a", "b", "c"].map((name) => [path(`${name}.csv`), "new"])), (from, to) => {
      places.push(`${to}`);
      if (`${to}`.endsWith("c.csv")) throw new Error("EIO");
      renameSync(from, to);
    });
    await expect(refused).rejects.toThrow("EIO");
    expect(places).toHaveLength(3);
    expect(files()).toEqual({ "a.csv": "a", "c.csv": "c" });
  });

  it("all stay if one of them cannot be written", async () => {
    const { folder, path, files } = folderWith({ "a.csv": "a" });
    const texts = new Map([
      [path("a.csv"), "new"],
      [join(folder, "missing", "b.csv"), "new"],
    ]);
    await expect(replaceFiles(texts)).rejects.toThrow("ENOENT");
    expect(files()).toEqual({ "a.csv": "a" });
  });

  it("remove only the leftovers of a killed update", async () => {
    const kept = { "a.csv": "a", ".hidden.csv": "h", [`.a.csv.next-${process.pid}`]: "under way" };
    const { folder, files } = folderWith({ ...kept, ".a.csv.next-99999999": "half", ".a.csv.former-99999999": "a" });
    await removeLeftovers(folder);
    expect(files()).toEqual(kept);
  });
});

describe("the progress bar of an update", () => {
  it.each([
    ["names the series that are to come where somebody watches", true, /fetch figures .*of 12 series/],
    ["is not there where nobody does", false, /^$/],
  ])("%s", (_, isWatched, expected) => {
    let written = "";
    const stream = new Writable({
      decodeStrings: false,
      write: (chunk: string, _encoding, done) => {
        written += chunk;
        done();
      },
    });
    const bar = fetchBar(Object.assign(stream, { isTTY: true, columns: 80 }), isWatched);
    bar.start(12);
    bar.advance();
    bar.stop();
    expect(written).toMatch(expected);
  });
});

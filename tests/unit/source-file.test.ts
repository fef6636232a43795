import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesBelow, readSource, splitFrontMatter } from "../../src/node/files/source-file.ts";
import { temporaryFolder } from "../temporary-folder.ts";

describe("front matter", () => {
  it("is between the first two lines of three hyphens", () => {
    expect(splitFrontMatter("---\ntitle: A\nsection: b\n---\n\nText.\n")).toEqual({
      yaml: "title: A\nsection: b",
      body: "\nText.\n",
      linesBeforeBody: 4,
    });
  });

  it.each([
    ["an empty one", "---\n---\nText.", { yaml: "", body: "Text.", linesBeforeBody: 2 }],
    ["no text below", "---\na: b\n---", { yaml: "a: b", body: "", linesBeforeBody: 3 }],
    ["spaces after the hyphens", "--- \na: b\n---\t\nText.", { yaml: "a: b", body: "Text.", linesBeforeBody: 3 }],
    [
      "a rule in the text",
      "---\na: b\n---\nOne.\n\n---\n\nTwo.",
      { yaml: "a: b", body: "One.\n\n---\n\nTwo.", linesBeforeBody: 3 },
    ],
    ["hyphens within a field", "---\na: --- b\n---\nText.", { yaml: "a: --- b", body: "Text.", linesBeforeBody: 3 }],
  ])("is split with %s", (_, text, parts) => {
    expect(splitFrontMatter(text)).toEqual(parts);
  });

  it.each([
    ["nothing", ""],
    ["text only", "Text.\n"],
    ["a first line that is empty", "\n---\na: b\n---\n"],
    ["no second line of hyphens", "---\na: b\n\nText.\n"],
    ["four hyphens", "----\na: b\n----\n"],
  ])("is missing with %s", (_, text) => {
    expect(splitFrontMatter(text)).toBeUndefined();
  });
});

describe("a source file", () => {
  const read = (bytes: string | Uint8Array) => {
    const path = join(temporaryFolder(), "a.md");
    writeFileSync(path, bytes);
    return readSource(path);
  };

  it("is read without its byte order mark and carriage returns", async () => {
    expect(await read("\uFEFF---\r\ntitle: A\r\n---\r\nText.\r\n")).toMatchObject({ text: "---\ntitle: A\n---\nText.\n" });
  });

  it("keeps every other character", async () => {
    const text = "---\ntitle: “Ā” 😀 \u200F\n---\nA lone \r and a later \uFEFF.\n";
    expect(await read(text)).toMatchObject({ text });
  });

  it("gets a diagnostic at the line that is not UTF-8", async () => {
    const bytes = Buffer.concat([Buffer.from("---\ntitle: é\n---\n"), Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x0a])]);
    expect(await read(bytes)).toMatchObject({ line: 4, message: "is not UTF-8", fix: "save the file as UTF-8" });
    expect(await read(Buffer.from([0xff, 0xfe, 0x2d, 0x00]))).toMatchObject({ line: 1 });
  });
});

describe("the files below a folder", () => {
  it("are found at any depth by extension, sorted by path", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "2026/01"), { recursive: true });
    for (const name of ["b.md", "a.md", "2026/01/c.md", "2026/01/c.yaml", ".md.swp"]) writeFileSync(join(folder, name), "");
    expect(await filesBelow(folder, [".md"])).toEqual(["2026/01/c.md", "a.md", "b.md"].map((name) => join(folder, name)));
  });

  it("are none if the folder does not exist", async () => {
    expect(await filesBelow(join(temporaryFolder(), "nowhere"), [".md"])).toEqual([]);
  });
});

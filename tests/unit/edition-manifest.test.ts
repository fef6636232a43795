import { describe, expect, it } from "vitest";
import { type EditionManifest, readManifest, writeManifest } from "../../src/formats/edition-manifest.ts";
import { parseManifest } from "../../src/node/publish/verify/verification.ts";
import { sha256 } from "../../src/node/publish/write-edition-manifest.ts";

const FILES: EditionManifest["files"] = {
  "politics/index.html": [sha256("b"), 1],
  "404.html": [sha256("a"), 1],
  "2026": [sha256("c"), 1],
};

const TEXT = writeManifest({ edition: "abc1234567", files: FILES }, sha256);

/** A manifest with one file at an untrusted path, and a valid digest. */
function withPath(path: string): string {
  return writeManifest({ edition: "abc", files: { [path]: [sha256(""), 0] } }, sha256);
}

describe("a manifest", () => {
  it("has one file per line, sorted by path, and a digest of the lines above", () => {
    const lines = TEXT.split("\n");
    expect(lines.slice(0, 2)).toEqual(['{"edition":"abc1234567",', '"files":{']);
    expect(lines.slice(2, 5).map((line) => JSON.parse(`{${line.replace(/,$/, "")}}`))).toEqual([
      { "2026": FILES["2026"] },
      { "404.html": FILES["404.html"] },
      { "politics/index.html": FILES["politics/index.html"] },
    ]);
    const above = `${lines.slice(0, -2).join("\n")}\n`;
    expect(JSON.parse(TEXT)).toEqual({ edition: "abc1234567", files: FILES, digest: sha256(above) });
  });

  it("is parsed as it was written", () => {
    expect(readManifest(TEXT, sha256)).toEqual(JSON.parse(TEXT));
  });

  it("is rejected after a change of any bit", () => {
    const bytes = Buffer.from(TEXT);
    const passed: string[] = [];
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      if (parseManifest(changed)) passed.push(`bit ${bit}`);
    }
    expect(passed).toEqual([]);
  });

  it.each([
    ["cut off", TEXT.slice(0, -1)],
    ["empty", ""],
    ["with an extra line end", `${TEXT}\n`],
    ["with a byte order mark", `\uFEFF${TEXT}`],
    ["with a file named twice", TEXT.replace(/("404.html":\[.*\]),\n/, "$1,\n$1,\n")],
    ["reformatted", JSON.stringify(JSON.parse(TEXT))],
    ["without its digest", TEXT.replace(/,\n"digest".*/, "}")],
    ["another kind of JSON", "[]"],
  ])("is rejected if it is %s", (_, text) => {
    expect(text).not.toBe(TEXT);
    expect(parseManifest(Buffer.from(text))).toBeUndefined();
  });

  it.each([
    "../index.html",
    "a/../../etc/passwd",
    "/etc/passwd",
    "a//b",
    "./a",
    "a/.",
    "",
    "a\\..\\b",
    "C:\\a",
    "a\0b",
    "a\nb",
    "a\u001b[2Jb",
    "\ud800",
    "__proto__",
  ])("is rejected if it names a file %j", (path) => {
    expect(readManifest(withPath(path), sha256)).toBeUndefined();
  });

  it.each(["index.html", ".well-known/security.txt", "..a/b..", "pictures/Zürich #1?-240.avif", "constructor"])(
    "may name a file %j",
    (path) => {
      expect(readManifest(withPath(path), sha256)?.files).toEqual({ [path]: [sha256(""), 0] });
    },
  );
});

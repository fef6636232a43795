import { describe, expect, it } from "vitest";
import { HEAD_BYTES, isOwnFile } from "../../src/formats/publication-mark.ts";
import { readStoryLengths } from "../../src/formats/search/story-lengths.ts";
import { readVocabulary } from "../../src/formats/search/vocabulary.ts";
import { publicationMark } from "../../src/node/publish/publication-mark.ts";

const MARK = "5675896fd9";
const isOwn = (path: string, text: string) => isOwnFile(path, Buffer.from(text, "latin1").subarray(0, HEAD_BYTES), MARK);
const page = (attributes: string, before = "") => `<!DOCTYPE html>\n${before}<html ${attributes}><head><title>The Paper`;

describe("a page", () => {
  it.each([
    ["as it is written", page(`lang="en" data-site="${MARK}"`)],
    ["with a script that an edge server adds", `${page(`lang="en" data-site="${MARK}"`)}<script src="/cdn-cgi/beacon.js">`],
    ["with attributes that an edge server adds, in another order", page(`data-edge="a" data-site="${MARK}" lang="en"`)],
    ["without quotation marks", page(`lang=en data-site=${MARK}`)],
    ["below a comment", page(`lang="en" data-site="${MARK}"`, "<!-- served from a cache -->")],
    ["in capital letters", `<!DOCTYPE HTML><HTML DATA-SITE="${MARK}">`],
  ])("is the publication's %s", (_, html) => {
    for (const path of ["", "2026/01/07/paris-talks/", "politics/index.html", "politics"]) expect(isOwn(path, html)).toBe(true);
  });

  it.each([
    ["a login", "<!DOCTYPE html><html lang=en><title>Sign in</title>"],
    ["a page of another publication", page(`lang="en" data-site="abcdef0123"`)],
    ["a page of a longer mark", page(`lang="en" data-site="${MARK}0"`)],
    ["an earlier version's page", page(`lang="en"`)],
    ["a page that mentions the mark", `<html><title>${MARK} data-site="${MARK}"</title>`],
    ["a page that quotes an address", `<html><a href="/login?next=/assets/site-${MARK}.css">`],
    ["a page with the mark of files", `<html lang="en"><!--#${MARK}-->`],
    ["JSON", `{"publication":"#${MARK}"}`],
    ["an empty answer", ""],
  ])("is not the publication's: %s", (_, html) => {
    expect(isOwn("politics/", html)).toBe(false);
  });
});

describe("a file", () => {
  it.each([
    ["assets/site-1.js", `/*!#${MARK}*/import`],
    ["assets/site-1.css", `/*!#${MARK}*/@layer`],
    ["pagefind/manifest.json", `{"publication":"#${MARK}","volumes":[]}`],
    ["pagefind/2026/vocabulary/all.txt", `#${MARK}\n0oil\n`],
    ["pagefind/wasm.en.pagefind", "\x1f\x8b\x08"],
    ["pagefind/2026/index/en_1.pf_index", "\x1f\x8b\x08"],
    ["pagefind/2026/index/en_1.pf_index", "pagefind_dcd\x82"],
    ["assets/icon-1.svg", "<svg xmlns="],
    ["assets/serif-1.woff2", "wOF2\0\x01"],
    ["pictures/port-1-800.avif", "\0\0\0 ftypavif\0"],
    ["pictures/port-1-800.webp", "RIFF\x10\0\0\0WEBPVP8 "],
    ["pictures/port-1-800.png", "\x89PNG\r\n\x1a\n"],
    ["pictures/port-1-800.jpg", "\xff\xd8\xff\xe0"],
  ])("is the publication's: %s", (path, start) => {
    expect(isOwn(path, start)).toBe(true);
    for (const other of [
      '{"error":"sign in"}',
      "location='/login'",
      page(`data-site="${MARK}"`),
      page(""),
      "GIF89a",
      "",
      ...(start.includes(MARK) ? [start.replace(MARK, "abcdef0123")] : []),
    ]) {
      expect(isOwn(path, other), other).toBe(false);
    }
  });

  it("of an unknown kind needs the mark", () => {
    expect(isOwn("assets/film.mp4", "\0\0\0 ftypisom")).toBe(false);
    expect(isOwn("assets/notes.md", `#${MARK}`)).toBe(true);
  });
});

it("lists are read without their mark", () => {
  expect(readVocabulary(`#${MARK}\n0oil 2\n`)).toEqual(new Map([["oil", 2]]));
  expect(readStoryLengths(`#${MARK}\n7 640\n`)).toEqual([{ headline: 7, whole: 640 }]);
});

it("publications have marks of their own, by name and address", () => {
  const paper = { name: "The Paper", address: "https://paper.example/" };
  const others = [
    { ...paper, address: "https://paper.example/sport/" },
    { ...paper, address: undefined },
    { ...paper, name: "The Sports Paper" },
  ];
  expect(publicationMark({ ...paper })).toBe(publicationMark(paper));
  expect(new Set([paper, ...others].map(publicationMark)).size).toBe(4);
  expect(publicationMark(paper)).toMatch(/^[0-9a-f]{10}$/);
});

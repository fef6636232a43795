import { describe, expect, it } from "vitest";
import { hrefFrom } from "../../src/model/urls.ts";
import { renderMarkdown } from "../../src/node/ingest/markdown/render-markdown.ts";
import { sampleFigureContext } from "./sample-series.ts";
import { textOf } from "./text-of.ts";

function read(text: string) {
  const { body, diagnostics } = renderMarkdown(text, hrefFrom("/2026/01/07/talks/"), new Set(["paris"]), sampleFigureContext([]));
  const html = body.map((block) => (block.kind === "html" ? block.html : "")).join("");
  return { html, diagnostics: diagnostics.map(({ line, message, fix }) => `${line}: ${message} → ${fix}`), text: textOf(html) };
}

describe("what readers would not see is reported, with its line", () => {
  it.each([
    [
      "the second of two footnotes with one name",
      "A[^1].\n\n[^1]: First.\n[^1]: Second.",
      "4: has the footnote `[^1]` for the second time, after line 3",
    ],
    [
      "a third footnote with the name",
      "A[^1].\n\n[^1]: x\n\n[^1]: y\n\n[^1]: z",
      "7: has the footnote `[^1]` for the second time, after line 3",
    ],
    ["a footnote that nothing refers to", "A.\n\n[^1]: First.", "3: has the footnote `[^1]`, which nothing refers to"],
    [
      "a footnote in a quotation that nothing refers to",
      "> A.\n>\n> [^a]: First.",
      "3: has the footnote `[^a]`, which nothing refers to",
    ],
    ["a footnote that only code refers to", "A `[^1]`.\n\n[^1]: First.", "3: has the footnote `[^1]`, which nothing refers to"],
    [
      "a footnote within another",
      "A[^1] b[^2].\n\n[^1]: First.\n\n    [^2]: Second.",
      "5: has the footnote `[^2]` within another",
    ],
    ["a footnote without a text", "A[^1].\n\n[^1]:\n\nB.", "3: has the footnote `[^1]` without a text"],
    [
      "a footnote whose name has a space",
      "A[^my note].\n\n[^my note]: Text",
      "3: has a footnote whose name contains a space: `[^my note]`",
    ],
    [
      "words behind the name of a block",
      "::: pullquote The words\nThe sentence.\n:::",
      "1: has words behind `::: pullquote`, which readers would not see: The words",
    ],
    [
      "one word behind the name of a block",
      "A.\n\n:::pullquote {.big}\nThe sentence.\n:::",
      "3: has words behind `::: pullquote`, which readers would not see: {.big}",
    ],
    [
      "a line that is the address of a link",
      "A.\n\n[Source]: Reuters",
      "3: has a line that readers would not see, since it is the address of a link: `[Source]: Reuters`",
    ],
    ["an address over two lines", "A.\n\n[Source]:\nReuters", "3: has a line that readers would not see"],
    [
      "an address in a list",
      "- A.\n\n  [Photo]: Getty",
      "3: has a line that readers would not see, since it is the address of a link: `[Photo]: Getty`",
    ],
    ["an address with a title", '[Source]: Reuters "and AP"', "1: has a line that readers would not see"],
    [
      "a second address of a name",
      "[a][b]\n\n[b]: /politics/\n[B]: /economy/",
      "4: has an address for `[B]` for the second time, after line 3",
    ],
    [
      "a cell beyond the columns",
      "| a | b |\n|---|---|\n| 1 | 2 | 3 |",
      "3: has a row with more cells than the table has columns, whose `3` readers would not see",
    ],
    [
      "cells beyond the columns in a quotation",
      "> a | b\n> --|--\n> 1 | 2 | 3 | 4",
      "3: has a row with more cells than the table has columns, whose `3 | 4` readers would not see",
    ],
    [
      "a vertical line within code in a table",
      "| a |\n|---|\n| x |\n| `b|c` |",
      "4: has a row with more cells than the table has columns, whose `c`` readers would not see",
    ],
    [
      "text below code that is not closed",
      "A.\n\n```js\nlet a;\n\nThe story goes on.",
      "3: has a block of code that is not closed, so that all text below it is code",
    ],
    ["text below code closed with other marks", "~~~~\nlet a;\n~~~\n\nText.", "1: has a block of code that is not closed"],
  ])("%s", (_, text, diagnostic) => {
    expect(read(text).diagnostics).toContainEqual(expect.stringContaining(diagnostic));
  });
});

it.each([
  ["A[^1] b[^2].\n\n[^1]: First.\n[^2]: Second.", "Second."],
  ["A.[^1]\n\n[^1]: First.", "First."],
  ["::: pullquote\nThe words\n:::", "The words"],
  ["A.\n\n\\[Source]: Reuters", "[Source]: Reuters"],
  ["A.\n\n- \\[Photo]: Getty", "[Photo]: Getty"],
  ["[words][Source]\n\n[Source]: /politics/", "words"],
  ["[a][b] and [c][d]\n\n[b]: /politics/\n[d]: /economy/", "a and c"],
  ["| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |", "3"],
  ["| a |\n|---|\n| x |\n| `b\\|c` |", "b|c"],
  ["| a | b |\n|---|---|\n| 1 |\n| 2 | 3 | |", "3"],
  ["- | a | b |\n  |---|---|\n  | 1 | 2 |", "2"],
  ["A[^note].\n\n[^note]:\n    First.\n\n    Second.", "Second."],
  ["```js\nlet a;\n```\n\nThe story goes on.", "The story goes on."],
  ["> ```\n> a\n> ```\n\n1. ~~~\n   b\n   ~~~~", "b"],
  ['![The sea][1]\n\n[1]: paris "A caption"', ""],
])("nothing is reported where all is shown, as the fixes say: %j", (text, shown) => {
  expect(read(text).diagnostics).toEqual([]);
  expect(read(text).text).toContain(shown);
});

it("a note referred to several times has one number, and a link back to each place", () => {
  const { html, diagnostics } = read("A[^b], b[^a], c[^b], d[^b].\n\n[^a]: One.\n[^b]: Two.");
  expect(diagnostics).toEqual([]);
  expect([...html.matchAll(/<a href="#(fn\d)" id="(fnref[^"]+)">\[(\d)\]/g)].map(([, ...parts]) => parts.join(" "))).toEqual([
    "fn1 fnref1 1",
    "fn2 fnref2 2",
    "fn1 fnref1:1 1",
    "fn1 fnref1:2 1",
  ]);
  expect([...html.matchAll(/href="#(fnref[^"]+)"[^>]*aria-label="([^"]+)"/g)].map(([, ...parts]) => parts.join(" "))).toEqual([
    "fnref1 Back to the text",
    "fnref1:1 Back to the text, reference 2",
    "fnref1:2 Back to the text, reference 3",
    "fnref2 Back to the text",
  ]);
});

import { describe, expect, it } from "vitest";
import { hrefFrom } from "../../src/model/urls.ts";
import { renderMarkdown } from "../../src/node/ingest/markdown/render-markdown.ts";

import { sampleFigureContext } from "./sample-series.ts";
import { textOf } from "./text-of.ts";

const NBSP = "\u00A0";

function read(text: string) {
  const { body, diagnostics } = renderMarkdown(text, hrefFrom("/2026/01/07/talks/"), new Set(["paris"]), sampleFigureContext([]));
  const html = body.map((block) => (block.kind === "html" ? block.html : "")).join("");
  return { html, diagnostics, text: textOf(html) };
}

/** The text that the fix of a diagnostic says to write. */
function told(fix: string): string {
  const written = /to show it as it is, write `(.*)`$/s.exec(fix)?.[1];
  if (written === undefined) throw new Error(`does not say how to show it: ${fix}`);
  return written;
}

/** Writes what all fixes say in place of what was found, again until nothing is reported. */
function escaped(text: string, runs = 0): string {
  const { diagnostics } = read(text);
  if (diagnostics.length === 0) return text;
  expect(runs, `${text} leads in a circle`).toBeLessThan(3);
  return escaped(
    diagnostics.reduce((written, { line, fix }) => replaceFrom(line, told(fix), written), text),
    runs + 1,
  );
}

/** Writes an escaped text in place of the first such text from a line on. */
function replaceFrom(line: number, escapedText: string, text: string): string {
  const before = text.split("\n", line - 1).join("\n").length;
  const found = escapedText
    .replace(/\\(?=[!-/:-@[-`{-~])/g, "")
    .replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")
    .replace(/\s+/g, "\\s+");
  return text.slice(0, before) + text.slice(before).replace(new RegExp(found), () => escapedText);
}

const FAULTS: readonly (readonly [text: string, line: number, found: string])[] = [
  ['One\ntwo <a\nhref="/x/">three</a>', 2, "<a href="],
  ["Text <b>bold</b>", 1, "<b>"],
  ["Text <BR/> more", 1, "<BR/>"],
  ['<div class="x">\nText\n</div>', 1, "<div class="],
  ["a </span> b", 1, "</span>"],
  ['<Tweet id="1" />', 1, "<Tweet"],
  ["<!-- a\nnote -->", 1, "<!-- a note -->"],
  ["Text\n\n<?php echo 1 ?>", 3, "<?php"],
  ["Write to <www.example.org>", 1, "<www.example.org>"],
  ["Write to <https://example.org/a b>", 1, "<https://example.org/a b>"],
  ["!!! note\n    Text", 1, "!!!"],
  ["+++\ntitle", 1, "+++"],
  ["*[GDP]: Gross domestic product", 1, "*[GDP]:"],
  ["One\nand two\\", 2, "\\"],
  ["Hello {{ name }}", 1, "{{ name }}"],
  ['{{< youtube id="x" >}}', 1, "{{< youtube"],
  ['Text\n{% include box.html\n a="b" %}', 2, "{% include"],
  ["<%= x %>", 1, "<%= x %>"],
  ["{{ unclosed", 1, "{{ unclosed"],
  ["A paragraph.\n{: .lead}", 2, "{: .lead}"],
  ["## Heading {#id}", 1, "{#id}"],
  ["A word{.red} here", 1, "{.red}"],
  ["[text][undefined]", 1, "[text][undefined]"],
  ["One\n[text\nmore][]", 2, "[text more][]"],
  ["[a](/b c/)", 1, "](/b c/)"],
  ["Two\n[a](/b/ and more", 2, "](/b/ and more"],
  ["[a] (/b/)", 1, "[a] (/b/)"],
  ["See [[Oil prices]]", 1, "[[Oil prices]]"],
  ['[gallery ids="1,2"]', 1, "[gallery ids="],
  ["[caption]x[/caption]", 1, "[/caption]"],
  ["- [ ] call\n- [x] write", 1, "[ ]"],
  ["> [!NOTE]\n> Text", 1, "[!NOTE]"],
  ["A stray ** here", 1, "**"],
  ["**Note:**text", 1, "**"],
  ["** bold **", 1, "**"],
  ["f**k", 1, "**"],
  ["a __half bold", 1, "__"],
  ["~~struck", 1, "~~"],
  ["==marked==", 1, "==marked=="],
  ["a `stray tick", 1, "`"],
  ["##Heading", 1, "##"],
  [`Text\n\n##${NBSP}Heading`, 3, "##"],
  [`#${NBSP}Heading`, 1, "#"],
  [`${NBSP}## Heading`, 1, "##"],
  ["Text\n    ## Heading", 2, "##"],
  ["## Heading##", 1, "##"],
  [`-${NBSP}one\n-${NBSP}two`, 1, "-"],
  [`*${NBSP}one`, 1, "*"],
  [`1.${NBSP}one`, 1, "1."],
  ["Word[^nine]", 1, "[^nine]"],
  ["Text\n\n::: box\nText", 3, "box"],
  ["| a | b |\n|---|\n| 1 | 2 |", 2, "|---|"],
  ["Text\n| a | b |\n| 1 | 2 |", 2, "| a | b |"],
  ["a&nbsp b", 1, "&nbsp"],
  ["a &NBSP; b", 1, "&NBSP;"],
  ["117 {brent=2026-04}", 1, "{brent=2026-04}"],
];

describe.each(FAULTS)("%j", (text, line, found) => {
  it("is reported with its line", () => {
    const [first] = read(text).diagnostics;
    expect(first).toMatchObject({ line, message: expect.stringContaining(found) });
  });

  it("is shown as it is, once it is written as the fixes say", () => {
    const shown = escaped(text);
    expect(read(shown).diagnostics).toEqual([]);
    expect(read(shown).text).toContain(found);
  });
});

it.each([
  "if x<y and y>z",
  "a<b and b>c, 3 < 4 > 2",
  "Dear <name>, <first-name> and <YOUR NAME HERE>",
  "the set {a, b}, {…}, $ {x} and {}",
  "[sic], he [Trump] said [1], [a] (b) and [a] [b]",
  "5 * 3 * 2, price*, *Excluding tax",
  "#MeToo, #1 and C#",
  "snake_case_name, Name: ____, _ and __",
  "R&D, AT&T; Q&A and a&b",
  "a | b, |x|, 1 - 2",
  "10:30, ::, a ::: b",
  "a ~ b, = and ==",
  "`<b> {{ x }} ** ## [a][b]`",
  "\\<name>, \\{x=y}, \\<b>, \\[a][b], \\**, &lt;b&gt;, &#42;&#42;",
  "    <b> {{ x }} **",
  "```\n<b> {{ x }} **\n```",
  "Am\n1. Mai",
  "<https://example.org/a_**_b?c={{d}}&lt=1>",
])("running text is not taken for markup: %s", (text) => {
  expect(read(text).diagnostics).toEqual([]);
});

it.each([
  ["<b>bold</b>", "**bold**", "<strong>bold</strong>"],
  ["[text][undefined]", "[text][undefined]\n\n[undefined]: /address/", ">text</a>"],
  ["[a](/b c/)", "[text](/address/)", ">text</a>"],
  ["**Note:**text", "**Note**:text", "<strong>Note</strong>:text"],
  ["`stray", "`stray`", "<code>stray</code>"],
  [`##${NBSP}Heading`, "## Heading", "<h2"],
  ["## Heading##", "## Heading ##", ">Heading</"],
  [`-${NBSP}one`, "- one", "<li>one</li>"],
  [`1.${NBSP}one`, "1. one", "<li>one</li>"],
  ["Word[^nine]", "Word[^nine]\n\n[^nine]: …", 'class="footnote-ref"'],
  ["::: box\nText", "::: pullquote\nText\n:::", "<blockquote"],
  ["| a | b |\n|---|\n| 1 | 2 |", "| a | b |\n|---|---|\n| 1 | 2 |", "<td>2</td>"],
  ["a &NBSP; b", "a &nbsp; b", `a ${NBSP} b`],
])("%j is what was meant, once it is written as the fix says", (wrong, right, html) => {
  expect(read(wrong).diagnostics).not.toEqual([]);
  expect(read(right).diagnostics).toEqual([]);
  expect(read(right).html).toContain(html);
});

it("lines are right behind code and links over several lines", () => {
  const text = 'A `b\nc` d\n[e\nf](/politics/\n"g") h <i>\n\n- j `k\n  l` <u>\n';
  expect(read(text).diagnostics.map(({ line }) => line)).toEqual([5, 8]);
});

it("several faults in a text are all reported", () => {
  expect(read("<b> ** {{ x }}\n<b>\n\n<b>").diagnostics.map(({ line, message }) => `${line} ${message.split("`")[1]}`)).toEqual([
    "1 {{ x }}",
    "1 <b>",
    "2 <b>",
    "1 **",
    "4 <b>",
  ]);
});

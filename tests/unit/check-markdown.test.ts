import { describe, expect, it } from "vitest";
import { checkMarkdown } from "../../src/node/ingest/markdown/check-markdown.ts";
import { createMarkdown } from "../../src/node/ingest/markdown/markdown.ts";

const markdown = createMarkdown("en-GB");
const check = (text: string) => checkMarkdown(markdown.parse(text, {}), new Set(["paris", "brent"]), "en-GB");
/** `line: message → fix` */
const diagnostics = (text: string) => check(text).diagnostics.map(({ line, message, fix }) => `${line}: ${message} → ${fix}`);

describe("a link", () => {
  it.each([
    "https://example.org/",
    "HTTP://example.org",
    "mailto:desk@example.org",
    "tel:+12025550100",
    "/politics/",
    "#law",
    "/about/#who-writes",
  ])("to %s is allowed", (target) => {
    expect(diagnostics(`[x](${target})`)).toEqual([]);
  });

  it.each([
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    "&#106;avascript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,x",
    "blob:https://example.org/1",
    "intent://example.org/#Intent;end",
    "vbscript:x",
    "file:///etc/passwd",
    "ftp://example.org/",
    "ws://example.org/",
  ])("to %s has a scheme that is not allowed", (target) => {
    expect(diagnostics(`[x](<${target}>)`)).toEqual([
      expect.stringMatching(/^1: links to `.*`, whose scheme is not allowed → use one of https, http, mailto, tel$/),
    ]);
  });

  it.each(["//example.org/x", "politics/", "../about/", "?q=oil", "java&#10;script:alert(1)", "%6Aavascript:x"])(
    "to %s names no page",
    (target) => {
      expect(diagnostics(`[x](<${target}>)`)).toEqual([
        expect.stringMatching(
          /which is not an address of the site → write the address from the site's root, such as \/politics\/$/,
        ),
      ]);
    },
  );

  it.each(["https:", "https:/example.org", "http:example.org", "https://?q"])("to %s has no host", (target) => {
    expect(diagnostics(`[x](<${target}>)`)).toEqual([expect.stringContaining("which has no host")]);
  });

  it.each([
    ["in angle brackets", "<javascript:alert(1)>"],
    ["by reference", "[x]\n\n[x]: javascript:alert(1)"],
    ["around a picture", "[![](paris)](javascript:alert(1))"],
    ["in a table", "| a |\n|---|\n| [x](javascript:alert(1)) |"],
    ["in a footnote", "Text[^1]\n\n[^1]: [x](javascript:alert(1))"],
    ["in a heading", "## [x](javascript:alert(1))"],
  ])("has a scheme that is not allowed, %s", (_, text) => {
    expect(diagnostics(text).join()).toContain("whose scheme is not allowed");
  });

  it("within the site is collected with its line", () => {
    const text = "One\n[two](/politics/)\n\n- a\n- [b](/about/#who)\n\n| a |\n|---|\n| b |\n| [c](#d) |\n";
    expect(check(text).links).toEqual([
      { path: "/politics/", fragment: "", line: 2 },
      { path: "/about/", fragment: "who", line: 5 },
      { path: "", fragment: "d", line: 10 },
    ]);
  });
});

describe("headings", () => {
  it.each(["## A [link](/about/)\n", "## A note[^1]\n\n[^1]: x\n", "## See <https://example.org/>\n"])(
    "hold no link and no note, being links themselves: %j",
    (text) => {
      expect(diagnostics(text)).toEqual(["1: has a link or a footnote in a heading → move it to the text below"]);
    },
  );

  it("start at level 2, since level 1 is the headline", () => {
    expect(diagnostics("Text\n\n# Title\n")).toEqual(["3: has a level 1 heading, which is reserved for the headline → write ##"]);
  });

  it.each(["##\n", "## ##\n", "##  \nText\n"])("have words: %j", (text) => {
    expect(diagnostics(text)).toEqual(["1: has a heading without words → write its words behind the marks, or remove it"]);
  });

  it("do not skip a level", () => {
    expect(diagnostics("## A\n\n#### B\n")).toEqual(["3: skips from heading level 2 to 4 → write ###"]);
    expect(diagnostics("### A\n")).toEqual(["1: skips from heading level 1 to 3 → write ##"]);
    expect(diagnostics("## A\n\n### B\n\n#### C\n\n## D\n")).toEqual([]);
  });
});

describe("a picture", () => {
  it("is in a paragraph of its own", () => {
    expect(diagnostics('Text\n\n![](paris)\n\n![Alt](brent "Caption")\n')).toEqual([]);
    expect(diagnostics("Text ![](paris)\n")).toEqual([
      "1: shows the picture `paris` within text → give the picture a paragraph of its own",
    ]);
    expect(diagnostics("- ![](paris)\n")).toHaveLength(1);
  });

  it("is in the library, and a misspelt name gets a suggestion", () => {
    expect(diagnostics("Text\n\n![](pariss)\n")).toEqual([
      "3: shows the picture `pariss`, which is not in pictures/ → write paris",
    ]);
    expect(diagnostics("![](something-else)")).toEqual([
      "1: shows the picture `something-else`, which is not in pictures/ → name a picture in pictures/, without its extension",
    ]);
  });
});

describe("syntax that readers would see as text", () => {
  it.each([
    ["a tag", "a <b>word</b>", "`<b>`"],
    ["a tag with attributes", '<div class="x">', "`<div class="],
    ["a closing tag", "word</i>", "`</i>`"],
    ["a comment", "Text <!-- not checked yet -->", "`<!-- not checked yet -->`"],
    ["a comment without spaces", "Text <!--draft-->", "draft"],
    ["a tag in a table", "| a |\n|---|\n| <br> |", "`<br>`"],
  ])("is reported: %s", (_, text, shown) => {
    expect(diagnostics(text)).toEqual([expect.stringMatching(/contains the HTML .*, which readers would see as text/)]);
    expect(diagnostics(text).join()).toContain(shown);
  });

  it("does not include text that is meant to be seen", () => {
    expect(diagnostics("`<b>` and 3 < 4 > 2, a<b, <https://example.org/>\n\n    <indented code>\n")).toEqual([]);
  });

  it("includes a reference to a footnote that does not exist", () => {
    expect(diagnostics("One\ntwo[^9]\n")).toEqual([
      "2: refers to the footnote `[^9]`, which does not exist → add a line `[^9]: …`; to show it as it is, write `\\[^9]`",
    ]);
  });

  it("includes unknown blocks, and ends without a block", () => {
    expect(diagnostics("::: box\n\nText\n")).toEqual([
      "1: has a block `box`, which is not known → write `::: pullquote`, the sentence, and `:::`; to show it as it is, write `\\::: box`",
    ]);
    expect(diagnostics("Text\n\n:::\n")).toEqual([
      "3: has a `:::` that closes no block → write `::: pullquote` above the sentence; to show it as it is, write `\\:::`",
    ]);
  });
});

it("an unclosed pull quote is reported, so that it cannot swallow the rest of the story", () => {
  const fix = "write `:::` on the line below its sentence";
  expect(diagnostics("Text\n\n::: pullquote\nA line.\n\nThe story goes on.\n")).toEqual([
    `3: has a pull quote that is not a single paragraph, or is not closed → ${fix}`,
  ]);
  expect(diagnostics("::: pullquote\nA line.\n:::\n\nThe story goes on.\n")).toEqual([]);
});

it("every error has its line, in lists, quotations and tables too", () => {
  const text = "One\ntwo <b>\n\n- a\n- b <i>\n\n> c\n> d <u>\n\n| e |\n|---|\n| f |\n| g <s> |\n\n[^1]: <em>\n\nh[^1]\n";
  expect(
    check(text)
      .diagnostics.map(({ line }) => line)
      .toSorted((a, b) => a - b),
  ).toEqual([2, 5, 8, 13, 15]);
});

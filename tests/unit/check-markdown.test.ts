import { describe, expect, it } from "vitest";
import { checkMarkdown } from "../../src/node/ingest/markdown/check-markdown.ts";
import { createMarkdown } from "../../src/node/ingest/markdown/markdown.ts";

const markdown = createMarkdown();
const check = (text: string) => checkMarkdown(markdown.parse(text, {}), new Set(["paris", "brent"]));
/** `line: what is wrong → what to write` */
const faults = (text: string) => check(text).problems.map(({ line, problem, remedy }) => `${line}: ${problem} → ${remedy}`);

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
    expect(faults(`[x](${target})`)).toEqual([]);
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
  ])("to %s is refused for its scheme", (target) => {
    expect(faults(`[x](<${target}>)`)).toEqual([
      expect.stringMatching(/^1: links to `.*`, whose scheme is not allowed → use one of https, http, mailto, tel$/),
    ]);
  });

  it.each(["//example.org/x", "politics/", "../about/", "?q=oil", "java&#10;script:alert(1)", "%6Aavascript:x"])(
    "to %s names no page",
    (target) => {
      expect(faults(`[x](<${target}>)`)).toEqual([
        expect.stringMatching(/which names no page → write the address from the site's root, such as \/politics\/$/),
      ]);
    },
  );

  it.each(["https:", "https:/example.org", "http:example.org", "https://?q"])("to %s names no host", (target) => {
    expect(faults(`[x](<${target}>)`)).toEqual([expect.stringContaining("which names no host")]);
  });

  it.each([
    ["in angle brackets", "<javascript:alert(1)>"],
    ["by reference", "[x]\n\n[x]: javascript:alert(1)"],
    ["around a picture", "[![](paris)](javascript:alert(1))"],
    ["in a table", "| a |\n|---|\n| [x](javascript:alert(1)) |"],
    ["in a footnote", "Text[^1]\n\n[^1]: [x](javascript:alert(1))"],
    ["in a heading", "## [x](javascript:alert(1))"],
  ])("is refused for its scheme %s, too", (_, text) => {
    expect(faults(text).join()).toContain("whose scheme is not allowed");
  });

  it("within the publication is handed on with its line, to be followed", () => {
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
      expect(faults(text)).toEqual(["1: has a link or a note in a heading → put it into the text below"]);
    },
  );

  it("begin at the second level, since the first is the headline's", () => {
    expect(faults("Text\n\n# Title\n")).toEqual(["3: has a heading of the first level, which is the headline's → write ##"]);
  });

  it("leave out no level on the way down", () => {
    expect(faults("## A\n\n#### B\n")).toEqual(["3: skips from a heading of level 2 to 4 → write ###"]);
    expect(faults("### A\n")).toEqual(["1: skips from a heading of level 1 to 3 → write ##"]);
    expect(faults("## A\n\n### B\n\n#### C\n\n## D\n")).toEqual([]);
  });
});

describe("a picture", () => {
  it("stands in a paragraph of its own", () => {
    expect(faults('Text\n\n![](paris)\n\n![Alt](brent "Caption")\n')).toEqual([]);
    expect(faults("Text ![](paris)\n")).toEqual([
      "1: shows the picture `paris` within text → give the picture a paragraph of its own",
    ]);
    expect(faults("- ![](paris)\n")).toHaveLength(1);
  });

  it("is one of the pool, and a misspelt one is recognised", () => {
    expect(faults("Text\n\n![](pariss)\n")).toEqual(["3: shows the picture `pariss`, which is not in pictures/ → write paris"]);
    expect(faults("![](something-else)")).toEqual([
      "1: shows the picture `something-else`, which is not in pictures/ → name a picture of the pool, without its ending",
    ]);
  });
});

describe("what readers would see as it stands", () => {
  it.each([
    ["a tag", "a <b>word</b>", "`<b>`"],
    ["a tag with attributes", '<div class="x">', "`<div class="],
    ["a closing tag", "word</i>", "`</i>`"],
    ["a comment", "Text <!-- not checked yet -->", "`<!-- not checked yet -->`"],
    ["a comment without spaces", "Text <!--draft-->", "draft"],
    ["a tag in a table", "| a |\n|---|\n| <br> |", "`<br>`"],
  ])("is pointed out: %s", (_, text, shown) => {
    expect(faults(text)).toEqual([expect.stringMatching(/holds the HTML .*, which readers would see as it stands/)]);
    expect(faults(text).join()).toContain(shown);
  });

  it("does not include what is meant to be seen", () => {
    expect(faults("`<b>` and 3 < 4 > 2, a<b, <https://example.org/>\n\n    <indented code>\n")).toEqual([]);
  });

  it("includes a reference to a note that has no text", () => {
    expect(faults("One\ntwo[^9]\n")).toEqual(["2: refers to the note `[^9]`, which has no text → add a line `[^9]: …`"]);
  });

  it("includes blocks that are not known, and ends of none", () => {
    expect(faults("::: box\n\nText\n")).toEqual([
      "1: has a block `box`, which is not known → write `::: pullquote`, the sentence, and `:::`",
    ]);
    expect(faults("Text\n\n:::\n")).toEqual(["3: has a `:::` that ends no block → write `::: pullquote` above the sentence"]);
  });
});

it("a pull quote that does not end cannot swallow the rest of the story", () => {
  const remedy = "write `:::` in the line below its sentence";
  expect(faults("Text\n\n::: pullquote\nA line.\n\nThe story goes on.\n")).toEqual([
    `3: has a pull quote that is not one paragraph, or does not end → ${remedy}`,
  ]);
  expect(faults("::: pullquote\nA line.\n:::\n\nThe story goes on.\n")).toEqual([]);
});

it("every fault has the line it stands on, in lists, quotations and tables too", () => {
  const text = "One\ntwo <b>\n\n- a\n- b <i>\n\n> c\n> d <u>\n\n| e |\n|---|\n| f |\n| g <s> |\n\n[^1]: <em>\n\nh[^1]\n";
  expect(
    check(text)
      .problems.map(({ line }) => line)
      .toSorted((a, b) => a - b),
  ).toEqual([2, 5, 8, 13, 15]);
});

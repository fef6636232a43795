import { describe, expect, it } from "vitest";
import { hrefFrom } from "../../src/model/urls.ts";
import { renderMarkdown } from "../../src/node/ingest/markdown/render-markdown.ts";
import { sampleFigureContext } from "./sample-series.ts";

const render = (text: string) =>
  renderMarkdown(text, hrefFrom("/2026/01/07/talks/"), new Set(["paris", "brent"]), sampleFigureContext([]));
const html = (text: string) =>
  render(text)
    .body.map((block) => (block.kind === "html" ? block.html : ""))
    .join("");

describe("links in a body", () => {
  it("within the site are relative to the page of the body", () => {
    expect(html("[a](/politics/) [b](/about/#who) [c](#law)")).toBe(
      '<p><a href="../../../../politics/">a</a> <a href="../../../../about/#who">b</a> <a href="#law">c</a></p>\n',
    );
  });

  it("to other sites have rel=noopener and open no window", () => {
    const out = html("[a](https://example.org/?a=1&b=2) <http://example.org> [c](HTTPS://example.org/)");
    expect(out.match(/rel="noopener"/g)).toHaveLength(3);
    expect(out).toContain('href="https://example.org/?a=1&amp;b=2"');
    expect(out).not.toContain("target");
  });

  it("to mail addresses are unchanged", () => {
    expect(html("[a](mailto:desk@example.org)")).toBe('<p><a href="mailto:desk@example.org">a</a></p>\n');
  });
});

describe("pictures in a body", () => {
  it("are blocks between the text, with their overrides of caption and alt text", () => {
    const { body } = render('One.\n\n![It\'s "Paris"](paris "The city\'s map")\n\n![](brent)\n\nTwo.\n');
    expect(body).toEqual([
      { kind: "html", html: "<p>One.</p>\n" },
      { kind: "figure", picture: "paris", alt: "It’s “Paris”", caption: "The city’s map" },
      { kind: "figure", picture: "brent", alt: undefined, caption: undefined },
      { kind: "html", html: "<p>Two.</p>\n" },
    ]);
  });

  it("do not break footnotes before and after them", () => {
    const { body } = render("One[^1].\n\n![](paris)\n\nTwo[^2].\n\n[^1]: First.\n[^2]: Second.\n");
    expect(body.map(({ kind }) => kind)).toEqual(["html", "figure", "html"]);
    expect(html("One[^1].\n\n![](paris)\n\nTwo[^2].\n\n[^1]: First.\n[^2]: Second.\n")).toMatch(
      /id="fnref1".*id="fnref2".*id="fn1".*id="fn2"/s,
    );
  });
});

describe("the count of words", () => {
  it.each([
    ["One two, three.", 3],
    ["Seaborne — oil & 77.5 million", 4],
    ["It's twenty-four o'clock", 3],
    ["## A heading\n\nAnd *text* with `code`.", 6],
    ["| a | b |\n|---|---|\n| c | d |", 4],
    ["![The alternative is not read](paris)", 0],
    ["", 0],
  ])("of %j is %i", (text, words) => {
    expect(render(text).words).toBe(words);
  });
});

it("lists the ids of headings", () => {
  expect(render("## Law\n\n### Old law\n\n## Law\n").ids).toEqual(["law", "old-law", "law-1"]);
});

it("renders each body independently", () => {
  const text = "## Law\n\nOne[^1].\n\n[^1]: First.\n";
  expect(html(text)).toBe(html(text));
});

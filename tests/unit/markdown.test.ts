import { describe, expect, it } from "vitest";
import { headingSlug } from "../../src/node/ingest/markdown/heading-slug.ts";
import { createMarkdown } from "../../src/node/ingest/markdown/markdown.ts";
import { readPlainText } from "../../src/node/ingest/markdown/plain-text.ts";

const markdown = createMarkdown("en-GB");
const html = (text: string): string => markdown.render(text);

describe("a table", () => {
  const table = html('| Passage | Barrels "a day" |\n|:--|--:|\n| Suez & SUMED | 8.8 |\n');

  it("aligns figures with a class, not with an inline style", () => {
    expect(table).toContain('<td class="number">8.8</td>');
    expect(table).toContain("<td>Suez &amp; SUMED</td>");
    expect(table).not.toContain("style=");
  });

  it("scrolls in a focusable region labelled by its columns", () => {
    expect(table).toMatch(/^<section class="table-scroll" tabindex="0" aria-label="Table: Passage, Barrels “a day”"><table>/);
    expect(table.trimEnd()).toMatch(/<\/table><\/section>$/);
  });

  it("is labelled by its columns without markup, with a number if another table has the same ones", () => {
    const two = html("| *Day*[^1] | `EUR` |\n|--|--|\n| 1 | 2 |\n\nText.\n\n| Day | EUR |\n|--|--|\n| 3 | 4 |\n\n[^1]: Note.\n");
    expect([...two.matchAll(/aria-label="(Table[^"]*)"/g)].map(([, label]) => label)).toEqual([
      "Table: Day, EUR",
      "Table 2: Day, EUR",
    ]);
  });

  it("has header cells with a scope", () => {
    expect(table).toContain('<th scope="col">Passage</th>');
    expect(table).toContain('<th scope="col" class="number">Barrels “a day”</th>');
  });
});

describe("footnotes", () => {
  const notes = html("One[^a], again[^a] and two[^b].\n\n[^a]: The *first*.\n[^b]: The second.\n");
  const ids = [...notes.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  const targets = [...notes.matchAll(/ href="#([^"]+)"/g)].map(([, target]) => target ?? "");

  it("link to the note and back, each reference with an id of its own", () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(targets));
    expect(targets).toHaveLength(6);
  });

  it("have the number of their note at each reference", () => {
    expect([...notes.matchAll(/>(\[[^\]]+\])</g)].map(([, number]) => number)).toEqual(["[1]", "[1]", "[2]"]);
  });

  it("are in a labelled section, with labelled links back", () => {
    expect(notes).toContain('<section class="footnotes" aria-label="Notes">');
    expect(notes.match(/aria-label="Back to the text(?:, reference 2)?"/g)).toHaveLength(3);
    expect(notes).toContain("The <em>first</em>.");
  });
});

describe("typography", () => {
  it("curls quotes, in text and in fields", () => {
    const straight = "\"It's 'so'\", she said -- in 1990... twice";
    const set = "“It’s ‘so’”, she said – in 1990… twice";
    expect(html(straight)).toBe(`<p>${set}</p>\n`);
    expect(readPlainText(straight, "en-GB")).toEqual({ text: set, errors: [] });
  });

  it("leaves code unchanged", () => {
    expect(html('`"a" -- b`')).toBe("<p><code>&quot;a&quot; -- b</code></p>\n");
  });
});

describe("a heading", () => {
  it.each([
    ["Law, old and new", "law-old-and-new"],
    ["Ångström’s 2nd — law!", "angstrom-s-2nd-law"],
    ["What “it” costs: £5", "what-it-costs-5"],
    ["日本", "日本"],
    ["Экономика России: й и ё", "экономика-россии-й-и-ё"],
    ["한국 경제", "한국-경제"],
    ["हिन्दी", "हिन्दी"],
    ["ภาษาไทย ๒๕๖๙", "ภาษาไทย-๒๕๖๙"],
    ["العَرَبِيَّة", "العَرَبِيَّة"],
    ["ガソリンの価格", "ガソリンの価格"],
    ["Ελληνική οικονομία", "ελληνική-οικονομία"],
    ["தமிழ் மொழி", "தமிழ்-மொழி"],
    ["می\u200cخواهم", "میخواهم"],
    ["Zwi\u00ADschen\u00ADstand", "zwischenstand"],
    ["⚡️ Energy 1️⃣", "energy-1"],
    ["Cote d’Ivoire: \u0041\u030A", "cote-d-ivoire-a"],
    ["— ! —", "heading"],
  ])("%s has the fragment #%s", (heading, slug) => {
    expect(headingSlug(heading)).toBe(slug.normalize("NFC"));
    expect(headingSlug(heading.normalize("NFD"))).toBe(slug.normalize("NFC"));
  });

  it.each(["## Экономика\n\n[x](#экономика)", "## 한국 경제\n\n[x](#한국-경제)", "## हिन्दी\n\n[x](#हिन्दी)"])(
    "is found by links: %s",
    (text) => {
      for (const form of ["NFC", "NFD"]) {
        const [id, target] = [/ id="([^"]+)"/, /<p><a href="#([^"]+)"/].map(
          (pattern) => pattern.exec(html(text.normalize(form)))?.[1],
        );
        expect(id).toBe(decodeURIComponent(target ?? ""));
        expect(id).toBe(id?.normalize("NFC"));
      }
    },
  );

  it("links to itself, and two equal headings have different ids", () => {
    expect(html("## The law\n\n## The law\n")).toBe(
      '<h2><span id="the-law"></span><a class="anchor" href="#the-law"><span>The law</span></a></h2>\n' +
        '<h2><span id="the-law-1"></span><a class="anchor" href="#the-law-1"><span>The law</span></a></h2>\n',
    );
  });
});

it("a pull quote is a blockquote with a class", () => {
  expect(html("::: pullquote\nA *line*.\n:::\n")).toBe(
    '<blockquote class="pull-quote">\n<p>A <em>line</em>.</p>\n</blockquote>\n',
  );
});

it("HTML is escaped", () => {
  const page = html("<script>alert(1)</script>\n\nText <b onclick=x>b</b> &lt;i&gt;\n\n<!-- note -->\n");
  expect(page).not.toMatch(/<(?!\/?p>)/);
  expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(page).toContain("&lt;i&gt;");
});

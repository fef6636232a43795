import { describe, expect, it } from "vitest";
import { hrefFrom } from "../../src/model/urls.ts";
import { figureNotes } from "../../src/node/ingest/bound-figures/bind-figures.ts";
import { renderMarkdown } from "../../src/node/ingest/markdown/render-markdown.ts";
import { sampleFigureContext, sampleSeries } from "./sample-series.ts";

const BRENT = sampleSeries({ "2026-04": 117.29, "2026-05": 107.14, "2026-06": 85.4 });
const FIGURES = sampleFigureContext([BRENT]);
const render = (text: string, context = FIGURES) =>
  renderMarkdown(text, hrefFrom("/2026/07/08/oil/"), new Set(["paris"]), context);
const html = (text: string, context = FIGURES) =>
  render(text, context)
    .body.map((block) => (block.kind === "html" ? block.html : ""))
    .join("");
/** `line: message → fix` */
const diagnostics = (text: string) => render(text).diagnostics.map(({ line, message, fix }) => `${line}: ${message} → ${fix}`);

const LINK =
  '<a class="bound" href="../../../../market-data/brent/#at-2026-04" title="Brent crude oil, April 2026. US Energy Information Administration">';

describe("a bound figure in a body", () => {
  it("is shown as written and links to its series, with its period and source as title", () => {
    expect(html("In April it was [117.29]{brent=2026-04}, no less.")).toBe(
      `<p>In April it was ${LINK}117.29</a>, no less.</p>\n`,
    );
  });

  it.each([
    ["emphasis", "*[117.29]{brent=2026-04}*", `<em>${LINK}117.29</a></em>`],
    ["emphasis within", "[**117.29** dollars]{brent=2026-04}", `${LINK}<strong>117.29</strong> dollars</a>`],
    ["a list", "- [117.29]{brent=2026-04}", `<li>${LINK}117.29</a></li>`],
    ["a table", "| a |\n|--:|\n| [117.29]{brent=2026-04} |", `<td class="number">${LINK}117.29</a></td>`],
    ["a quotation", "> [117.29]{brent=2026-04}", `<p>${LINK}117.29</a></p>`],
    ["a pull quote", "::: pullquote\n[117.29]{brent=2026-04}\n:::", `<p>${LINK}117.29</a></p>`],
    ["a footnote", "One[^1].\n\n[^1]: [117.29]{brent=2026-04}", `<p>${LINK}117.29</a>`],
    ["brackets", "([117.29]{brent=2026-04})", `(${LINK}117.29</a>)`],
    ["a line that goes on", "[117.29\ndollars]{brent=2026-04}", `${LINK}117.29\ndollars</a>`],
  ])("works in %s", (_, text, shown) => {
    expect(diagnostics(text)).toEqual([]);
    expect(html(text)).toContain(shown);
  });

  it("counts as the words it shows", () => {
    expect(render("At [117.29 dollars]{brent=2026-04} a barrel").words).toBe(5);
  });

  it("is not parsed in code or where brackets and braces are apart", () => {
    const text = "`[1]{brent=2026-04}` and [a] {b}, [c](/d/) {e}\n\n    [1]{brent=2026-04}\n";
    expect(diagnostics(text)).toEqual([]);
    expect(html(text)).not.toContain('class="bound"');
  });

  it("is checked for each text", () => {
    expect(render("[117.29]{brent=2026-04}").bound).toHaveLength(1);
    expect(render("[117.29]{brent=2026-04} [85.4]{brent=2026-06}").bound).toHaveLength(2);
    expect(render("None.").bound).toEqual([]);
  });
});

describe("an error", () => {
  it("has the line of the figure in paragraphs, lists and tables", () => {
    const text = "One\ntwo [1]{brent=2026-04}\n\n- a\n- [2]{brent=2026-04}\n\n| b |\n|---|\n| c |\n| [3]{brent=2026-04} |\n";
    expect(diagnostics(text)).toEqual([
      "2: `[1]{brent=2026-04}` does not match the data, which says 117 → write 117",
      "5: `[2]{brent=2026-04}` does not match the data, which says 117 → write 117",
      "10: `[3]{brent=2026-04}` does not match the data, which says 117 → write 117",
    ]);
  });

  it.each([
    ["[117.29]{}", "1: `[117.29]{}` has no valid binding → write {SERIES=DATE}"],
    ["[117.29]{.red}", "1: `[117.29]{.red}` has no valid binding → "],
    ["[the text]{brent=2026-04}", "1: `[the text]{brent=2026-04}` has no number → "],
    ["[117.29]{brant=2026-04}", "1: `[117.29]{brant=2026-04}` names the series `brant`, which is not known → write brent"],
    [
      "a\n[117.29]{brent=2026-04\nchange}",
      "2: `[117.29]{brent=2026-04` has braces that do not end on their line → close them with `}`",
    ],
    ["[117.29]{", "1: `[117.29]{` has braces that do not end on their line → "],
    ["## Oil at [117.29]{brent=2026-04}", "1: `[117.29]{brent=2026-04}` is in a heading or a link → "],
    ["[a [117.29]{brent=2026-04}]{brent=2026-04}", "1: `[a 117.29]{brent=2026-04}` contains more than text → "],
    ["[[117.29](/politics/)]{brent=2026-04}", "1: `[117.29]{brent=2026-04}` contains more than text → "],
    [
      "117.29{brent=2026-04}",
      "1: contains `{brent=2026-04}`, which binds no figure → write it directly behind a figure in brackets",
    ],
    ["[117.29] {brent=2026-04}", "1: contains `{brent=2026-04}`, which binds no figure → "],
    ["\\[117.29]{brent=2026-04}", "1: contains `]{brent=2026-04}`, which binds no figure → "],
    ["[117.29](/politics/){brent=2026-04}", "1: contains `{brent=2026-04}`, which binds no figure → "],
    ["117.29]{brent}", "1: contains `]{brent}`, which binds no figure → "],
    ['![Oil](paris "At [117.29]{brent=2026-04}")', "1: contains `]{brent=2026-04}`, which binds no figure → "],
    ["![At [117.29]{brent=2026-04}](paris)", "1: contains `]{brent=2026-04}`, which binds no figure → "],
    ["[see [117.29]{brent=2026-04}](/politics/)", "1: shows `](/politics/)`, which does not belong to a link → "],
  ])("is any unfinished syntax: %j", (text, diagnosticOf) => {
    expect(diagnostics(text)).toEqual([expect.stringContaining(diagnosticOf)]);
  });
});

describe("a figure that has been revised", () => {
  const vintages = [
    { since: undefined, value: 117.29 },
    { since: "2026-08-03", value: 117.35 },
  ];
  const REVISED = {
    ...BRENT,
    observations: [
      { date: "2026-04", value: 117.35, vintages },
      { date: "2026-05", value: 107.14 },
    ],
  };
  const context = sampleFigureContext([REVISED], "2026-07-08", "2026-09-01");

  it("keeps its text and links to its note; the note links back to the first one", () => {
    const text = "[117.29]{brent=2026-04}\n\n![](paris)\n\n[117.29]{brent=2026-04} [107.14]{brent=2026-05}";
    const shown = html(text, context);
    const note = (id: string) =>
      `<sup class="footnote-ref"><a href="#revised-1"${id} aria-label="Revised since, note 1">†</a></sup>`;
    expect(shown).toContain(`<p>${LINK}117.29</a>${note(' id="revised-from-1"')}</p>`);
    expect(shown).toContain(`<p>${LINK}117.29</a>${note("")} <a class="bound"`);
    expect(shown).toMatch(/107\.14<\/a><\/p>/);
  });

  it("shares its note with figures of the same binding only", () => {
    const { bound } = render("[$117.3]{brent=2026-04} [117.29]{brent=2026-04}\n\n[9 per cent]{brent=2026-05 change}", context);
    const above = render("[117.29]{brent=2026-04} [10.15]{brent=2026-05 difference}", context).bound;
    const notes = figureNotes(bound, above);
    expect(notes?.series).toEqual([{ id: "brent", name: "Brent crude oil", source: "US Energy Information Administration" }]);
    expect(notes?.revisions).toEqual([
      {
        sentence: expect.stringMatching(/^\$117\.3 was first reported for Brent crude oil .* revised to \$117\.4 /),
        isInBody: true,
      },
      { sentence: expect.stringMatching(/^10\.15 was first reported for the change .* revised to 10\.21 /), isInBody: false },
    ]);
    expect(figureNotes([], [])).toBeUndefined();
  });

  it("has the number of its note, however many share an earlier one", () => {
    const shown = html("[117.29]{brent=2026-04} [$117.3]{brent=2026-04} [10.15]{brent=2026-05 difference}", context);
    expect([...shown.matchAll(/href="#revised-(\d)"/g)].map(([, number]) => number)).toEqual(["1", "1", "2"]);
  });

  it("has numbers that start anew in the next text", () => {
    expect(html("[117.29]{brent=2026-04}", context)).toBe(html("[117.29]{brent=2026-04}", context));
  });
});

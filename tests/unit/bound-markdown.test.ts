import { describe, expect, it } from "vitest";
import { hrefFrom } from "../../src/model/urls.ts";
import { figureNotes } from "../../src/node/ingest/bound-figures/bind-figures.ts";
import { renderMarkdown } from "../../src/node/ingest/markdown/render-markdown.ts";
import { sampleDesk } from "./sample-desk.ts";
import { sampleSeries } from "./sample-series.ts";

const BRENT = sampleSeries({ "2026-04": 117.29, "2026-05": 107.14, "2026-06": 85.4 });
const DESK = sampleDesk([BRENT]);
const render = (text: string, desk = DESK) => renderMarkdown(text, hrefFrom("/2026/07/08/oil/"), new Set(["paris"]), desk);
const html = (text: string, desk = DESK) =>
  render(text, desk)
    .body.map((block) => (block.kind === "html" ? block.html : ""))
    .join("");
/** `line: what is wrong → what to write` */
const faults = (text: string) => render(text).problems.map(({ line, problem, remedy }) => `${line}: ${problem} → ${remedy}`);

const LINK =
  '<a class="bound" href="../../../../market-data/brent/#at-2026-04" title="Brent crude oil, April 2026. US Energy Information Administration">';

describe("a bound figure in a body", () => {
  it("shows the text as written, as a link to its series that says for when and from whom it is", () => {
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
  ])("stands in %s, too", (_, text, shown) => {
    expect(faults(text)).toEqual([]);
    expect(html(text)).toContain(shown);
  });

  it("is counted as the words it shows, and no more", () => {
    expect(render("At [117.29 dollars]{brent=2026-04} a barrel").words).toBe(5);
  });

  it("is left alone in code, and where brackets and braces do not touch", () => {
    const text = "`[1]{brent=2026-04}` and [a] {b}, [c](/d/) {e}\n\n    [1]{brent=2026-04}\n";
    expect(faults(text)).toEqual([]);
    expect(html(text)).not.toContain('class="bound"');
  });

  it("is judged again for each text", () => {
    expect(render("[117.29]{brent=2026-04}").bound).toHaveLength(1);
    expect(render("[117.29]{brent=2026-04} [85.4]{brent=2026-06}").bound).toHaveLength(2);
    expect(render("None.").bound).toEqual([]);
  });
});

describe("a fault", () => {
  it("has the line that the figure stands on, in paragraphs, lists and tables", () => {
    const text = "One\ntwo [1]{brent=2026-04}\n\n- a\n- [2]{brent=2026-04}\n\n| b |\n|---|\n| c |\n| [3]{brent=2026-04} |\n";
    expect(faults(text)).toEqual([
      "2: `[1]{brent=2026-04}` is written where the data says 117 → write 117",
      "5: `[2]{brent=2026-04}` is written where the data says 117 → write 117",
      "10: `[3]{brent=2026-04}` is written where the data says 117 → write 117",
    ]);
  });

  it.each([
    ["[117.29]{}", "1: `[117.29]{}` is bound to nothing → write {SERIES=DATE}"],
    ["[117.29]{.red}", "1: `[117.29]{.red}` is bound to nothing → "],
    ["[the text]{brent=2026-04}", "1: `[the text]{brent=2026-04}` holds no number → "],
    ["[117.29]{brant=2026-04}", "1: `[117.29]{brant=2026-04}` names the series `brant`, which is not known → write brent"],
    [
      "a\n[117.29]{brent=2026-04\nchange}",
      "2: `[117.29]{brent=2026-04` has braces that do not end on their line → close them by `}`",
    ],
    ["[117.29]{", "1: `[117.29]{` has braces that do not end on their line → "],
    ["## Oil at [117.29]{brent=2026-04}", "1: `[117.29]{brent=2026-04}` stands in a heading or a link → "],
    ["[a [117.29]{brent=2026-04}]{brent=2026-04}", "1: `[a 117.29]{brent=2026-04}` holds more than text → "],
    ["[[117.29](/politics/)]{brent=2026-04}", "1: `[117.29]{brent=2026-04}` holds more than text → "],
    ["117.29{brent=2026-04}", "1: holds `{brent=2026-04}`, which binds no figure → write it right behind a figure in brackets"],
    ["[117.29] {brent=2026-04}", "1: holds `{brent=2026-04}`, which binds no figure → "],
    ["\\[117.29]{brent=2026-04}", "1: holds `]{brent=2026-04}`, which binds no figure → "],
    ["[117.29](/politics/){brent=2026-04}", "1: holds `{brent=2026-04}`, which binds no figure → "],
    ["117.29]{brent}", "1: holds `]{brent}`, which binds no figure → "],
    ['![Oil](paris "At [117.29]{brent=2026-04}")', "1: holds `]{brent=2026-04}`, which binds no figure → "],
    ["![At [117.29]{brent=2026-04}](paris)", "1: holds `]{brent=2026-04}`, which binds no figure → "],
    ["[see [117.29]{brent=2026-04}](/politics/)", "1: shows `](/politics/)`, which ends no link → "],
  ])("is whatever would be published half-written: %j", (text, fault) => {
    expect(faults(text)).toEqual([expect.stringContaining(fault)]);
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
  const desk = sampleDesk([REVISED], "2026-07-08", "2026-09-01");

  it("keeps its text and leads to the note as well; the first one is where the note leads back", () => {
    const text = "[117.29]{brent=2026-04}\n\n![](paris)\n\n[117.29]{brent=2026-04} [107.14]{brent=2026-05}";
    const shown = html(text, desk);
    const note = (id: string) =>
      `<sup class="footnote-ref"><a href="#revised-1"${id} aria-label="Revised since, note 1">†</a></sup>`;
    expect(shown).toContain(`<p>${LINK}117.29</a>${note(' id="revised-from-1"')}</p>`);
    expect(shown).toContain(`<p>${LINK}117.29</a>${note("")} <a class="bound"`);
    expect(shown).toMatch(/107\.14<\/a><\/p>/);
  });

  it("shares its note with figures that say the same, and with no others", () => {
    const { bound } = render("[$117.3]{brent=2026-04} [117.29]{brent=2026-04}\n\n[9 per cent]{brent=2026-05 change}", desk);
    const above = render("[117.29]{brent=2026-04} [10.15]{brent=2026-05 difference}", desk).bound;
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

  it("has the number of its note, however many figures share one before it", () => {
    const shown = html("[117.29]{brent=2026-04} [$117.3]{brent=2026-04} [10.15]{brent=2026-05 difference}", desk);
    expect([...shown.matchAll(/href="#revised-(\d)"/g)].map(([, number]) => number)).toEqual(["1", "1", "2"]);
  });

  it("does not number the notes of the next text on", () => {
    expect(html("[117.29]{brent=2026-04}", desk)).toBe(html("[117.29]{brent=2026-04}", desk));
  });
});

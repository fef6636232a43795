import { describe, expect, it } from "vitest";
import { chartRequest } from "../../src/markets/chart/chart-block.ts";
import { buildMarkets } from "../../src/markets/markets.ts";
import type { Series } from "../../src/markets/series.ts";
import type { StoryChart } from "../../src/model/body.ts";
import { hrefFrom } from "../../src/model/urls.ts";
import { renderMarkdown } from "../../src/node/ingest/markdown/render-markdown.ts";
import { sampleFigureContext, sampleSeries } from "./sample-series.ts";

const MONTHS = { "2026-02": 70.89, "2026-03": 103.13, "2026-04": 117.29, "2026-05": 107.14, "2026-06": 85.4 };
const BRENT = sampleSeries(MONTHS);
const WTI = sampleSeries({ ...MONTHS, "2026-06": undefined }, { id: "wti" });
const WON = sampleSeries({ "2026-03": 1400, "2026-04": 1450, "2026-05": 1488.4 }, { id: "krw", unit: "won per US dollar" });
const CPI = sampleSeries({ "2026-02": 1, "2026-03": undefined, "2026-04": 3 }, { id: "us-cpi", unit: "index, 1982–84 = 100" });
const YEARS: Series = { ...sampleSeries({ "2024": 1, "2025": 2 }, { id: "gdp" }), frequency: "annual" };
const ALL = [BRENT, WTI, WON, CPI, YEARS];
const CONTEXT = sampleFigureContext(ALL);

const render = (text: string, context = CONTEXT) => renderMarkdown(text, hrefFrom("/"), new Set(["paris"]), context);
const block = (yaml: string): string => `\`\`\`chart\n${yaml}\n\`\`\`\n`;

function chart(yaml: string, context = CONTEXT): StoryChart {
  const { body, diagnostics } = render(block(yaml), context);
  expect(diagnostics).toEqual([]);
  const [found] = body;
  if (found?.kind !== "chart") throw new Error("There is no chart.");
  return found.chart;
}

/** `line field: message → fix`; the block starts in line 1 and its fields in line 2. */
function diagnostics(yaml: string, context = CONTEXT): readonly string[] {
  return render(block(yaml), context).diagnostics.map(({ line, field, message, fix }) => `${line} ${field}: ${message} → ${fix}`);
}

describe("a chart in a story", () => {
  it("needs a series and a title, and defaults to all figures known at publication", () => {
    expect(chart("series: brent\ntitle: Oil")).toEqual({
      series: ["brent"],
      from: "2026-02",
      to: "2026-06",
      type: "line",
      rebase: false,
      title: "Oil",
      note: undefined,
      annotations: [],
      knownAtMs: CONTEXT.knownAtMs,
    });
  });

  it("has the fields of its block", () => {
    const yaml = [
      "series: [brent, krw]",
      "from: 2026-03",
      "to: 2026-05",
      "rebase: true",
      "title: Oil and won",
      "note: Averages.",
      "annotations:",
      "  - date: 2026-04",
      "    text: The highest",
    ].join("\n");
    expect(chart(yaml)).toMatchObject({
      series: ["brent", "krw"],
      from: "2026-03",
      to: "2026-05",
      rebase: true,
      note: "Averages.",
      annotations: [{ date: "2026-04", text: "The highest" }],
    });
  });

  it("ends with the last figure of a period that had ended when the story was published", () => {
    const early = sampleFigureContext(ALL, "2026-05-15", "2026-12-01");
    expect(chart("series: brent\ntitle: Oil", early).to).toBe("2026-04");
    expect(diagnostics("series: brent\nto: 2026-05\ntitle: Oil", early)).toEqual([
      "3 chart.to: `2026-05` is outside the figures known at publication → write a date from 2026-02 to 2026-04",
    ]);
  });

  it("on a page shows the newest figures", () => {
    const page = { ...sampleFigureContext(ALL, "2026-05-15"), knownAtMs: undefined };
    expect(chart("series: brent\ntitle: Oil", page)).toMatchObject({ to: "2026-04", knownAtMs: undefined });
  });

  it("of several series starts with the earliest; if rebased, where all have started", () => {
    expect(chart("series: [brent, wti]\ntitle: Oil").from).toBe("2026-02");
    expect(chart("series: [brent, krw]\nrebase: true\ntitle: Oil").from).toBe("2026-03");
  });

  it("stands between texts and counts no words; other code blocks are unaffected", () => {
    const { body, words, diagnostics } = render(
      `One.\n\n${block("series: brent\ntitle: Oil prices")}\n~~~text\nseries: x\n~~~\n`,
    );
    expect(diagnostics).toEqual([]);
    expect(body.map(({ kind }) => kind)).toEqual(["html", "chart", "html"]);
    expect(words).toBe(1);
  });

  it("draws the figures known when the story was published, also if they were revised since", () => {
    const vintages = [
      { since: undefined, value: 117.29 },
      { since: "2026-08-03", value: 117.35 },
    ];
    const revised = {
      ...BRENT,
      observations: [
        { date: "2026-03", value: 1 },
        { date: "2026-04", value: 117.35, vintages },
      ],
    };
    const markets = buildMarkets([revised], Date.parse("2026-09-01"));
    const request = { ...chart("series: brent\nto: 2026-04\ntitle: Oil"), from: "2026-03" };
    const drawn = (knownAtMs: number | undefined) =>
      chartRequest({ ...request, knownAtMs }, markets).series.map(({ observations }) => observations.at(-1)?.value);
    expect(drawn(Date.parse("2026-07-08"))).toEqual([117.29]);
    expect(drawn(Date.parse("2026-08-08"))).toEqual([117.35]);
    expect(drawn(undefined)).toEqual([117.35]);
    expect(JSON.stringify(request)).not.toContain("117");
  });
});

describe("a chart with an error", () => {
  it.each([
    ["", ["2 chart.series: is missing → write the id of a series, such as brent, or a list of up to five", expect.any(String)]],
    ["series: brnet\ntitle: Oil", ["2 chart.series.0: `brnet` is not known → write brent"]],
    ["series:\n  - brent\n  - wtii\ntitle: Oil", ["4 chart.series.1: `wtii` is not known → write wti"]],
    ["series: [brent, brent]\ntitle: Oil", [expect.stringMatching(/^2 chart\.series: names a series twice → /)]],
    ["series: []\ntitle: Oil", [expect.stringMatching(/^2 chart\.series: is empty → /)]],
    ["series: [a, b, c, d, e, f]\ntitle: Oil", [expect.stringMatching(/^2 chart\.series: has more than 5 /)]],
    ["series: brent", ["2 chart.title: is missing → write a title of up to 120 characters"]],
    ["series: brent\ntitle: Oil\nform: 2026-03", ["4 chart.form: is not a known field → write from"]],
    ["series: brent\ntitle: Oil\ntype: lines", ["4 chart.type: `lines` is not known → write line"]],
    [
      "series: brent\ntitle: Oil\nrebase: yes",
      ["4 chart.rebase: is text where true or false belongs → write true or false, or leave it out"],
    ],
    ["series: gdp\ntitle: Oil\nfrom: 2024", ["4 chart.from: is a number where text belongs → put it between quotation marks"]],
    ["series: brent\ntitle: a: b", [expect.stringMatching(/^3 chart: has a text that contains `: `/)]],
    [
      "series: brent\ntitle: Oil\nfrom: 2026-3",
      ["4 chart.from: `2026-3` is not a date of a monthly series → write it like 2026-06"],
    ],
    [
      "series: brent\ntitle: Oil\nfrom: 2020-01",
      ["4 chart.from: `2020-01` is outside the figures known at publication → write a date from 2026-02 to 2026-06"],
    ],
    [
      "series: brent\ntitle: Oil\nto: 2026-07",
      ["4 chart.to: `2026-07` is outside the figures known at publication → write a date from 2026-02 to 2026-06"],
    ],
    [
      "series: brent\ntitle: Oil\nfrom: 2026-05\nto: 2026-03",
      ["4 chart.from: `2026-05` is not before `2026-03` → write an earlier date"],
    ],
    [
      "series: brent\ntitle: Oil\nfrom: 2026-05\nto: 2026-05",
      ["4 chart.from: `2026-05` is not before `2026-05` → write an earlier date"],
    ],
    [
      "series: brent\ntitle: Oil\nfrom: 2026-03\nannotations:\n  - date: 2026-04\n    text: In\n  - date: 2026-02\n    text: Out",
      ["8 chart.annotations.1.date: `2026-02` is outside the chart → write a date from 2026-03 to 2026-06"],
    ],
    [
      "series: brent\ntitle: Oil\nannotations:\n  - date: April\n    text: In",
      ["5 chart.annotations.0.date: `April` is not a date of a monthly series → write it like 2026-06"],
    ],
    [
      "series: brent\ntitle: Oil\nannotations:\n  - date: 2026-04\n    txt: In",
      ["5 chart.annotations.0.text: is missing → write a few words, up to 40 characters", expect.stringContaining("write text")],
    ],
    ["series: [brent, gdp]\ntitle: Oil\nfrom: 2026-03", [expect.stringMatching(/^2 chart\.series: mixes frequencies → /)]],
    ["series: [brent, krw]\ntitle: Oil", ["2 chart.series: mixes units → name series of one unit, or write `rebase: true`"]],
    ["series: [brent, wti]\ntype: bars\ntitle: Oil", [expect.stringMatching(/^3 chart\.type: bars can show only one series → /)]],
    ["series: brent\ntype: bars\nrebase: true\ntitle: Oil", [expect.stringMatching(/^4 chart\.rebase: /)]],
    [
      "series: [brent, us-cpi]\nrebase: true\nfrom: 2026-03\ntitle: Oil",
      [expect.stringMatching(/^3 chart\.rebase: .* has no figure for 2026-03 to be set to 100 → /)],
    ],
  ])("is reported with the line of the field: %j", (yaml, expected) => {
    expect(diagnostics(yaml)).toEqual(expected);
  });

  it("is reported if its block is misspelt or within a list", () => {
    const diagnostics = (text: string) =>
      render(text).diagnostics.map(({ line, message, fix }) => `${line}: ${message} → ${fix}`);
    expect(diagnostics("One.\n\n```charts\nseries: brent\n```\n")).toEqual([
      "3: has a block `charts`, which is not known → write ```chart",
    ]);
    expect(diagnostics("- One.\n\n  ```chart\n  series: brent\n  title: Oil\n  ```\n")).toEqual([
      "3: has a chart within a list or quotation → start it at the left margin, between two paragraphs",
    ]);
  });

  it("is parsed without its series while the market files have errors", () => {
    const context = { ...CONTEXT, series: undefined };
    expect(diagnostics("series: brnet\ntitle: Oil\nfrom: 1", context)).toEqual([
      expect.stringMatching(/^4 chart\.from: is a number/),
    ]);
    expect(diagnostics("series: brnet\ntitle: Oil\nfrom: '1'", context)).toEqual([]);
  });
});

it("a gap in a chart stays a gap", () => {
  const request = chart("series: us-cpi\ntitle: Prices");
  const [series] = chartRequest(request, buildMarkets(ALL, CONTEXT.asOfMs)).series;
  expect(series?.observations).toEqual(CPI.observations);
});

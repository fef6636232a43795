import { describe, expect, it } from "vitest";
import type { Series } from "../../src/markets/series.ts";
import { bindFigure } from "../../src/node/ingest/bound-figures/bind-figures.ts";
import { sampleFigureContext, sampleSeries } from "./sample-series.ts";

const BRENT = sampleSeries({ "2025-05": 64.45, "2025-06": 71.44, "2026-04": 117.29, "2026-05": 107.14, "2026-06": 85.4 });
const WON = sampleSeries({ "2026-05": 1488.4, "2026-06": 1529.46 }, { id: "krw", name: "South Korean won" });
const YIELD = sampleSeries(
  { "2025-06": 4.38, "2026-04": 4.32, "2026-05": 4.48, "2026-06": 4.45 },
  { id: "us10y", name: "Ten-year yield", unit: "per cent a year" },
);
const CPI = sampleSeries(
  { "2024-10": 315.664, "2025-09": 324.8, "2025-10": undefined, "2025-11": 324.122 },
  { id: "us-cpi", name: "US consumer prices" },
);
const ODD: Series = {
  ...sampleSeries({ "2023": 0, "2024": -0.5, "2025": 0.02 }, { id: "odd", name: "Odd" }),
  frequency: "annual",
};
const DAYS: Series = {
  ...sampleSeries({ "2025-06-27": 71, "2025-06-30": 72, "2026-06-26": 80, "2026-06-29": 84 }, { id: "spot", name: "Spot" }),
  frequency: "daily",
};
const QUARTERS: Series = {
  ...sampleSeries({ "2025-Q1": 100, "2025-Q2": 101, "2025-Q3": 102, "2025-Q4": 103, "2026-Q1": 104 }, { id: "gdp" }),
  frequency: "quarterly",
};
const FIGURES = sampleFigureContext([BRENT, WON, YIELD, CPI, ODD, DAYS, QUARTERS]);

/** Empty if the figure is accepted, otherwise `message → fix`. */
function diagnosticOf(text: string, braces: string, context = FIGURES): string | undefined {
  const result = bindFigure(text, braces, context);
  return result && "message" in result ? `${result.message} → ${result.fix}` : undefined;
}

describe("a figure that matches the data", () => {
  it.each([
    ["117.29", "brent=2026-04"],
    ["$117.29", "brent=2026-04"],
    ["117.3 dollars", "brent=2026-04"],
    ["117", "brent=2026-04"],
    ["85.40", "brent=2026-06"],
    ["1,529.46", "krw=2026-06"],
    ["1529.46 won", "krw=2026-06"],
    ["1,529", "krw=2026-06"],
    ["20.3 per cent", "brent=2026-06 change"],
    ["−20.3%", "brent=2026-06 change"],
    ["-20%", "brent=2026-06 change"],
    ["minus 20.3 per cent", "brent=2026-06 change"],
    ["+2.8%", "krw=2026-06 change"],
    ["21.74", "brent=2026-06 difference"],
    ["−US$21.74", "brent=2026-06 difference"],
    ["19.5 per cent", "brent=2026-06 yoy"],
    ["+10.8%", "brent=2025-05..2025-06 change"],
    ["6.99", "brent=2025-05..2025-06 difference"],
    ["117.29", "brent=2025-05..2026-06 high"],
    ["64.45", "brent=2025-05..2026-06 low"],
    ["4.45 per cent", "us10y=2026-06"],
    ["−3 basis points", "us10y=2026-06 change"],
    ["3 bp", "us10y=2026-06 change"],
    ["3", "us10y=2026-06 change"],
    ["7 basis points", "us10y=2026-06 yoy"],
    ["0.07 percentage points", "us10y=2026-06 yoy"],
    ["0.03 percentage point", "us10y=2026-06 change"],
    ["0.13", "us10y=2026-04..2026-06 difference"],
    ["0.21 per cent", "us-cpi=2025-09..2025-11 change"],
    ["324.800", "us-cpi=2025-09..2025-11 high"],
    ["−0.5", "odd=2024"],
    ["0.0", "odd=2025"],
    ["−0.0", "odd=2025"],
    ["84", "spot=2026-06-29"],
    ["5 per cent", "spot=2026-06-29 change"],
    ["104.0", "gdp=2026-Q1"],
    ["1.0%", "gdp=2026-Q1 change"],
    ["4%", "gdp=2026-Q1 yoy"],
  ])("is accepted: %s of %s", (text, braces) => {
    expect(diagnosticOf(text, braces)).toBeUndefined();
  });

  it("rounds half away from zero, as statistical offices do", () => {
    const context = sampleFigureContext([sampleSeries({ "2026-05": 1.005, "2026-06": 2.675 })]);
    expect(diagnosticOf("1.01", "brent=2026-05", context)).toBeUndefined();
    expect(diagnosticOf("2.68", "brent=2026-06", context)).toBeUndefined();
    expect(diagnosticOf("2.67", "brent=2026-06", context)).toBe("does not match the data, which says 2.68 → write 2.68");
  });

  it("compares daily figures with the last one before a weekend", () => {
    expect(diagnosticOf("18.3 per cent", "spot=2026-06-29 yoy")).toBeUndefined();
  });
});

describe("a figure that does not match the data", () => {
  it.each([
    ["117.28", "brent=2026-04", "does not match the data, which says 117.29 → write 117.29"],
    ["$117.2", "brent=2026-04", "does not match the data, which says $117.3 → write $117.3"],
    ["1,500 won", "krw=2026-06", "does not match the data, which says 1,529 won → write 1,529 won"],
    ["20.4 per cent", "brent=2026-06 change", "does not match the data, which says −20.3 per cent → write 20.3 per cent"],
    ["+20.3%", "brent=2026-06 change", "does not match the data, which says −20.3% → write −20.3%"],
    ["−2.8%", "krw=2026-06 change", "does not match the data, which says +2.8% → write +2.8%"],
    ["4 basis points", "us10y=2026-06 change", "does not match the data, which says −3 basis points → write 3 basis points"],
    ["0.5", "odd=2024", "does not match the data, which says −0.5 → write −0.5"],
    ["62.54", "brent=2025-05..2026-06 low", "does not match the data, which says 64.45 → write 64.45"],
  ])("is reported with the correct one: %s of %s", (text, braces, expected) => {
    expect(diagnosticOf(text, braces)).toBe(expected);
  });

  it("is reported if its unit belongs to another kind of figure", () => {
    expect(diagnosticOf("3 per cent", "us10y=2026-06 change")).toBe(
      "gives a change of Ten-year yield, a rate, in per cent → write basis points or percentage points",
    );
    expect(diagnosticOf("20.3 basis points", "brent=2026-06 change")).toBe(
      "gives a change of Brent crude oil, which is not a rate, in points → write per cent",
    );
    expect(diagnosticOf("3 basis points", "us10y=2026-06 difference")).toMatch(/→ write change instead of difference$/);
  });

  it.each([
    ["dear", "brent=2026-04", "has no number → write the figure in digits between the brackets"],
    ["", "brent=2026-04", "has no number → write the figure in digits between the brackets"],
    ["from 1 to 2", "brent=2026-04", "has 2 numbers → put the brackets around one figure alone, such as 1,529.46"],
    ["117,29", "brent=2026-04", "has 2 numbers → put the brackets around one figure alone, such as 1,529.46"],
    ["117.2900000", "brent=2026-04", "has 7 decimals → write 6 at most"],
  ])("%j does not have exactly one number", (text, braces, expected) => {
    expect(diagnosticOf(text, braces)).toBe(expected);
  });

  it("cannot belong to an unknown series; the nearest name is suggested", () => {
    expect(diagnosticOf("117.29", "brant=2026-04")).toBe("names the series `brant`, which is not known → write brent");
    expect(diagnosticOf("117.29", "potatoes=2026-04")).toMatch(
      /^names the series `potatoes`, .* → write one of: brent, gdp, krw, /,
    );
  });

  it.each([
    ["brent=2026-4", "names `2026-4`, which is not a date of a monthly series → write it like 2026-06"],
    ["brent=2026-13", "names `2026-13`, which is not a date of a monthly series → write it like 2026-06"],
    ["brent=2026", "names `2026`, which is not a date of a monthly series → write it like 2026-06"],
    ["brent=2026..2026-06 high", "names `2026`, which is not a date of a monthly series → write it like 2026-06"],
    ["spot=2026-02-30", "names `2026-02-30`, which is not a date of a daily series → write it like 2026-06-30"],
    ["brent=2026-06..2026-05 change", "has a span that does not end after it starts → write the earlier date first"],
    ["brent=2026-06..2026-06 high", "has a span that does not end after it starts → write the earlier date first"],
    [
      "brent=2026-07",
      "asks for July 2026, but the figures of Brent crude oil run from May 2025 to June 2026 → write a date from 2025-05 to 2026-06",
    ],
    [
      "brent=2023-01..2026-06 low",
      "asks for January 2023, but the figures of Brent crude oil run from May 2025 to June 2026 → write a date from 2025-05 to 2026-06",
    ],
    [
      "brent=2025-05 change",
      "needs a figure from before May 2025, where Brent crude oil starts → write a later date, or remove the binding",
    ],
    [
      "brent=2025-06 yoy",
      "needs a figure from before May 2025, where Brent crude oil starts → write a later date, or remove the binding",
    ],
    [
      "us-cpi=2025-10",
      "needs the figure of October 2025 for US consumer prices, which was not published → write a date with a figure, or remove the binding",
    ],
    ["us-cpi=2025-11 change", expect.stringContaining("needs the figure of October 2025 for US consumer prices")],
    ["us-cpi=2025-10 yoy", expect.stringContaining("needs the figure of October 2025 for US consumer prices")],
    ["us-cpi=2025-10..2025-11 change", expect.stringContaining("needs the figure of October 2025 for US consumer prices")],
    ["odd=2024 change", "has no percentage change, because it starts at zero → write difference"],
    ["spot=2026-06-28", expect.stringContaining("needs the figure of 28 June 2026 for Spot, which was not published")],
  ])("cannot be bound to %s", (braces, expected) => {
    expect(diagnosticOf("7", braces)).toEqual(expected);
  });

  it("cannot be bound to a span of gaps", () => {
    const gap = sampleFigureContext([sampleSeries({ "2026-03": 1, "2026-04": undefined, "2026-05": undefined, "2026-06": 2 })]);
    expect(diagnosticOf("1", "brent=2026-04..2026-05 high", gap)).toBe(
      "asks for the high of a span without a figure → write a longer span",
    );
  });
});

it("the period must have ended when the text was published", () => {
  expect(diagnosticOf("85.40", "brent=2026-06", sampleFigureContext([BRENT], "2026-06-30"))).toBe(
    "asks for June 2026, which had not ended when the text was published → write an earlier period",
  );
  expect(diagnosticOf("85.40", "brent=2026-06", sampleFigureContext([BRENT], "2026-07-01"))).toBeUndefined();
});

it("a figure is not checked while the market files have errors, but its binding is parsed", () => {
  const context = { ...FIGURES, series: undefined };
  expect(diagnosticOf("1", "brant=2026-04", context)).toBeUndefined();
  expect(diagnosticOf("1", "brent=2026-04 chnge", context)).toMatch(/^asks for `chnge`/);
});

describe("the label of a figure", () => {
  const label = (text: string, braces: string): string | undefined => {
    const result = bindFigure(text, braces, FIGURES);
    return result && "label" in result ? result.label : undefined;
  };

  it.each([
    ["117.29", "brent=2026-04", "Brent crude oil, April 2026. US Energy Information Administration"],
    ["20.3", "brent=2026-06 change", "Brent crude oil, change from May 2026 to June 2026. US Energy Information Administration"],
    ["19.5", "brent=2026-06 yoy", "Brent crude oil, change from June 2025 to June 2026. US Energy Information Administration"],
    [
      "117.29",
      "brent=2025-05..2026-06 high",
      "Brent crude oil, the highest from May 2025 to June 2026: April 2026. US Energy Information Administration",
    ],
    ["104", "gdp=2026-Q1", "Brent crude oil, first quarter of 2026. US Energy Information Administration"],
  ])("%s of %s", (text, braces, expected) => {
    expect(label(text, braces)).toBe(expected);
  });
});

it("links to the row of its period; for a span to that of its extreme, otherwise its last", () => {
  const row = (text: string, braces: string) => {
    const result = bindFigure(text, braces, FIGURES);
    return result && "row" in result ? result.row : undefined;
  };
  expect(row("117.29", "brent=2026-04")).toBe("at-2026-04");
  expect(row("117.29", "brent=2025-05..2026-06 high")).toBe("at-2026-04");
  expect(row("64.45", "brent=2025-05..2026-06 low")).toBe("at-2025-05");
  expect(row("32.5 per cent", "brent=2025-05..2026-06 change")).toBe("at-2026-06");
});

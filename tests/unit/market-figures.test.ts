import { describe, expect, it } from "vitest";
import { seriesAsOf } from "../../src/markets/as-of.ts";
import { changeOver, extremesOf, figureBefore, roundTo, summarize } from "../../src/markets/figures.ts";
import { directionOf, formatFigure, formatRelative, formatSigned } from "../../src/markets/format-figure.ts";
import { buildMarkets } from "../../src/markets/markets.ts";
import { hasRow, observationRows } from "../../src/markets/observation-rows.ts";
import type { Observation, Series } from "../../src/markets/series.ts";
import { sampleSeries } from "./sample-series.ts";

const at = (iso: string) => Date.parse(iso);

describe("the change of a figure", () => {
  const series = sampleSeries({ "2025-05": 64.45, "2025-06": 71.44, "2026-05": 107.14, "2026-06": 85.4 });

  it("is in the unit of the series and in per cent of the earlier figure", () => {
    const change = changeOver(series, "2026-06", 1);
    expect(change).toMatchObject({ from: { date: "2026-05" }, to: { date: "2026-06" }, difference: -21.74, measure: "quantity" });
    expect(change && formatRelative(change, "en-GB")).toBe("−20.3%");
    expect(changeOver(series, "2026-06", 12)).toMatchObject({ from: { date: "2025-06" }, difference: 13.96 });
  });

  it("of a rate is in basis points", () => {
    const rate = sampleSeries({ "2026-05": 4.48, "2026-06": 4.47 }, { unit: "per cent a year" });
    const change = changeOver(rate, "2026-06", 1);
    expect(change?.relative).toBe(-1);
    expect(change && formatRelative(change, "en-GB")).toBe("−1 bp");
  });

  it("is undefined if either figure was not published", () => {
    const gap = sampleSeries({ "2025-10": undefined, "2025-11": 324.122 });
    expect(changeOver(gap, "2025-11", 1)).toBeUndefined();
    expect(changeOver(gap, "2025-10", 1)).toBeUndefined();
    expect(changeOver(gap, "2025-11", 12)).toBeUndefined();
  });

  it("has no percentage of zero, but one of a negative figure", () => {
    const change = changeOver(sampleSeries({ "2026-01": 0, "2026-02": 2 }), "2026-02", 1);
    expect(change).toMatchObject({ difference: 2, relative: undefined });
    expect(changeOver(sampleSeries({ "2026-01": -4, "2026-02": -2 }), "2026-02", 1)?.relative).toBe(50);
  });

  it("is level if it rounds to zero", () => {
    const change = changeOver(sampleSeries({ "2026-01": 100, "2026-02": 100.04 }), "2026-02", 1);
    expect(change && directionOf(change)).toBe("level");
    expect(change && formatRelative(change, "en-GB")).toBe("0.0%");
  });
});

it("a daily figure is compared with the last one on or before the same day of an earlier month, if that is near", () => {
  const days = { "2026-01-30": 1, "2026-02-20": 2, "2026-03-31": 3, "2026-05-29": 4 };
  const series = sampleSeries(days, { frequency: "daily" });
  expect(figureBefore(series, "2026-03-31", 1)).toBeUndefined();
  expect(figureBefore(series, "2026-03-31", 2)).toMatchObject({ date: "2026-01-30" });
  expect(figureBefore(sampleSeries({ "2026-02-27": 5, "2026-03-31": 3 }, { frequency: "daily" }), "2026-03-31", 1)?.value).toBe(
    5,
  );
});

describe("a summary", () => {
  it("covers twelve months, including the latest but not the one a year before", () => {
    const figures = { "2025-06": 1, "2025-07": 3, "2025-12": undefined, "2026-03": 9, "2026-06": 5 };
    expect(summarize(sampleSeries(figures))).toMatchObject({
      latest: { date: "2026-06", value: 5 },
      onMonth: undefined,
      onYear: { difference: 4 },
      range: { low: { date: "2025-07", value: 3 }, high: { date: "2026-03", value: 9 } },
    });
  });

  it("skips trailing gaps, and is undefined without any figure", () => {
    expect(summarize(sampleSeries({ "2026-04": 7, "2026-05": undefined }))?.latest).toMatchObject({ date: "2026-04" });
    expect(summarize(sampleSeries({ "2026-05": undefined }))).toBeUndefined();
  });

  it("names the earliest of equal extremes", () => {
    const observations = [3, 1, 1, 3].map((value, at): Observation => ({ date: `2026-0${at + 1}`, value }));
    expect(extremesOf(observations)).toMatchObject({ low: { date: "2026-02" }, high: { date: "2026-01" } });
  });
});

describe("an edition", () => {
  const vintages = [
    { since: undefined, value: 117.29 },
    { since: "2026-08-03", value: 117.35 },
  ];
  const base = sampleSeries({ "2026-03": 103.13, "2026-04": 117.35, "2026-05": 107.14 });
  const series: Series = {
    ...base,
    observations: base.observations.map((each) => (each.date === "2026-04" ? { ...each, vintages } : each)),
  };

  it("excludes periods that had not ended and revisions that had not been published", () => {
    expect(seriesAsOf(series, at("2026-05-31T23:59:59Z")).observations).toEqual([
      { date: "2026-03", value: 103.13 },
      { date: "2026-04", value: 117.29 },
    ]);
    expect(seriesAsOf(series, at("2026-08-03T00:00:00Z")).observations.at(1)).toMatchObject({ value: 117.35, vintages });
  });

  it("marks stale series and omits those without a figure", () => {
    const isStale = (iso: string) => buildMarkets([series], at(iso)).series.map((each) => each.isStale);
    expect(isStale("2026-07-31T23:00:00Z")).toEqual([false]);
    expect(isStale("2026-08-01T01:00:00Z")).toEqual([true]);
    expect(isStale("2026-03-31T01:00:00Z")).toEqual([]);
  });

  it("sorts series by their order", () => {
    const all = ["c", "a", "b"].map((id) => sampleSeries({ "2026-01": 1 }, { id, order: id === "c" ? 1 : 2 }));
    expect(buildMarkets(all, at("2026-03-01T00:00:00Z")).series.map(({ id }) => id)).toEqual(["c", "a", "b"]);
  });
});

describe("a formatted figure", () => {
  it("is rounded half away from zero despite floating-point error", () => {
    const rounded = ([value, decimals]: readonly [number, number]) => roundTo(value, decimals);
    const values = [
      [1.005, 2],
      [2.675, 2],
      [-1.005, 2],
      [0.5, 0],
      [-0.5, 0],
      [1234.5, 0],
      [1e-9, 2],
    ] as const;
    expect(values.map(rounded)).toEqual([1.01, 2.68, -1.01, 1, -1, 1235, 0]);
    expect(formatFigure(-0.004, 2, "en-GB")).toBe("0.00");
  });

  it("has digit grouping, a minus sign (U+2212) and a plus", () => {
    expect(formatFigure(1529.4619, 2, "en-GB")).toBe("1,529.46");
    expect(formatFigure(-3.2, 1, "en-GB")).toBe("−3.2");
    expect([1.26, -1.26, 0.04].map((value) => formatSigned(value, 1, "en-GB"))).toEqual(["+1.3", "−1.3", "0.0"]);
  });
});

describe("the table of a series", () => {
  const days = Array.from({ length: 1000 }, (_, day) => new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10));
  const observations = days.map((date, value): Observation => ({ date, value }));

  it("has every observation, newest first, each with the previous figure", () => {
    const { rows, isWhole } = observationRows([
      { date: "2025-09", value: 1 },
      { date: "2025-10", value: undefined },
      { date: "2025-11", value: 3 },
    ]);
    expect(isWhole).toBe(true);
    expect(rows.map(({ observation, before }) => [observation.date, before?.value])).toEqual([
      ["2025-11", 1],
      ["2025-10", undefined],
      ["2025-09", undefined],
    ]);
  });

  it("of a long series has the newest and the last of every year before", () => {
    const { rows, isWhole } = observationRows(observations);
    expect(isWhole).toBe(false);
    expect(rows.slice(0, 120).map(({ observation }) => observation.date)).toEqual(days.slice(-120).reverse());
    expect(rows.slice(120).map(({ observation }) => observation.date)).toEqual([days.at(-121), "2024-12-31", "2023-12-31"]);
    expect(rows.at(-1)?.before?.value).toBe(363);
  });
});

it("a long table has rows only for the newest periods and the last of each year", () => {
  const days = Array.from({ length: 400 }, (_, day) => new Date(Date.UTC(2024, 5, 1 + day)).toISOString().slice(0, 10));
  const observations = days.map((date): Observation => ({ date, value: 1 }));
  const dates = [days.at(-1), days.at(-120), "2024-12-31", "2024-12-30", "2020-01-01"];
  expect(dates.map((date = "") => hasRow(observations, date))).toEqual([true, true, true, false, false]);
});

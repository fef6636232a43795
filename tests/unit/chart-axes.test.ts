import { describe, expect, it } from "vitest";
import { fits } from "../../src/markets/chart/label-layout.ts";
import { timeScale } from "../../src/markets/chart/time-axis.ts";
import { type Frequency, periodAt, periodStart } from "../../src/markets/period.ts";
import { draw, overlapping, wanderingSeries } from "./chart-sample.ts";
import { sampleSeries } from "./sample-series.ts";

/** Of the page in the narrowest window. */
const MARGIN_PX = 16;

const SPANS: readonly (readonly [string, number, Frequency])[] = [
  ["2023-06", 37, "monthly"],
  ["2025-07", 12, "monthly"],
  ["2026-02", 2, "monthly"],
  ["2026-02-10", 45, "daily"],
  ["2026-02-10", 3, "daily"],
  ["1999-07-01", 10_000, "daily"],
  ["2020-01-03", 260, "weekly"],
  ["2019-Q3", 26, "quarterly"],
  ["2025-Q3", 3, "quarterly"],
  ["1960", 66, "annual"],
  ["2024", 2, "annual"],
];

describe.each(SPANS)("the time axis from %s, %i periods, %s,", (first, count, frequency) => {
  const series = wanderingSeries(first, count, { frequency });
  const { timeTicks } = draw([series]);
  const labels = timeTicks.flatMap(({ label }) => label ?? []);

  it("has labels that do not overlap and fit the narrowest chart", () => {
    expect(labels.length).toBeGreaterThan(0);
    expect(overlapping(labels)).toEqual([]);
    expect(labels.filter((label) => !fits(label, MARGIN_PX))).toEqual([]);
  });

  it("has ticks at starts of periods, labelled with their names", () => {
    const [start = 0, end = 0] = [series.observations.at(0), series.observations.at(-1)].map((each) =>
      periodStart(each?.date ?? "", frequency),
    );
    for (const { xPercent, label } of timeTicks) {
      const instant = Math.round((start + (xPercent / 100) * (end - start)) / 1000) * 1000;
      expect(periodStart(periodAt(instant, frequency), frequency)).toBe(instant);
      const { text } = label ?? { text: "" };
      const date = new Date(instant);
      if (/^\d{4}$/.test(text)) expect(date.toISOString()).toContain(`${text}-01-01`);
      for (const [year] of text.matchAll(/\d{4}/g)) expect(Number(year)).toBe(date.getUTCFullYear());
    }
  });

  it("has no tick after the last period", () => {
    const bars = draw([series], { type: "bars" }).timeTicks;
    for (const { xPercent } of count > 2 ? bars : []) expect(xPercent).toBeLessThan(100);
  });

  it("shows at least one year", () => {
    expect(labels.some(({ text }) => /\d{4}/.test(text))).toBe(true);
  });
});

describe("the value axis", () => {
  const axisOf = (...request: Parameters<typeof draw>): readonly string[] =>
    draw(...request).valueTicks.map(({ label }) => label.text);

  it("has a few round values, with as many decimals as distinguish them", () => {
    expect(axisOf([sampleSeries({ "2026-01": 62.54, "2026-02": 117.29 })])).toEqual(["60", "80", "100", "120"]);
    expect(axisOf([sampleSeries({ "2026-01": 0.8457, "2026-02": 0.9656 }, { decimals: 4 })])).toEqual(["0.85", "0.90", "0.95"]);
    expect(axisOf([sampleSeries({ "2026-01": 1460, "2026-02": 1529.46 })])).toEqual(["1,460", "1,480", "1,500", "1,520"]);
    expect(axisOf([sampleSeries({ "2026-01": -0.5, "2026-02": 0.25 })])).toEqual(["−0.4", "−0.2", "0.0", "0.2"]);
  });

  it("starts at zero for areas and bars, but not for lines", () => {
    const series = sampleSeries({ "2026-01": 62, "2026-02": 117, "2026-03": 99 });
    expect(draw([series], { type: "area" }).range[1]).toBe(0);
    expect(draw([series]).range[1]).toBeGreaterThan(50);
    const bars = draw([series], { type: "bars" });
    expect(bars.valueTicks.filter(({ isBase }) => isBase).map(({ label }) => label.text)).toEqual(["0%"]);
  });

  it("does not go below zero if no figure does", () => {
    expect(draw([sampleSeries({ "2026-01": 0.1, "2026-02": 9 })]).range[1]).toBe(0);
  });

  it("works for a single figure and for equal figures", () => {
    for (const series of [sampleSeries({ "2026-01": 4 }), sampleSeries({ "2026-01": 0, "2026-02": 0 })]) {
      const { range, valueTicks, shapes } = draw([series]);
      expect(range[0]).toBeGreaterThan(range[1]);
      expect(valueTicks.length).toBeGreaterThan(1);
      expect(shapes.map(({ path }) => path).join()).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it("marks the 100 of rebased series", () => {
    const series = [wanderingSeries("2024-01", 20), wanderingSeries("2024-01", 20, { seed: 9, unit: "yen per US dollar" })];
    const base = draw(series, { rebase: true }).valueTicks.filter(({ isBase }) => isBase);
    expect(base.map(({ label }) => label.text)).toEqual(["100"]);
  });
});

describe("the time scale", () => {
  it("centres a single period", () => {
    expect(timeScale({ periods: ["2026-06"], frequency: "monthly", type: "line" }).at("2026-06")).toBe(50);
  });

  it("centres bars in their period", () => {
    const { at, band } = timeScale({ periods: ["2026-05", "2026-06"], frequency: "monthly", type: "bars" });
    expect(band("2026-05")).toEqual([0, expect.closeTo((31 / 61) * 100)]);
    expect(at("2026-05")).toBeCloseTo((15.5 / 61) * 100);
  });
});

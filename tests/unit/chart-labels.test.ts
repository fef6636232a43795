import { describe, expect, it } from "vitest";
import { placeAnnotations } from "../../src/markets/chart/annotation-labels.ts";
import {
  fits,
  LINE_HEIGHT_PX,
  labelExtentPx,
  MIN_PLOT_WIDTH_PX,
  spreadVertically,
} from "../../src/markets/chart/label-layout.ts";
import { isFigure } from "../../src/markets/figures.ts";
import { seededRandom } from "../bench/archive/random.ts";
import { draw, overlapping, wanderingSeries } from "./chart-sample.ts";
import { sampleSeries } from "./sample-series.ts";

/** Of the page in the narrowest window. */
const MARGIN_PX = 16;

describe("labels in a chart", () => {
  const random = seededRandom("words");
  const cases = Array.from({ length: 60 }, (_, seed) => {
    const count = 2 + Math.floor(random() * 200);
    const gaps = random() < 0.3 ? [1 + Math.floor(random() * (count - 1))] : [];
    const lines = 1 + Math.floor(random() * 5) * (seed % 2);
    const series = Array.from({ length: lines }, (_, line) => {
      return wanderingSeries("2005-03", count, { seed: seed * 10 + line + 1, name: `Series number ${line}`, gaps });
    });
    return { series, type: lines === 1 ? ((["line", "area", "bars"] as const)[seed % 3] ?? "line") : "line" };
  });

  it.each(cases.map((each, index) => [index, each] as const))("do not overlap and fit the chart (%i)", (_, { series, type }) => {
    const dates = series[0]?.observations.filter(isFigure).map(({ date }) => date) ?? [];
    const annotations = [0.2, 0.5, 0.9].map((share) => ({
      date: dates[Math.floor(share * (dates.length - 1))] ?? "",
      text: "the strait closes to all tankers",
    }));
    const request = [series, { type, annotations: type === "bars" ? [] : annotations }] as const;
    const { annotations: placed, marks, timeTicks, heightPx, topPx, bottomPx } = draw(...request);
    const notes = placed.flatMap(({ lines }) => lines);
    const labels = marks.flatMap(({ label }) => label ?? []);
    const ticks = timeTicks.flatMap(({ label }) => label ?? []);
    expect(overlapping([...notes, ...labels, ...ticks])).toEqual([]);
    expect([...notes, ...labels].filter((words) => !fits(words))).toEqual([]);
    expect(ticks.filter((words) => !fits(words, MARGIN_PX))).toEqual([]);
    for (const { yPx } of labels) expect(yPx > topPx - LINE_HEIGHT_PX && yPx <= bottomPx).toBe(true);
    for (const { yPx } of notes) expect(yPx > 0 && yPx < topPx).toBe(true);
    expect(heightPx).toBeGreaterThan(bottomPx);
  });

  it("give the last, highest and lowest figure of one line, the extremes with dates", () => {
    const { marks } = draw([sampleSeries({ "2025-01": 70, "2025-06": 62.5, "2025-12": 117.29, "2026-06": 85.4 })]);
    expect(marks.map(({ kind, label }) => [kind, label?.text, label?.aside])).toEqual([
      ["end", "85.40", undefined],
      ["extreme", "117.29", "Dec 2025"],
      ["extreme", "62.50", "Jun 2025"],
    ]);
  });

  it("give name and last figure of each of several lines, in their order", () => {
    const series = ["One", "Two", "Three", "Four", "Five"].map((name, index) =>
      wanderingSeries("2024-01", 24, { name, seed: index + 1 }),
    );
    const { marks } = draw(series);
    expect(marks.map(({ label }) => label?.text.split(" ")[0])).toEqual(["One", "Two", "Three", "Four", "Five"]);
  });

  it("truncate a name that is too long", () => {
    const name = "A very long name of a series that no narrow window has room for";
    const { marks } = draw([wanderingSeries("2024-01", 24, { name }), wanderingSeries("2024-01", 24, { seed: 3 })]);
    expect(marks[0]?.label?.text).toMatch(/^A very long name.*… \d/);
  });
});

describe("annotations", () => {
  it.each([
    [
      [60, "Mar 2026: talks"],
      [70, "Mar 2026: talks"],
      [85, "Mar 2026: talks"],
      [95, "Mar 2026: talks"],
      [5, "Jan 2023: war"],
      [12, "Mar 2023: war"],
    ],
    [
      [1, "Jan 2023: war"],
      [12, "Mar 2023: talks begin again"],
      [45, "Jun 2024: peace"],
    ],
  ] as const)("are put so that no line down from one runs through the words of another (%#)", (...wanted) => {
    const placed = placeAnnotations(wanted.map(([xPercent, text]) => ({ xPercent, text })));
    expect(placed).toHaveLength(wanted.length);
    for (const { xPercent, leaderTopPx } of placed) {
      const x = (xPercent / 100) * MIN_PLOT_WIDTH_PX;
      const below = placed.flatMap(({ lines }) => lines).filter(({ yPx }) => yPx > leaderTopPx);
      const crossed = below.filter((line) => x > labelExtentPx(line)[0] && x < labelExtentPx(line)[1]);
      expect(crossed.map(({ text }) => text)).toEqual([]);
    }
  });

  it("have leader lines down to their figure", () => {
    const series = sampleSeries({ "2026-01": 10, "2026-02": 30, "2026-03": 20 });
    const { annotations, marks } = draw([series], { annotations: [{ date: "2026-02", text: "a peak" }] });
    const peak = marks.find(({ kind }) => kind === "extreme");
    expect(annotations[0]?.lines[0]?.text).toBe("Feb 2026: a peak");
    expect(annotations[0]?.leaderBottomPx).toBe(peak?.yPx);
    expect(annotations[0]?.xPercent).toBe(peak?.xPercent);
  });
});

describe("spreading vertically", () => {
  it("keeps what is apart", () => {
    expect(spreadVertically([10, 90, 50], [0, 200])).toEqual([10, 90, 50]);
  });

  it("moves what is too close, keeps the order, and stays in the range", () => {
    const random = seededRandom("heights");
    for (let round = 0; round < 200; round += 1) {
      const wanted = Array.from({ length: 5 }, () => random() * 250);
      const placed = spreadVertically(wanted, [0, 250]);
      const order = wanted.map((y, index) => ({ y, placed: placed[index] ?? 0 })).sort((a, b) => a.y - b.y);
      for (const [index, { placed: y }] of order.entries()) {
        expect(y).toBeGreaterThanOrEqual((order[index - 1]?.placed ?? -LINE_HEIGHT_PX) + LINE_HEIGHT_PX - 1e-9);
        expect(y).toBeLessThanOrEqual(250);
      }
    }
  });
});

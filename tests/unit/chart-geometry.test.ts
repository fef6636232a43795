import { describe, expect, it } from "vitest";
import { placeAnnotations } from "../../src/markets/chart/annotation-labels.ts";
import {
  type ChartText,
  collide,
  extentPx,
  fits,
  LINE_HEIGHT_PX,
  NARROWEST_PX,
  pushedApart,
} from "../../src/markets/chart/chart-text.ts";
import { type ChartDrawing, drawChart } from "../../src/markets/chart/draw-chart.ts";
import { sparklinePath } from "../../src/markets/chart/sparkline-path.ts";
import { thinnedIndices } from "../../src/markets/chart/thinned.ts";
import { timeScale } from "../../src/markets/chart/time-scale.ts";
import { isFigure } from "../../src/markets/figures.ts";
import { type Frequency, periodAt, periodStart } from "../../src/markets/period.ts";
import { LANGUAGE, randomNumbers, samplePlotted, sampleRequest, wanderingSeries } from "./chart-sample.ts";
import { sampleSeries } from "./sample-series.ts";

/** Of the page, in the narrowest window. */
const MARGIN_PX = 16;

type Request = Parameters<typeof sampleRequest>;

function draw(...request: Request): ChartDrawing {
  return drawChart(samplePlotted(...request), sampleRequest(...request), LANGUAGE);
}

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

describe.each(SPANS)("the axis of time from %s, %i periods, %s,", (first, count, frequency) => {
  const series = wanderingSeries(first, count, { frequency });
  const { timeTicks } = draw([series]);
  const labels = timeTicks.flatMap(({ label }) => label ?? []);

  it("has words at ticks that stand apart, within the narrowest chart", () => {
    expect(labels.length).toBeGreaterThan(0);
    expect(touching(labels)).toEqual([]);
    expect(labels.filter((label) => !fits(label, MARGIN_PX))).toEqual([]);
  });

  it("has its ticks where periods begin, and names them so", () => {
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

  it("tells at least one year", () => {
    expect(labels.some(({ text }) => /\d{4}/.test(text))).toBe(true);
  });
});

describe("the axis of values", () => {
  const axisOf = (...request: Request): readonly string[] => draw(...request).valueTicks.map(({ label }) => label.text);

  it("has a few round values, told apart, with as many decimals as that takes", () => {
    expect(axisOf([sampleSeries({ "2026-01": 62.54, "2026-02": 117.29 })])).toEqual(["60", "80", "100", "120"]);
    expect(axisOf([sampleSeries({ "2026-01": 0.8457, "2026-02": 0.9656 }, { decimals: 4 })])).toEqual(["0.85", "0.90", "0.95"]);
    expect(axisOf([sampleSeries({ "2026-01": 1460, "2026-02": 1529.46 })])).toEqual(["1,460", "1,480", "1,500", "1,520"]);
    expect(axisOf([sampleSeries({ "2026-01": -0.5, "2026-02": 0.25 })])).toEqual(["−0.4", "−0.2", "0.0", "0.2"]);
  });

  it("begins at nothing for areas and bars, and not for lines", () => {
    const series = sampleSeries({ "2026-01": 62, "2026-02": 117, "2026-03": 99 });
    expect(draw([series], { type: "area" }).range[1]).toBe(0);
    expect(draw([series]).range[1]).toBeGreaterThan(50);
    const bars = draw([series], { type: "bars" });
    expect(bars.valueTicks.filter(({ isBase }) => isBase).map(({ label }) => label.text)).toEqual(["0%"]);
  });

  it("never goes below nothing where no figure does", () => {
    expect(draw([sampleSeries({ "2026-01": 0.1, "2026-02": 9 })]).range[1]).toBe(0);
  });

  it("holds a single figure, and figures that are all the same", () => {
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

describe("a line", () => {
  const gapped = { "2025-08": 1, "2025-09": 2, "2025-10": undefined, "2025-11": 3, "2025-12": 4 };

  it("breaks at a gap, and the gap has a band and words", () => {
    const { shapes, gaps, annotations } = draw([sampleSeries(gapped)]);
    expect(shapes[0]?.path.match(/M/g)).toHaveLength(2);
    expect(gaps).toEqual([{ xPercent: expect.closeTo(37.3, 1), widthPercent: expect.closeTo(25.4, 1) }]);
    expect(annotations.flatMap(({ lines }) => lines.map(({ text }) => text)).join(" ")).toBe("Oct 2025: not published");
    expect(draw([sampleSeries({ ...gapped, "2025-10": 2.5 })]).shapes[0]?.path.match(/M/g)).toHaveLength(1);
  });

  it("does not break where one of several series has no such period", () => {
    const [all, some] = [
      wanderingSeries("2026-01-05", 9, { frequency: "daily" }),
      wanderingSeries("2026-01-05", 9, { frequency: "daily" }),
    ];
    const without = { ...some, name: "Other", observations: some.observations.filter(({ date }) => date !== "2026-01-08") };
    const { shapes, gaps } = draw([all, without]);
    expect(shapes.map(({ path }) => path.match(/M/g)?.length)).toEqual([1, 1]);
    expect(gaps).toEqual([]);
  });

  it("shows a figure between two gaps as a dot", () => {
    const { shapes } = draw([
      sampleSeries({ "2026-01": 1, "2026-02": undefined, "2026-03": 3, "2026-04": undefined, "2026-05": 2 }),
    ]);
    expect(shapes[0]?.path.match(/M/g)).toHaveLength(3);
  });

  it("runs from edge to edge, its highest figure above its lowest", () => {
    const [path = ""] = draw([sampleSeries({ "2026-01": 10, "2026-02": 30, "2026-03": 20 })]).shapes.map((shape) => shape.path);
    const points = [...path.matchAll(/([\d.]+),([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
    expect(points.map(([x]) => x)).toEqual([0, expect.closeTo((31 / 59) * 1000, 0), 1000]);
    expect(points.map(([, y]) => y)).toEqual([expect.closeTo(916.7, 0), expect.closeTo(83.3, 0), expect.closeTo(500, 0)]);
  });
});

describe("bars", () => {
  const series = sampleSeries({
    "2026-01": 100,
    "2026-02": 110,
    "2026-03": 99,
    "2026-04": undefined,
    "2026-05": 99,
    "2026-06": 120,
  });

  it("are the changes from each period to the next, up or down from nothing, and none at a gap or after it", () => {
    const { shapes, gaps, annotations } = draw([series], { type: "bars" });
    expect(shapes.map(({ kind, path }) => [kind, path.match(/M/g)?.length])).toEqual([
      ["rise", 2],
      ["fall", 1],
    ]);
    expect(gaps).toHaveLength(1);
    expect(annotations.map(({ lines }) => lines.map(({ text }) => text).join(" "))).toEqual(["Apr 2026 to May 2026: not known"]);
  });

  it("lie within the chart, each in the room of its period", () => {
    const { shapes } = draw([series], { type: "bars" });
    const edges = shapes.flatMap(({ path }) =>
      [...path.matchAll(/M([\d.]+),[\d.]+V[\d.]+H([\d.]+)/g)].map(([, a, b]) => [Number(a), Number(b)] as const),
    );
    const sorted = edges.sort(([a], [b]) => a - b);
    expect(sorted).toHaveLength(3);
    for (const [index, [left, right]] of sorted.entries()) {
      expect(left).toBeGreaterThanOrEqual(sorted[index - 1]?.[1] ?? 0);
      expect(right).toBeGreaterThan(left);
      expect(right).toBeLessThanOrEqual(1000);
    }
  });

  it("have words at the largest rise and the largest fall, and none where they would lie on other bars", () => {
    const wordsOf = (figures: Parameters<typeof sampleSeries>[0]) => {
      return draw([sampleSeries(figures)], { type: "bars" }).marks.map(({ label }) => `${label?.text} ${label?.aside}`);
    };
    expect(wordsOf({ "2026-01": 100, "2026-02": 110, "2026-03": 99, "2026-04": 101 })).toEqual([
      "+10.0% Feb 2026",
      "−10.0% Mar 2026",
    ]);
    expect(wordsOf({ "2026-01": 100, "2026-02": 110, "2026-03": 112 })).toEqual(["+10.0% Feb 2026"]);
    expect(wordsOf({ "2026-01": 100, "2026-02": 90, "2026-03": 89 })).toEqual(["−10.0% Feb 2026"]);
  });

  it("of rates are in basis points", () => {
    const rate = sampleSeries({ "2026-01": 4.1, "2026-02": 4.35, "2026-03": 4.2 }, { unit: "per cent a year" });
    const { words, lines, measure } = samplePlotted([rate], { type: "bars" });
    expect(lines[0]?.values).toEqual([25, -15]);
    expect([words.suffix, measure]).toEqual([" bp", "Change on the month before, basis points"]);
  });
});

describe("thinning", () => {
  it.each([1, 2, 5])("keeps of %i lines every extreme, the ends and the gaps, in order, and little else", (count) => {
    const lines = Array.from({ length: count }, (_, seed) => {
      return wanderingSeries("1999-07-01", 10_000, { frequency: "daily", seed: seed + 1, gaps: [4000, 4001, 4002] }).observations;
    });
    const values = lines.map((line) => line.map(({ value }) => value));
    const kept = thinnedIndices(values, 400);
    expect(kept.length).toBeLessThanOrEqual(400);
    expect(kept.length).toBeGreaterThan(200);
    expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
    expect([kept.at(0), kept.at(-1)]).toEqual([0, 9_999]);
    for (const line of values) {
      const known = line.filter((value) => value !== undefined);
      for (const extreme of [Math.min(...known), Math.max(...known)]) expect(kept.map((index) => line[index])).toContain(extreme);
      expect(kept.some((index) => line[index] === undefined)).toBe(true);
    }
  });

  it("never lets a line wander out of what it stands for", () => {
    const values = wanderingSeries("1999-07-01", 5_000, { frequency: "daily" }).observations.map(({ value }) => value);
    const kept = thinnedIndices([values], 400);
    for (const [at, index] of kept.entries()) {
      const between = values.slice(index, (kept[at + 2] ?? values.length) + 1).filter((value) => value !== undefined);
      const shown = kept.slice(Math.max(0, at - 2), at + 5).map((each) => values[each] ?? 0);
      expect(Math.max(...shown)).toBeGreaterThanOrEqual(Math.max(...between));
      expect(Math.min(...shown)).toBeLessThanOrEqual(Math.min(...between));
    }
  });

  it("leaves short lines as they are", () => {
    expect(thinnedIndices([[3, undefined, 1]], 400)).toEqual([0, 1, 2]);
  });

  it("still breaks a long line at its gaps, and draws no more than it must", () => {
    const long = wanderingSeries("1999-07-01", 10_000, { frequency: "daily", gaps: [3_000, 3_001, 7_000] });
    const { shapes, drawn } = draw([long]);
    expect(shapes[0]?.path.match(/M/g)).toHaveLength(3);
    expect(drawn.length).toBeLessThanOrEqual(400);
  });
});

describe("words in a chart", () => {
  const random = randomNumbers(11);
  const cases = Array.from({ length: 60 }, (_, seed) => {
    const count = 2 + Math.floor(random() * 200);
    const gaps = random() < 0.3 ? [1 + Math.floor(random() * (count - 1))] : [];
    const lines = 1 + Math.floor(random() * 5) * (seed % 2);
    const series = Array.from({ length: lines }, (_, line) => {
      return wanderingSeries("2005-03", count, { seed: seed * 10 + line + 1, name: `Series number ${line}`, gaps });
    });
    return { series, type: lines === 1 ? ((["line", "area", "bars"] as const)[seed % 3] ?? "line") : "line" };
  });

  it.each(cases.map((each, index) => [index, each] as const))(
    "never touch one another, and stay within it (%i)",
    (_, { series, type }) => {
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
      expect(touching([...notes, ...labels, ...ticks])).toEqual([]);
      expect([...notes, ...labels].filter((words) => !fits(words))).toEqual([]);
      expect(ticks.filter((words) => !fits(words, MARGIN_PX))).toEqual([]);
      for (const { yPx } of labels) expect(yPx > topPx - LINE_HEIGHT_PX && yPx <= bottomPx).toBe(true);
      for (const { yPx } of notes) expect(yPx > 0 && yPx < topPx).toBe(true);
      expect(heightPx).toBeGreaterThan(bottomPx);
    },
  );

  it("name the last, the highest and the lowest figure of one line, with dates where the axis does not tell them", () => {
    const { marks } = draw([sampleSeries({ "2025-01": 70, "2025-06": 62.5, "2025-12": 117.29, "2026-06": 85.4 })]);
    expect(marks.map(({ kind, label }) => [kind, label?.text, label?.aside])).toEqual([
      ["end", "85.40", undefined],
      ["extreme", "117.29", "Dec 2025"],
      ["extreme", "62.50", "Jun 2025"],
    ]);
  });

  it("name the end of each of several lines, in the order of the lines", () => {
    const series = ["One", "Two", "Three", "Four", "Five"].map((name, index) =>
      wanderingSeries("2024-01", 24, { name, seed: index + 1 }),
    );
    const { marks } = draw(series);
    expect(marks.map(({ label }) => label?.text.split(" ")[0])).toEqual(["One", "Two", "Three", "Four", "Five"]);
  });

  it("shorten a name that has no room", () => {
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
      const x = (xPercent / 100) * NARROWEST_PX;
      const below = placed.flatMap(({ lines }) => lines).filter(({ yPx }) => yPx > leaderTopPx);
      const crossed = below.filter((line) => x > extentPx(line)[0] && x < extentPx(line)[1]);
      expect(crossed.map(({ text }) => text)).toEqual([]);
    }
  });

  it("lead down to their figure", () => {
    const series = sampleSeries({ "2026-01": 10, "2026-02": 30, "2026-03": 20 });
    const { annotations, marks } = draw([series], { annotations: [{ date: "2026-02", text: "a peak" }] });
    const peak = marks.find(({ kind }) => kind === "extreme");
    expect(annotations[0]?.lines[0]?.text).toBe("Feb 2026: a peak");
    expect(annotations[0]?.leaderBottomPx).toBe(peak?.yPx);
    expect(annotations[0]?.xPercent).toBe(peak?.xPercent);
  });
});

describe("pushing apart", () => {
  it("leaves alone what is apart", () => {
    expect(pushedApart([10, 90, 50], [0, 200])).toEqual([10, 90, 50]);
  });

  it("moves what is too close, keeps the order, and stays in the range", () => {
    const random = randomNumbers(5);
    for (let round = 0; round < 200; round += 1) {
      const wanted = Array.from({ length: 5 }, () => random() * 250);
      const placed = pushedApart(wanted, [0, 250]);
      const order = wanted.map((y, index) => ({ y, placed: placed[index] ?? 0 })).sort((a, b) => a.y - b.y);
      for (const [index, { placed: y }] of order.entries()) {
        expect(y).toBeGreaterThanOrEqual((order[index - 1]?.placed ?? -LINE_HEIGHT_PX) + LINE_HEIGHT_PX - 1e-9);
        expect(y).toBeLessThanOrEqual(250);
      }
    }
  });
});

describe("the scale of time", () => {
  it("has a single period in the middle", () => {
    expect(timeScale({ periods: ["2026-06"], frequency: "monthly", type: "line" }).at("2026-06")).toBe(50);
  });

  it("has bars in the middle of their period", () => {
    const { at, band } = timeScale({ periods: ["2026-05", "2026-06"], frequency: "monthly", type: "bars" });
    expect(band("2026-05")).toEqual([0, expect.closeTo((31 / 61) * 100)]);
    expect(at("2026-05")).toBeCloseTo((15.5 / 61) * 100);
  });
});

describe("a sparkline", () => {
  it("fills its square, breaks at gaps and has at most 40 points", () => {
    const path = sparklinePath(wanderingSeries("2020-01-01", 900, { frequency: "daily", gaps: [450] }).observations);
    const points = [...path.matchAll(/(\d+),(\d+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
    expect(points.length).toBeLessThanOrEqual(40);
    expect(path.match(/M/g)).toHaveLength(2);
    expect([points.at(0)?.[0], points.at(-1)?.[0]]).toEqual([0, 100]);
    expect([Math.min(...points.map(([, y]) => y)), Math.max(...points.map(([, y]) => y))]).toEqual([0, 100]);
  });

  it("of no figures is nothing, and of equal ones a level line", () => {
    expect(sparklinePath([])).toBe("");
    expect(sparklinePath([{ date: "2026-01", value: undefined }])).toBe("");
    expect(sparklinePath([1, 2, 3].map((month) => ({ date: `2026-0${month}`, value: 5 })))).toBe("M0,50L50,50L100,50");
  });
});

function touching(words: readonly ChartText[]): readonly string[] {
  return words.flatMap((a, index) =>
    words
      .slice(index + 1)
      .filter((b) => collide(a, b))
      .map((b) => `${a.text} / ${b.text}`),
  );
}

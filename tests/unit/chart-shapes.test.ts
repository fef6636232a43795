import { describe, expect, it } from "vitest";
import { downsampledIndices, sparklinePath } from "../../src/markets/chart/paths.ts";
import { draw, sampleModel, wanderingSeries } from "./chart-sample.ts";
import { sampleSeries } from "./sample-series.ts";

describe("a line", () => {
  const gapped = { "2025-08": 1, "2025-09": 2, "2025-10": undefined, "2025-11": 3, "2025-12": 4 };

  it("breaks at a gap, which has a band and a label", () => {
    const { shapes, gaps, annotations } = draw([sampleSeries(gapped)]);
    expect(shapes[0]?.path.match(/M/g)).toHaveLength(2);
    expect(gaps).toEqual([{ xPercent: expect.closeTo(37.3, 1), widthPercent: expect.closeTo(25.4, 1) }]);
    expect(annotations.flatMap(({ lines }) => lines.map(({ text }) => text)).join(" ")).toBe("Oct 2025: not published");
    expect(draw([sampleSeries({ ...gapped, "2025-10": 2.5 })]).shapes[0]?.path.match(/M/g)).toHaveLength(1);
  });

  it("does not break where another series lacks the period", () => {
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

  it("are the changes from each period to the next, up or down from zero, with none at a gap or after it", () => {
    const { shapes, gaps, annotations } = draw([series], { type: "bars" });
    expect(shapes.map(({ kind, path }) => [kind, path.match(/M/g)?.length])).toEqual([
      ["rise", 2],
      ["fall", 1],
    ]);
    expect(gaps).toHaveLength(1);
    expect(annotations.map(({ lines }) => lines.map(({ text }) => text).join(" "))).toEqual(["Apr 2026 to May 2026: not known"]);
  });

  it("lie within the chart, each in the band of its period", () => {
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

  it("have labels at the largest rise and fall, unless they would overlap other bars", () => {
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
    const { format, lines, measure } = sampleModel([rate], { type: "bars" });
    expect(lines[0]?.values).toEqual([25, -15]);
    expect([format.suffix, measure]).toEqual([" bp", "Change on the month before, basis points"]);
  });
});

describe("downsampling", () => {
  it.each([1, 2, 5])("of %i lines keeps every extreme, the ends and the gaps, in order, and little else", (count) => {
    const lines = Array.from({ length: count }, (_, seed) => {
      return wanderingSeries("1999-07-01", 10_000, { frequency: "daily", seed: seed + 1, gaps: [4000, 4001, 4002] }).observations;
    });
    const values = lines.map((line) => line.map(({ value }) => value));
    const indices = downsampledIndices(values, 400);
    expect(indices.length).toBeLessThanOrEqual(400);
    expect(indices.length).toBeGreaterThan(200);
    expect(indices).toEqual([...new Set(indices)].sort((a, b) => a - b));
    expect([indices.at(0), indices.at(-1)]).toEqual([0, 9_999]);
    for (const line of values) {
      const known = line.filter((value) => value !== undefined);
      for (const extreme of [Math.min(...known), Math.max(...known)])
        expect(indices.map((index) => line[index])).toContain(extreme);
      expect(indices.some((index) => line[index] === undefined)).toBe(true);
    }
  });

  it("keeps a line within the range of the original", () => {
    const values = wanderingSeries("1999-07-01", 5_000, { frequency: "daily" }).observations.map(({ value }) => value);
    const indices = downsampledIndices([values], 400);
    for (const [at, index] of indices.entries()) {
      const between = values.slice(index, (indices[at + 2] ?? values.length) + 1).filter((value) => value !== undefined);
      const shown = indices.slice(Math.max(0, at - 2), at + 5).map((each) => values[each] ?? 0);
      expect(Math.max(...shown)).toBeGreaterThanOrEqual(Math.max(...between));
      expect(Math.min(...shown)).toBeLessThanOrEqual(Math.min(...between));
    }
  });

  it("keeps short lines whole", () => {
    expect(downsampledIndices([[3, undefined, 1]], 400)).toEqual([0, 1, 2]);
  });

  it("breaks a long line at its gaps and stays below the maximum", () => {
    const long = wanderingSeries("1999-07-01", 10_000, { frequency: "daily", gaps: [3_000, 3_001, 7_000] });
    const { shapes, drawn } = draw([long]);
    expect(shapes[0]?.path.match(/M/g)).toHaveLength(3);
    expect(drawn.length).toBeLessThanOrEqual(400);
  });
});

describe("a sparkline", () => {
  it("fills its viewBox, breaks at gaps and has at most 40 points", () => {
    const path = sparklinePath(wanderingSeries("2020-01-01", 900, { frequency: "daily", gaps: [450] }).observations);
    const points = [...path.matchAll(/(\d+),(\d+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
    expect(points.length).toBeLessThanOrEqual(40);
    expect(path.match(/M/g)).toHaveLength(2);
    expect([points.at(0)?.[0], points.at(-1)?.[0]]).toEqual([0, 100]);
    expect([Math.min(...points.map(([, y]) => y)), Math.max(...points.map(([, y]) => y))]).toEqual([0, 100]);
  });

  it("without figures is empty, and of equal ones is level", () => {
    expect(sparklinePath([])).toBe("");
    expect(sparklinePath([{ date: "2026-01", value: undefined }])).toBe("");
    expect(sparklinePath([1, 2, 3].map((month) => ({ date: `2026-0${month}`, value: 5 })))).toBe("M0,50L50,50L100,50");
  });
});

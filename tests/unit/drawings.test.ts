import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { rebaseTo100 } from "../../src/markets/chart/observation-transforms.ts";
import { spanOf } from "../../src/markets/figures.ts";
import { formatFigure } from "../../src/markets/format-figure.ts";
import { parseObservations } from "../../src/markets/observations.ts";
import { endLabel, linePath } from "../drawings/chart-marks.ts";
import { layOutPlot } from "../drawings/chart-plot.ts";
import { CHARTS } from "../drawings/charts.ts";
import { picturePath, readMaterial } from "../drawings/draw-pictures.ts";
import { drawAll } from "../drawings/drawings.ts";
import { Lettering } from "../drawings/lettering.ts";
import { drawLineChart } from "../drawings/line-chart.ts";
import { pointInFrame, projectionFor } from "../drawings/map-projection.ts";
import { MAPS } from "../drawings/maps.ts";

const material = await readMaterial(Date.now());
const drawings = drawAll(material);

const monthly = (csv: string) => parseObservations(csv, { frequency: "monthly", nowMs: Date.now() }).observations;

function altOf(name: string): string {
  return String(parse(readFileSync(picturePath(name).replace(/svg$/, "yaml"), "utf8")).alt);
}

describe("every drawing", () => {
  it.each([...drawings])("%s: redrawn, matches the committed picture", (name, svg) => {
    expect(svg === readFileSync(picturePath(name), "utf8"), "run: npm run draw").toBe(true);
  });

  it.each([...drawings])("%s is small, has its background up to every edge and its text as outlines", (_, svg) => {
    expect(Buffer.byteLength(svg)).toBeLessThan(60_000);
    expect(svg).toContain('viewBox="0 0 1600 900">\n<rect width="1600" height="900"');
    expect(svg).not.toContain("<text");
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe("a chart", () => {
  const gapped = monthly("date,value\n2025-08,1\n2025-09,2\n2025-10,\n2025-11,3\n2025-12,4\n");
  const lettering = new Lettering(material.typeface);
  const plot = layOutPlot({ observations: gapped, from: "2025-08", to: "2025-12", fromZero: false, endWidth: 100 }, lettering);

  it("breaks its line at a month that was not published", () => {
    expect(linePath(gapped, plot).match(/M/g)).toHaveLength(2);
    expect(
      linePath(
        gapped.filter(({ value }) => value !== undefined),
        plot,
      ).match(/M/g),
    ).toHaveLength(1);
  });

  it("labels its last value with the decimals of the series", () => {
    const observations = monthly("date,value\n2026-05,107.14\n2026-06,85.4\n");
    const look = { colour: "#000", textColour: "#000" };
    expect(endLabel({ ...look, observations, decimals: 2 })).toEqual({ value: "85.40", note: "Jun 2026" });
    expect(endLabel({ ...look, observations, decimals: 2, name: "Brent" }).note).toBe("Brent");
  });

  it("sets the first month of a rebased series to 100 and keeps gaps", () => {
    const values = rebaseTo100(monthly("date,value\n2023-06,0.8\n2023-07,\n2023-08,0.6\n")).map(({ value }) => value);
    expect(values).toEqual([100, undefined, expect.closeTo(75)]);
    expect(() => rebaseTo100(monthly("date,value\n2023-06,\n"))).toThrow("first period");
  });

  it("lists the known series if it is given another", () => {
    const unknown = { series: "gold", colour: "#000", textColour: "#000" };
    const chart = { lines: [unknown], from: "2023-06", to: "2023-07", unit: "", description: "" };
    expect(() => drawLineChart(chart, material.figures, material.typeface)).toThrow(/No series "gold".*brent/);
  });

  it.each(Object.entries(CHARTS))("%s: its alternative text has the first, last, lowest and highest figure", (name, chart) => {
    for (const { series } of chart.lines) {
      const { decimals = 0, observations = [] } = material.figures.get(series) ?? {};
      const months = spanOf({ observations }, chart.from, chart.to);
      const values = (chart.rebased ? rebaseTo100(months) : months).flatMap(({ value }) => value ?? []);
      expect(months.at(-1)?.date).toBe(chart.to);
      for (const value of [values.at(0), values.at(-1), Math.min(...values), Math.max(...values)]) {
        expect(altOf(name)).toContain(formatFigure(value ?? Number.NaN, chart.rebased ? 1 : decimals, "en-GB"));
      }
    }
  });
});

describe("a map", () => {
  it.each(Object.entries(MAPS))("%s shows every place it names within its frame", (_, map) => {
    const projection = projectionFor(map.projection, map.corners);
    for (const { at } of map.labels) expect(() => pointInFrame(projection, at)).not.toThrow();
  });

  it("rejects a place outside its frame", () => {
    const projection = projectionFor("region", [
      [35, 32],
      [37, 34],
    ]);
    expect(() => pointInFrame(projection, [2.35, 48.86])).toThrow("outside the map");
  });
});

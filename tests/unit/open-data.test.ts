import { describe, expect, it } from "vitest";
import { parseObservations } from "../../src/markets/observations.ts";
import { FREQUENCIES, type Frequency } from "../../src/markets/period.ts";
import { seriesSchema } from "../../src/markets/series.ts";
import { plainNumber, seriesCsv } from "../../src/syndication/open-data/series-csv.ts";
import { seriesJson } from "../../src/syndication/open-data/series-json.ts";
import { anyObservations, marketSeries, NOW, REVISED } from "./open-data-sample.ts";

const readBack = (csv: string, frequency: Frequency) => parseObservations(csv, { frequency, nowMs: NOW });

describe("a number", () => {
  it.each([
    [0.1 + 0.2, "0.3"],
    [1.1 * 1.1, "1.21"],
    [1e-7, "0.0000001"],
    [-2.5e-9, "-0.0000000025"],
    [1e21, "1000000000000000000000"],
    [-0, "0"],
    [-0.5, "-0.5"],
    [1529.4619, "1529.4619"],
    [123456789012.345, "123456789012.345"],
    [0.000123456789012345, "0.000123456789012345"],
  ])("%d is written %s", (value, written) => {
    expect(plainNumber(value)).toBe(written);
  });
});

describe("the CSV of a series", () => {
  it("has a line for each observation, with an empty value for a gap", () => {
    const csv = seriesCsv({
      observations: [
        { date: "2026-05", value: 107.14 },
        { date: "2026-06", value: undefined },
      ],
    });
    expect(csv).toBe("date,value\r\n2026-05,107.14\r\n2026-06,\r\n");
  });

  it("has a line for each vintage of a figure, and a column for it in every line", () => {
    const lines = ["date,value,vintage", "2026-04,1.5,", "2026-05,3,", "2026-05,,2026-06-15", "2026-05,-0.25,2026-07-15"];
    expect(seriesCsv({ observations: REVISED })).toBe(`${[...lines, "2026-06,,", "2026-07,1529.4619,"].join("\r\n")}\r\n`);
  });

  it("round-trips, gaps and revisions included", () => {
    expect(readBack(seriesCsv({ observations: REVISED }), "monthly")).toEqual({ observations: REVISED, diagnostics: [] });
  });

  it.each(FREQUENCIES)("round-trips the figures of any %s series", (frequency) => {
    const observations = anyObservations(frequency);
    expect(readBack(seriesCsv({ observations }), frequency)).toEqual({ observations, diagnostics: [] });
  });
});

describe("the JSON of a series", () => {
  it("has the metadata, and the period of the latest figure", () => {
    const { observations, ...about } = JSON.parse(seriesJson(marketSeries(REVISED)));
    expect(about).toEqual({
      schemaVersion: 1,
      id: "brent",
      name: "Brent “crude” oil",
      unit: "US dollars a barrel",
      decimals: 2,
      frequency: "monthly",
      asOf: "2026-07",
      source: { name: "Energy & Co", url: "https://example.org/oil" },
      licence: { name: "US government public domain", url: "https://www.copyright.gov/title17/92chap1.html#105" },
      method: "The average over a month.",
    });
    expect(observations).toEqual([
      { date: "2026-04", value: 1.5 },
      {
        date: "2026-05",
        value: -0.25,
        vintages: [
          { vintage: null, value: 3 },
          { vintage: "2026-06-15", value: null },
          { vintage: "2026-07-15", value: -0.25 },
        ],
      },
      { date: "2026-06", value: null },
      { date: "2026-07", value: 1529.4619 },
    ]);
  });

  it("has every figure in plain decimals, however small it is and however it was calculated", () => {
    const observations = [
      { date: "2026-04", value: 1e-7 },
      { date: "2026-05", value: 0.1 + 0.2, vintages: [{ since: "2026-06-15", value: 0.1 + 0.2 }] },
    ];
    const values = [...seriesJson(marketSeries(observations)).matchAll(/"value":([^,}]*)/g)].map(([, number]) => number);
    expect(values).toEqual(["0.0000001", "0.3", "0.3"]);
  });

  it("has the name of a licence without a known address", () => {
    const { licence } = JSON.parse(seriesJson(marketSeries(REVISED, { licence: "By permission" })));
    expect(licence).toEqual({ name: "By permission" });
  });
});

it("no series can have the name of the data package", () => {
  expect(seriesSchema.shape.id.safeParse("datapackage").error?.issues[0]?.message).toBe(
    "would collide with the data package that lists all series",
  );
  expect(seriesSchema.shape.id.safeParse("data-package").success).toBe(true);
});

import { describe, expect, it } from "vitest";
import { ecb } from "../../src/markets/sources/ecb.ts";
import { eia } from "../../src/markets/sources/eia.ts";
import { fred } from "../../src/markets/sources/fred.ts";
import type { SourceRequest } from "../../src/markets/sources/source.ts";
import { SourceError } from "../../src/markets/sources/source-error.ts";
import { SOURCES } from "../../src/markets/sources/sources.ts";

const request = (code: string, more: Partial<SourceRequest> = {}): SourceRequest => ({
  code,
  frequency: "monthly",
  base: "https://example.org",
  key: undefined,
  ...more,
});

it("every source has its publisher’s address", () => {
  expect(Object.entries(SOURCES).map(([name, { base }]) => `${name} ${base}`)).toEqual([
    "fred https://fred.stlouisfed.org",
    "eia https://api.eia.gov",
    "ecb https://data-api.ecb.europa.eu",
  ]);
});

describe("FRED", () => {
  it("serves the CSV of a series", () => {
    expect(fred.address(request("EXUSEU"), 0)).toBe("https://example.org/graph/fredgraph.csv?id=EXUSEU");
  });

  it.each(["observation_date", "DATE"])(
    "may call its dates %s, and write nothing or a point where there is no figure",
    (column) => {
      const csv = `${column},EXUSEU\r\n1999-01-01,1.1591\r\n1999-02-01,1.1203\r\n1999-03-01,.\r\n1999-04-01,\r\n`;
      expect(fred.parse(csv, request("EXUSEU"))).toEqual({
        observations: [
          { date: "1999-01", value: "1.1591" },
          { date: "1999-02", value: "1.1203" },
          { date: "1999-03", value: undefined },
          { date: "1999-04", value: undefined },
        ],
        total: 4,
      });
    },
  );

  it.each([
    ["daily", "2026-06-30", "2026-06-30"],
    ["weekly", "2026-06-26", "2026-06-26"],
    ["quarterly", "2026-04-01", "2026-Q2"],
    ["annual", "2026-01-01", "2026"],
  ] as const)("dates a %s period by its first day", (frequency, day, date) => {
    expect(fred.parse(`DATE,X\n${day},1\n`, request("X", { frequency })).observations).toEqual([{ date, value: "1" }]);
  });

  it.each([
    ["quarterly", "2026-05-01"],
    ["annual", "2026-04-01"],
    ["monthly", "2026-06"],
    ["monthly", "2026-02-30"],
    ["daily", "30/06/2026"],
  ] as const)("has no %s period that begins on %s", (frequency, day) => {
    expect(() => fred.parse(`DATE,X\n${day},1\n`, request("X", { frequency }))).toThrow(SourceError);
  });
});

describe("the EIA", () => {
  it("serves a series of a route, from an offset", () => {
    const address = new URL(eia.address(request("natural-gas/pri/fut/RNGWHHD", { key: "k&y", frequency: "daily" }), 5000));
    expect(address.origin + address.pathname).toBe("https://example.org/v2/natural-gas/pri/fut/data/");
    expect(Object.fromEntries(address.searchParams)).toEqual({
      api_key: "k&y",
      frequency: "daily",
      "data[0]": "value",
      "facets[series][]": "RNGWHHD",
      "sort[0][column]": "period",
      "sort[0][direction]": "asc",
      offset: "5000",
      length: "5000",
    });
  });

  it("has numbers as JSON numbers or strings, and null for gaps", () => {
    const data = [3.15, "2.94", null, ""].map((value, index) => ({ period: `2026-0${index + 1}`, series: "RNGWHHD", value }));
    expect(eia.parse(JSON.stringify({ response: { total: "9", data } }), request("natural-gas/pri/fut/RNGWHHD"))).toEqual({
      observations: [
        { date: "2026-01", value: "3.15" },
        { date: "2026-02", value: "2.94" },
        { date: "2026-03", value: undefined },
        { date: "2026-04", value: undefined },
      ],
      total: 9,
    });
  });

  it("may have a figure that is 0", () => {
    const data = [{ period: "2026-01", series: "X", value: 0 }];
    expect(eia.parse(JSON.stringify({ response: { total: 1, data } }), request("a/X")).observations).toEqual([
      { date: "2026-01", value: "0" },
    ]);
  });
});

describe("the ECB", () => {
  const KEY = "EXR.M.USD.EUR.SP00.A";
  const parse = (csv: string) => ecb.parse(csv, request(KEY)).observations;

  it("serves the CSV of a key in its dataflow", () => {
    expect(ecb.address(request(KEY), 0)).toBe("https://example.org/service/data/EXR/M.USD.EUR.SP00.A?format=csvdata");
  });

  it("has figures among other columns in any order, and NaN or nothing for gaps", () => {
    const csv = `OBS_VALUE,TITLE,KEY,TIME_PERIOD\n1.0905,"US dollar, euro",${KEY},2024-01\n,,${KEY},2024-02\nNaN,,${KEY},2024-03\n`;
    expect(parse(csv)).toEqual([
      { date: "2024-01", value: "1.0905" },
      { date: "2024-02", value: undefined },
      { date: "2024-03", value: undefined },
    ]);
  });

  it("with other columns or another series is rejected", () => {
    expect(() => parse("KEY,TIME_PERIOD,VALUE\n")).toThrow(
      "without the column OBS_VALUE, and starts with `KEY,TIME_PERIOD,VALUE`",
    );
    expect(() => parse("KEY,TIME_PERIOD,OBS_VALUE\nEXR.D.USD.EUR.SP00.A,2024-01-02,1.0956\n")).toThrow(
      `has the series \`EXR.D.USD.EUR.SP00.A\` in line 2, not ${KEY}`,
    );
  });
});

import { describe, expect, it } from "vitest";
import { parseObservations } from "../../src/markets/observations.ts";
import type { Frequency } from "../../src/markets/period.ts";
import { between, seededRandom } from "../bench/archive/random.ts";

const NOW_MS = Date.parse("2026-11-22T12:00:00Z");

function parse(lines: readonly string[], frequency: Frequency = "monthly") {
  return parseObservations(["date,value,vintage", ...lines].join("\n"), { frequency, nowMs: NOW_MS });
}

const diagnosticsOf = (lines: readonly string[], frequency?: Frequency) =>
  parse(lines, frequency).diagnostics.map(({ line, field, message, fix }) => [line, field, message, fix]);

describe("a file of figures", () => {
  it("has a value for each period, or none if it was not published", () => {
    expect(parse(["2025-09,324.8,", "2025-10,,", "2025-11,324.122,"])).toEqual({
      observations: [
        { date: "2025-09", value: 324.8 },
        { date: "2025-10", value: undefined },
        { date: "2025-11", value: 324.122 },
      ],
      diagnostics: [],
    });
  });

  it("needs no vintage column", () => {
    expect(parseObservations("date,value\n2025,-0.5\n", { frequency: "annual", nowMs: NOW_MS })).toEqual({
      observations: [{ date: "2025", value: -0.5 }],
      diagnostics: [],
    });
  });

  it("keeps the earlier values of a revised figure", () => {
    const { observations, diagnostics } = parse([
      "2026-04,117.29,",
      "2026-04,117.35,2026-08-03",
      "2026-04,,2026-09-01",
      "2026-05,1,",
    ]);
    expect(diagnostics).toEqual([]);
    expect(observations[0]).toEqual({
      date: "2026-04",
      value: undefined,
      vintages: [
        { since: undefined, value: 117.29 },
        { since: "2026-08-03", value: 117.35 },
        { since: "2026-09-01", value: undefined },
      ],
    });
  });

  it.each([
    ["2026-13,1,", "date", "`2026-13` is not a date of a monthly series", "write it like 2026-06"],
    ["2026-6,1,", "date", "`2026-6` is not a date of a monthly series", "write it like 2026-06"],
    ["2026-12,1,", "date", "`2026-12` is in the future", "remove the line until then"],
    ["2026-02,1e3,", "value", "`1e3` is not a number", /digits and a point/],
    ['2026-02,"1,529",', "value", "`1,529` is not a number", /digits and a point/],
    ["2026-02,1234567890.123456,", "value", "`1234567890.123456` has more than 15 digits", "round it"],
    ["2026-02,1,August", "vintage", "`August` is not a day", "write it like 2026-06-30"],
    ["2026-02,1,2027-01-01", "vintage", "`2027-01-01` is in the future", "remove the line until then"],
    ["2026-01,1,", "date", "`2026-01` appears twice", /the day on which the later value was published/],
    ["2025-12,1,", "date", "`2025-12` comes after `2026-01`", "put the lines in order of date"],
    ["2026-03,1,", "date", "`2026-03` follows `2026-01`", /`2026-02,` where it was not published/],
    ["2026-02", undefined, "has 1 cells", /a date, a comma and a value/],
  ])("%s is an error in line 3", (line, field, message, fix) => {
    const expectedFix = typeof fix === "string" ? fix : expect.stringMatching(fix);
    expect(diagnosticsOf(["2026-01,1,", line])).toEqual([[3, field, message, expectedFix]]);
  });

  it("is reported with all its errors", () => {
    expect(diagnosticsOf(["2026-01,x,", "2026-02,1,", "2026-02,1,"]).map(([line]) => line)).toEqual([2, 4]);
  });

  it("without a header or without any figure is an error", () => {
    const message = (csv: string) => parseObservations(csv, { frequency: "monthly", nowMs: NOW_MS }).diagnostics[0]?.message;
    expect(message("2026-01,1")).toBe("does not start with its column names");
    expect(message("")).toBe("does not start with its column names");
    expect(message("date,value\n2026-01,")).toBe("has no figures");
  });

  it("may skip days, but no quarters or years", () => {
    expect(diagnosticsOf(["2026-06-26,1,", "2026-06-29,1,"], "daily")).toEqual([]);
    expect(diagnosticsOf(["2026-02-29,1,"], "daily").map(([, , message]) => message)).toEqual([
      "`2026-02-29` is not a date of a daily series",
    ]);
    expect(diagnosticsOf(["2025-Q4,1,", "2026-Q1,1,"], "quarterly")).toEqual([]);
    expect(diagnosticsOf(["2025-Q3,1,", "2026-Q1,1,"], "quarterly").map(([line]) => line)).toEqual([3]);
    expect(diagnosticsOf(["2023,1,", "2025,1,"], "annual").map(([line]) => line)).toEqual([3]);
  });
});

it("any file of figures is either parsed or every error is reported with its line", () => {
  const random = seededRandom("figures");
  const pieces = [
    "2026-01",
    "2026",
    "2026-Q1",
    "2026-01-31",
    ",",
    "\n",
    '"',
    "-1.5",
    "1e9",
    "NaN",
    "",
    " ",
    "\u0000",
    "😀",
    "date,value\n",
    "\r\n",
  ];
  for (let times = 0; times < 2000; times += 1) {
    const csv = Array.from({ length: between(random, 0, 12) }, () => pieces[between(random, 0, pieces.length - 1)]).join("");
    for (const frequency of ["daily", "monthly", "quarterly", "annual"] as const) {
      const { observations, diagnostics } = parseObservations(csv, { frequency, nowMs: NOW_MS });
      expect(diagnostics.length > 0 || observations.length > 0, csv).toBe(true);
      for (const { line, message, fix } of diagnostics) {
        expect(line).toBeGreaterThan(0);
        expect(message && fix, csv).toBeTruthy();
      }
    }
  }
});

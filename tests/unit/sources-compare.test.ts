import { describe, expect, it } from "vitest";
import { parseObservations } from "../../src/markets/observations.ts";
import type { Frequency } from "../../src/markets/period.ts";
import { compareReadings, hasChanges } from "../../src/markets/sources/compare-readings.ts";
import type { Reading } from "../../src/markets/sources/source.ts";
import { transformReadings } from "../../src/markets/sources/transform-readings.ts";
import { revisedText } from "../../src/node/ingest/markets/update/figures-file.ts";

const NOW = Date.parse("2026-11-22T12:00:00Z");

function readings(lines: Readonly<Record<string, string>>): readonly Reading[] {
  return Object.entries(lines).map(([date, value]) => ({ date, value: value || undefined }));
}

/** What a source says beyond a file of figures. */
function compare(csv: string, said: Readonly<Record<string, string>>, { frequency = "monthly" as Frequency, digits = 2 } = {}) {
  const { observations, problems } = parseObservations(csv, { frequency, nowMs: NOW });
  expect(problems).toEqual([]);
  return compareReadings({ frequency, observations, digits }, readings(said), NOW);
}

describe("a figure of a source", () => {
  it.each(["85.4", "85.40", "85.400"])("written %s is the one that is known as 85.4", (written) => {
    const comparison = compare("date,value\n2026-06,85.4\n", { "2026-06": written });
    expect(comparison).toEqual({ added: [], revised: [], unchanged: 1, isAhead: false });
    expect(hasChanges(comparison)).toBe(false);
  });

  it("that differs in the last digit of the file is a revision", () => {
    const { revised } = compare("date,value\n2026-05,107.14\n2026-06,85.4\n", { "2026-05": "107.14", "2026-06": "85.41" });
    expect(revised).toEqual([{ date: "2026-06", from: 85.4, to: "85.41" }]);
  });

  it("is held against the latest vintage", () => {
    const csv = "date,value,vintage\n2026-06,85.4\n2026-06,85.43,2026-08-01\n";
    expect(compare(csv, { "2026-06": "85.43" })).toMatchObject({ revised: [], unchanged: 1 });
    expect(compare(csv, { "2026-06": "85.40" }).revised).toEqual([{ date: "2026-06", from: 85.43, to: "85.40" }]);
  });

  it("may be missing where a line says that it was withdrawn", () => {
    const csv = "date,value,vintage\n2026-05,107.14\n2026-06,85.4\n2026-06,,2026-08-01\n";
    expect(compare(csv, { "2026-05": "107.14", "2026-06": "" })).toMatchObject({ revised: [], unchanged: 1 });
  });

  it("may be a tenth off here, but not in most places", () => {
    const csv = "date,value\n2026-04,100\n2026-05,100\n2026-06,100\n";
    expect(compare(csv, { "2026-04": "100", "2026-05": "100", "2026-06": "140" }).revised).toHaveLength(1);
    expect(() => compare(csv, { "2026-04": "100", "2026-05": "140", "2026-06": "140" })).toThrow("revises 2 of 3 known figures");
    expect(compare(csv, { "2026-04": "101", "2026-05": "101", "2026-06": "101" }).revised).toHaveLength(3);
  });
});

describe("a new period", () => {
  it("is missing its predecessors where the source has none of them", () => {
    const { added } = compare("date,value\n2026-05,1\n", { "2026-05": "1", "2026-08": "2", "2026-09": "" });
    expect(added).toEqual(readings({ "2026-06": "", "2026-07": "", "2026-08": "2" }));
  });

  it("of a daily series stands in its place, and days without a figure are no gaps", () => {
    const csv = "date,value\n2026-06-01,1\n2026-06-03,3\n";
    const said = { "2026-06-01": "1", "2026-06-02": "2", "2026-06-03": "3", "2026-06-04": "", "2026-06-05": "5" };
    const comparison = compare(csv, said, { frequency: "daily" });
    expect(comparison.added).toEqual(readings({ "2026-06-02": "2", "2026-06-05": "5" }));
    expect(revisedText(csv, comparison, "2026-11-22")).toBe(
      "date,value\n2026-06-01,1\n2026-06-02,2\n2026-06-03,3\n2026-06-05,5\n",
    );
  });

  it("waits until it has ended", () => {
    const comparison = compare("date,value\n2026-10,1\n", { "2026-10": "1", "2026-11": "2" });
    expect(comparison).toMatchObject({ added: [], isAhead: true });
  });
});

describe("the reciprocals of a source", () => {
  it("are rounded to as many digits as are wanted", () => {
    const dollars = readings({ "2026-05": "1.1681", "2026-06": "1.1515", "2026-07": "" });
    expect(transformReadings(dollars, { transform: "reciprocal", round: 4 })).toEqual(
      readings({ "2026-05": "0.8561", "2026-06": "0.8684", "2026-07": "" }),
    );
  });

  it("of nothing are a failure", () => {
    expect(() => transformReadings(readings({ "2026-05": "0.0" }), { transform: "reciprocal", round: 4 })).toThrow(
      "no reciprocal",
    );
  });

  it("are no reciprocals where none are wanted", () => {
    expect(transformReadings(readings({ "2026-05": "107.145" }), { round: 2 })).toEqual(readings({ "2026-05": "107.15" }));
    expect(transformReadings(readings({ "2026-05": "107.1450" }), {})).toEqual(readings({ "2026-05": "107.1450" }));
  });
});

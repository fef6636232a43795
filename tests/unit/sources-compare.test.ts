import { describe, expect, it } from "vitest";
import { parseObservations } from "../../src/markets/observations.ts";
import type { Frequency } from "../../src/markets/period.ts";
import { compareObservations, hasChanges } from "../../src/markets/sources/compare-observations.ts";
import { transformRawObservations } from "../../src/markets/sources/raw-observations.ts";
import type { RawObservation } from "../../src/markets/sources/source.ts";
import { revisedText } from "../../src/node/ingest/markets/update/figures-file.ts";

const NOW = Date.parse("2026-11-22T12:00:00Z");

function raw(lines: Readonly<Record<string, string>>): readonly RawObservation[] {
  return Object.entries(lines).map(([date, value]) => ({ date, value: value || undefined }));
}

/** Compares a response with a file of figures. */
function compare(
  csv: string,
  published: Readonly<Record<string, string>>,
  { frequency = "monthly" as Frequency, digits = 2 } = {},
) {
  const { observations, diagnostics } = parseObservations(csv, { frequency, nowMs: NOW });
  expect(diagnostics).toEqual([]);
  return compareObservations({ frequency, observations, digits }, raw(published), NOW);
}

describe("a figure of a source", () => {
  it.each(["85.4", "85.40", "85.400"])("written %s equals the known 85.4", (written) => {
    const comparison = compare("date,value\n2026-06,85.4\n", { "2026-06": written });
    expect(comparison).toEqual({ added: [], revised: [], unchanged: 1, isAhead: false });
    expect(hasChanges(comparison)).toBe(false);
  });

  it("that differs in the last decimal of the file is a revision", () => {
    const { revised } = compare("date,value\n2026-05,107.14\n2026-06,85.4\n", { "2026-05": "107.14", "2026-06": "85.41" });
    expect(revised).toEqual([{ date: "2026-06", from: 85.4, to: "85.41" }]);
  });

  it("is compared with the latest vintage", () => {
    const csv = "date,value,vintage\n2026-06,85.4\n2026-06,85.43,2026-08-01\n";
    expect(compare(csv, { "2026-06": "85.43" })).toMatchObject({ revised: [], unchanged: 1 });
    expect(compare(csv, { "2026-06": "85.40" }).revised).toEqual([{ date: "2026-06", from: 85.43, to: "85.40" }]);
  });

  it("may be missing if the file has it as withdrawn", () => {
    const csv = "date,value,vintage\n2026-05,107.14\n2026-06,85.4\n2026-06,,2026-08-01\n";
    expect(compare(csv, { "2026-05": "107.14", "2026-06": "" })).toMatchObject({ revised: [], unchanged: 1 });
  });

  it("may be revised by more than a tenth, but not in most periods", () => {
    const csv = "date,value\n2026-04,100\n2026-05,100\n2026-06,100\n";
    expect(compare(csv, { "2026-04": "100", "2026-05": "100", "2026-06": "140" }).revised).toHaveLength(1);
    expect(() => compare(csv, { "2026-04": "100", "2026-05": "140", "2026-06": "140" })).toThrow("revises 2 of 3 known figures");
    expect(compare(csv, { "2026-04": "101", "2026-05": "101", "2026-06": "101" }).revised).toHaveLength(3);
  });
});

describe("a new period", () => {
  it("is preceded by gaps if the source lacks the periods before", () => {
    const { added } = compare("date,value\n2026-05,1\n", { "2026-05": "1", "2026-08": "2", "2026-09": "" });
    expect(added).toEqual(raw({ "2026-06": "", "2026-07": "", "2026-08": "2" }));
  });

  it("of a daily series is sorted in, and days without a figure are not gaps", () => {
    const csv = "date,value\n2026-06-01,1\n2026-06-03,3\n";
    const published = { "2026-06-01": "1", "2026-06-02": "2", "2026-06-03": "3", "2026-06-04": "", "2026-06-05": "5" };
    const comparison = compare(csv, published, { frequency: "daily" });
    expect(comparison.added).toEqual(raw({ "2026-06-02": "2", "2026-06-05": "5" }));
    expect(revisedText(csv, comparison, "2026-11-22")).toBe(
      "date,value\n2026-06-01,1\n2026-06-02,2\n2026-06-03,3\n2026-06-05,5\n",
    );
  });

  it("is ignored until it has ended", () => {
    const comparison = compare("date,value\n2026-10,1\n", { "2026-10": "1", "2026-11": "2" });
    expect(comparison).toMatchObject({ added: [], isAhead: true });
  });
});

describe("the reciprocals of a source", () => {
  it("are rounded to the given decimals", () => {
    const dollars = raw({ "2026-05": "1.1681", "2026-06": "1.1515", "2026-07": "" });
    expect(transformRawObservations(dollars, { transform: "reciprocal", round: 4 })).toEqual(
      raw({ "2026-05": "0.8561", "2026-06": "0.8684", "2026-07": "" }),
    );
  });

  it("of zero are an error", () => {
    expect(() => transformRawObservations(raw({ "2026-05": "0.0" }), { transform: "reciprocal", round: 4 })).toThrow(
      "no reciprocal",
    );
  });

  it("are left out without a transform", () => {
    expect(transformRawObservations(raw({ "2026-05": "107.145" }), { round: 2 })).toEqual(raw({ "2026-05": "107.15" }));
    expect(transformRawObservations(raw({ "2026-05": "107.1450" }), {})).toEqual(raw({ "2026-05": "107.1450" }));
  });
});
